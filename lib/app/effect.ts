import type { Timer, TimerKind } from '../domain/booking/timer.ts';
import type { PublicEvent } from '../domain/public-event.ts';
import type { Block } from '../domain/standing/standing.ts';
import type { MailKind } from '../messages/facts.ts';
import type { TextWish } from './note-text.ts';

/** What the world must hear of an event. */
export type Effect =
  | { readonly do: 'mail'; readonly mail: MailKind }
  | TextEffect
  /** Our staff are asked to decide. */
  | { readonly do: 'ask-staff'; readonly question: StaffQuestion }
  /** The company's primaries hear of strikes, or that they are gone. */
  | { readonly do: 'tell-strikes'; readonly strikes: readonly Block[]; readonly gone: boolean }
  /** Other systems hear of it. */
  | { readonly do: 'publish'; readonly event: PublicEvent }
  /** The end of the attendee's block is awaited, as it is now. */
  | { readonly do: 'await-block-end' }
  /** Whether the company's changes on the session's own date have become too many. */
  | { readonly do: 'look-at-company' }
  | { readonly do: 'set-timers'; readonly version: number; readonly timers: readonly Timer[] }
  | { readonly do: 'clear-timers'; readonly version: number; readonly kinds: readonly TimerKind[] };

export interface TextEffect {
  readonly do: 'text';
  readonly text: TextWish;
  /** Not worth delivering later than this (ms). */
  readonly until: number;
  /** True where it answers a text from the number. */
  readonly isAnswer: boolean;
}

/** What our staff have to decide about a booking: whether it stands, or whether its no-show does. */
export type StaffQuestion =
  | { readonly kind: 'approval-wanted'; readonly previousStart?: number }
  | { readonly kind: 'contest-opened' };
