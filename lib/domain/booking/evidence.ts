import type { Entry } from '../standing/entry.ts';
import type { PersonStanding } from '../standing/standing.ts';
import type { Booking, Intent, Evidence as Presence } from './booking.ts';
import type { BookingEvent, Notice } from './events.ts';
import type { Finding } from './finding.ts';

/** All that is on record about a booking, for whoever must judge it. Instants are milliseconds since the epoch, UTC. */
export interface Evidence {
  /** When it was put together. */
  readonly madeAt: number;
  readonly booking: Booking;
  readonly events: readonly EvidentEvent[];
  readonly messages: readonly Message[];
  readonly replies: readonly ReplyRead[];
  readonly joins: readonly Join[];
  readonly policies: readonly PolicyInForce[];
  /** What counts for and against who it is for, within the booking's company. */
  readonly entries: readonly Entry[];
  readonly standing: PersonStanding;
  readonly verdict: readonly Finding[];
}

export interface EvidentEvent {
  readonly number: number;
  /** Version of the policy that it was decided by. */
  readonly policy: string;
  readonly who: Who;
  readonly event: BookingEvent;
}

/** Who did something: the attendee by link or text, one of our staff, or `showup`, the system itself. */
export type Who =
  | { readonly who: 'attendee' | 'showup' }
  | { readonly who: 'staff'; readonly staffId: string };

/** A mail or text that the booking's events led to. */
export interface Message {
  /** Number of the event. */
  readonly number: number;
  readonly channel: 'mail' | 'text';
  /** What it was, such as `confirmed` or `check-in`. */
  readonly kind: string;
  /** When it was handed to the provider; absent where it wasn't, or isn't yet. */
  readonly sentAt?: number;
  /** The provider's id of it. */
  readonly receipt?: string;
  /** Why it was held back. */
  readonly withheld?: string;
  /** The first time for each status of its delivery that was reported. */
  readonly delivery: Readonly<Record<string, number>>;
}

/** A text from the attendee. */
export interface ReplyRead extends Notice {
  readonly number: number;
  /** When it reached us. */
  readonly at: number;
  /** What it meant; absent where nothing was understood, or nothing that still counted. */
  readonly understood?: Intent;
}

export interface Join {
  readonly number: number;
  /** When somebody joined. */
  readonly stamp: number;
  /** How it came to be known. */
  readonly evidence: Presence;
  readonly by: Who;
}

/** A version of the policy, and the numbers of the events that were decided by it. */
export interface PolicyInForce {
  readonly version: string;
  readonly events: readonly number[];
  /** What it says; absent where that was not kept. */
  readonly text?: unknown;
}

const byAttendee: readonly BookingEvent['type'][] = [
  'booked',
  'check-in-answered',
  'reply-noted',
  'late-notice-warned',
  'attendee-joined',
  'no-show-contested',
];

export function whoDid(event: BookingEvent): Who {
  if ('staffId' in event && event.staffId !== undefined) return { who: 'staff', staffId: event.staffId };
  const isTheirs = 'by' in event ? event.by !== 'showup' : byAttendee.includes(event.type);
  return { who: isTheirs ? 'attendee' : 'showup' };
}

/** The texts that came in about the booking, in the order of what they led to. One that led to two events is told once. */
export function repliesIn(events: readonly EvidentEvent[]): ReplyRead[] {
  const seen = new Set<string>();
  return events.flatMap(({ number, event }) => {
    const notice = noticeIn(event);
    if (notice === undefined || seen.has(notice.messageId)) return [];
    seen.add(notice.messageId);
    const { stamp, messageId } = notice;
    const intent = intentIn(event);
    return [
      { number, at: event.at, stamp, messageId, ...(intent === undefined ? {} : { understood: intent }) },
    ];
  });
}

function noticeIn(event: BookingEvent): Notice | undefined {
  if ('messageId' in event) return event;
  return 'notice' in event ? event.notice : undefined;
}

function intentIn(event: BookingEvent): Intent | undefined {
  if (event.type === 'check-in-answered') return 'coming';
  return event.type === 'reply-noted' ? event.intent : 'cannot';
}

export function joinsIn(events: readonly EvidentEvent[]): Join[] {
  return events.flatMap(({ number, event }) =>
    event.type === 'attendee-joined'
      ? [{ number, stamp: event.stamp, evidence: event.evidence, by: whoDid(event) }]
      : [],
  );
}

/** The versions in the order in which they came into force, each once. */
export function versionsIn(events: readonly EvidentEvent[]): PolicyInForce[] {
  const numbers = Map.groupBy(events, ({ policy }) => policy);
  return [...numbers].map(([version, decided]) => ({
    version,
    events: decided.map(({ number }) => number),
  }));
}
