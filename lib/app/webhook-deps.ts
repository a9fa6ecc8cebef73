import type { Answer, Delivery, DeliveryId } from '../domain/webhooks/delivery.ts';
import type { Endpoint, WebhookEvent } from '../domain/webhooks/endpoint.ts';
import type { Table } from './deps.ts';
import type { Page, PageWish, PeopleTable } from './people-deps.ts';
import type { StandingTable } from './standing-deps.ts';

/** The rows of endpoints and of what is delivered to them. Lists of deliveries may lag; all other reads are consistent. */
export interface WebhookTable {
  /** All of them, in the order of their ids. */
  endpoints(): Promise<readonly Endpoint[]>;
  endpoint(id: string): Promise<Endpoint | undefined>;
  /** Writes the endpoint and the event in one transaction. Throws Stale. */
  commitEndpoint(change: EndpointChange): Promise<void>;
  /** Since when its deliveries fail (ms), where that isn't known yet; or that one has succeeded. */
  noteFailing(endpointId: string, since: number | undefined): Promise<void>;
  /** Adds a delivery, unless it is there. */
  addDelivery(delivery: Delivery): Promise<void>;
  delivery(id: DeliveryId): Promise<Delivery | undefined>;
  /** Those of an endpoint, the latest first, made at or after `from` (ms). Throws `invalid-input` for a foreign cursor. */
  deliveriesOf(endpointId: string, page: PageWish & { readonly from?: number }): Promise<Page<Delivery>>;
  /** Takes one that is due for a try, unless somebody else has it; undefined where there is nothing to try. */
  claim(id: DeliveryId, now: number, leaseUntil: number): Promise<Delivery | undefined>;
  /** Writes it after the try that it was claimed for, and lets go of it. */
  settle(delivery: Delivery, leaseUntil: number): Promise<void>;
  /** Writes that it is wanted once more, unless it is under way. */
  putBack(delivery: Delivery, now: number): Promise<void>;
  /** Those whose next try was due at or before `now` (ms), the longest overdue first. */
  overdue(now: number, limit: number): Promise<readonly DeliveryId[]>;
}

export interface EndpointChange {
  readonly before: Endpoint | undefined;
  /** Its revision is one more. */
  readonly after: Endpoint;
  readonly event: WebhookEvent;
}

/** What happened to an endpoint, as the stream brings it. */
export interface RecordedWebhookEvent {
  readonly webhookId: string;
  readonly number: number;
  readonly event: WebhookEvent;
}

/** What our staff's commands on endpoints need. */
export interface WebhookDeps {
  readonly now: () => number;
  readonly pause: (attempt: number) => Promise<void>;
  readonly webhooks: WebhookTable;
  /** The same for the same address. */
  readonly endpointIdOf: (url: string) => string;
  readonly newSecret: () => string;
  readonly newTestId: () => string;
  /** Why nothing may be posted to an address; undefined where it may. */
  readonly whyNotPost: (url: string) => Promise<BadAddress | undefined>;
}

export type BadAddress = 'not-an-address' | 'not-https' | 'not-found' | 'not-public';

/** What delivering needs. */
export interface DeliverDeps {
  readonly now: () => number;
  readonly webhooks: WebhookTable;
  readonly table: Pick<Table, 'booking'>;
  readonly people: Pick<PeopleTable, 'person'>;
  readonly standings: Pick<StandingTable, 'recordById'>;
  /** Never rejects: what went wrong is in the answer. Times are told by whoever calls. */
  readonly post: (url: string, post: OutgoingPost) => Promise<Pick<Answer, 'status' | 'said'>>;
  /** The headers by which whoever has one of the secrets knows the post as ours. */
  readonly sign: (post: Unsigned, secrets: readonly string[]) => Readonly<Record<string, string>>;
  /** Has the delivery tried at an instant (ms). */
  readonly tryAt: (id: DeliveryId, at: number) => Promise<void>;
}

export interface OutgoingPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Unsigned {
  readonly id: string;
  /** In ms. */
  readonly at: number;
  readonly body: string;
}
