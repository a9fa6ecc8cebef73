import type { PublicType } from '../../domain/public-event.ts';
import type { Delivery } from '../../domain/webhooks/delivery.ts';
import type { Endpoint } from '../../domain/webhooks/endpoint.ts';
import type { FieldProblems } from '../field.tsx';
import type { Told } from '../portal/told.tsx';
import type { Visit } from '../visit.ts';
import type { DeskInsider } from './desk-insider.ts';

/** What was typed for a new webhook. */
export interface TypedWebhook {
  readonly url: string;
  readonly description: string;
  readonly types: readonly PublicType[];
}

export const blankWebhook: TypedWebhook = { url: '', description: '', types: [] };

/** What the page of all webhooks shows. */
export interface WebhooksView extends DeskInsider {
  readonly csrf: string;
  readonly webhooks: readonly Endpoint[];
  readonly typed: TypedWebhook;
  readonly problems: FieldProblems;
}

/** What the page of one webhook shows. */
export interface WebhookView extends DeskInsider {
  readonly csrf: string;
  readonly webhook: Endpoint;
  readonly now: number;
  readonly deliveries: readonly Delivery[];
  /** Of the page of deliveries that follows. */
  readonly next?: string;
  readonly first: boolean;
  /** Names of our staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly told?: Told;
  /** The secret, where it was asked to be shown. */
  readonly secret?: string;
  readonly since: string;
  readonly problems: FieldProblems;
}

/** What each part of the page of one webhook is given. */
export interface WebhookProps {
  readonly visit: Visit;
  readonly view: WebhookView;
}
