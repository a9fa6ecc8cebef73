import { agreedAt, type Booking } from '../domain/booking/booking.ts';
import { timersOf } from '../domain/booking/timeline.ts';
import type { Timer, TimerKind } from '../domain/booking/timer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { WORTH_TELLING } from '../domain/phone/texting.ts';
import type { MailKind } from '../messages/facts.ts';
import type { RecordedEvent } from './deps.ts';
import type { Effect, TextEffect } from './effect.ts';
import type { TextWish } from './note-text.ts';
import type { Shift } from './shift.ts';

/** What an event's effects are told from. */
export interface Context {
  readonly record: RecordedEvent;
  /** The booking as it is now, which may be later than the event. */
  readonly booking: Booking;
  readonly catalogue: Pick<Catalogue, 'policy' | 'currency'>;
  /** What the event did to where the attendee stands, if anything. */
  readonly shift?: Shift;
  readonly now: number;
}

/** Nothing that was said since makes a message about this event untrue: the booking stands, or still waits to. */
export function isCurrent({ record, booking }: Context, state?: 'pending'): boolean {
  const { status } = booking;
  const open =
    state === 'pending' ? status === 'pending' : status === 'confirmed' || status === 'in_progress';
  return open && booking.version === record.version;
}

export function when(condition: boolean, ...effects: Effect[]): Effect[] {
  return condition ? effects : [];
}

export function mail(kind: MailKind): Effect {
  return { do: 'mail', mail: kind };
}

/** Who texted us hears back within the time that the answer is worth something. */
export function answer(text: TextWish, context: Context): TextEffect {
  return { ...tell(text, context), isAnswer: true };
}

export function tell(text: TextWish, { now }: Context): TextEffect {
  return { do: 'text', text, until: now + WORTH_TELLING, isAnswer: false };
}

export function closeTimer(at: number | undefined): Timer[] {
  return at === undefined ? [] : [{ kind: 'close', at }];
}

/** As the booking has them due now: an event that comes late, or again, must not set what was cleared or moved since. */
export function setTimers({ record, booking }: Context, timers: readonly Timer[]): Effect {
  const due = record.version === booking.version ? booking.due : [];
  const stillDue = due.filter(({ kind }) => timers.some((timer) => timer.kind === kind));
  return { do: 'set-timers', version: record.version, timers: stillDue };
}

/** Clears the timers of one version that had not fired when the event happened. They'd do no harm: this is tidiness. */
export function clearTimers(
  { record, booking, catalogue }: Context,
  version: number,
  start = booking.start,
  only?: readonly TimerKind[],
): Effect {
  const plan = {
    start,
    end: start + booking.minutes * 60_000,
    // Both sorts of timers: a mobile number may have been lost or come back meanwhile.
    mobile: booking.attendee.mobile !== undefined,
  };
  // One that needed a person's word had no other timer before it was given, and none of this kind after.
  const waiting: readonly TimerKind[] = booking.approval === undefined ? [] : ['expire'];
  const standing = agreedAt(booking) === undefined ? [] : timersOf(plan, catalogue.policy, record.event.at);
  const kinds = [...waiting, ...standing.map(({ kind }) => kind)];
  return {
    do: 'clear-timers',
    version,
    kinds: only === undefined ? kinds : kinds.filter((kind) => only.includes(kind)),
  };
}
