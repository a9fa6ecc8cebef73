import type { ApprovalReason, Changer, Evidence, NoShowReason } from './booking/booking.ts';
import type { EventOf } from './booking/events.ts';
import type { CompanyEvent } from './people/events.ts';
import type { Level } from './people/level.ts';

/** What other systems may hear of, by the name that they know it by. Another is a name here and a schema. */
export const publicTypes = [
  'booking.requested',
  'booking.confirmed',
  'booking.declined',
  'booking.expired',
  'booking.moved',
  'booking.cancelled',
  'booking.joined',
  'booking.join-withdrawn',
  'booking.no-show',
  'booking.no-show-reversed',
  'booking.no-show-excused',
  'booking.completed',
  'booking.reopened',
  'booking.attendee-erased',
  'person.invited',
  'person.activated',
  'person.level-changed',
  'person.removed',
  'person.erased',
  'person.blocked',
  'person.lifted',
  'person.reinstated',
  'company.created',
  'company.plan-changed',
  'company.renamed',
  'company.after-hours-changed',
  'company.ruled',
] as const;
export type PublicType = (typeof publicTypes)[number];

/** What an endpoint is sent when our staff try it: of nothing that happened, and on no bus. */
export const TEST_TYPE = 'webhook.test';
export type DeliveredType = PublicType | typeof TEST_TYPE;

/**
 * What happened, as other systems are told of it: no telephone number, link, token or word that somebody wrote. Instants
 * are RFC 3339 in UTC.
 */
export interface PublicEvent extends PublicFacts {
  /** The same however often it is told: consumers deduplicate by it. */
  readonly id: string;
  /** Of the schema. */
  readonly version: 1;
  readonly type: DeliveredType;
  readonly at: string;
  /** Counts what happened to the same booking, person, standing or company; told or not. */
  readonly sequence: number;
  /** Names the request, text or timer that led to it, as our logs do. */
  readonly correlation?: string;
  readonly booking?: PublicBooking;
  readonly person?: PublicPerson;
  readonly company?: PublicCompany;
}

export interface PublicBooking {
  readonly id: string;
  /** Of what follows, nothing is told once the attendee is erased. */
  readonly version?: number;
  readonly sessionType?: string;
  readonly start?: string;
  readonly end?: string;
  readonly timeZone?: string;
  readonly consultant?: { readonly id: string; readonly name: string };
  /** Id of the company that it is booked with. */
  readonly company?: string;
  readonly attendee?: Identity;
}

export interface PublicPerson extends Partial<Identity> {
  /** Of the account, where it is about one. */
  readonly id?: string;
  /** Id of the company. */
  readonly company?: string;
}

/** Who somebody is. Kept nowhere with an event: it is put into it when it is sent. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface PublicCompany {
  readonly id: string;
  readonly name: string;
}

/** What types of events say beside. */
export interface PublicFacts {
  readonly by?: Changer;
  readonly previousStart?: string;
  readonly evidence?: Evidence;
  readonly reason?: NoShowReason;
  readonly because?: ApprovalReason | EventOf<'no-show-reversed'>['because'];
  readonly decideBy?: string;
  readonly until?: string;
  readonly from?: string;
  readonly level?: Level;
  readonly planUntil?: string;
  readonly afterHours?: boolean;
  readonly decision?: Extract<CompanyEvent, { type: 'company-ruled' }>['decision'];
}

const PREFIX = 'evt_';

/** Id of the event with a number of a booking, person, standing or company. */
export function publicId(owner: string, number: number): string {
  return `${PREFIX}${owner}_${number}`;
}

/** Whose event it is, of an id as `publicId` makes it. */
export function ownerOf(eventId: string): string {
  return eventId.slice(PREFIX.length, eventId.lastIndexOf('_'));
}
