import type { Policy } from '../policy.ts';
import type { Booking } from './booking.ts';
import type { Timer } from './timer.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Plan {
  readonly start: number;
  readonly end: number;
  readonly mobile: boolean;
}

/** The timers of a session that are still ahead at `now`; one that would already be past is not set. */
export function timersOf({ start, end, mobile }: Plan, policy: Policy, now: number): Timer[] {
  const all: Timer[] = [
    ...policy.reminders.hoursBefore.map((hours) => reminder(hours, start)),
    ...(mobile ? [{ kind: 'check-in', at: usualCheckIn(start, policy) } as const] : []),
    { kind: 'close', at: usualClose(start, mobile, policy) },
    { kind: 'finish', at: end },
  ];
  return all.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at);
}

function reminder(hours: number, start: number): Timer {
  return { kind: `remind-${hours}h`, at: start - hours * HOUR };
}

function usualCheckIn(start: number, { start: policy }: Policy): number {
  return start + policy.checkInAfterMinutes * MINUTE;
}

function usualClose(start: number, mobile: boolean, { start: policy }: Policy): number {
  const minutes = mobile ? policy.closeAfterMinutes : policy.closeWithoutMobileAfterMinutes;
  return start + minutes * MINUTE;
}

/** Until when (ms) a booking can be changed, by each channel. */
export interface ChangeDeadlines {
  readonly link: number;
  /** By mail to the support address. */
  readonly mail: number;
  /** Where a mobile number is known. */
  readonly text?: number;
}

/** MISSION: "By the links: until 65 minutes before the start", by text and by mail to staff until 30 minutes before. */
export function changeBy({ start, attendee }: Booking, { changes }: Policy): ChangeDeadlines {
  const link = start - changes.linkUntilMinutes * MINUTE;
  const mail = start - changes.textUntilMinutes * MINUTE;
  return attendee.mobile === undefined ? { link, mail } : { link, mail, text: mail };
}

/** When the mobile number is asked if nobody has joined (ms); undefined where there is none. */
export function checkInAt({ start, attendee }: Booking, policy: Policy): number | undefined {
  return attendee.mobile === undefined ? undefined : usualCheckIn(start, policy);
}

/**
 * When the session closes if nobody joins or answers (ms). A check-in that went out late, because a timer
 * was lost, moves the close: everybody gets the same time for an answer.
 */
export function closesAt({ start, end, attendee, checkIn }: Booking, policy: Policy): number {
  const usual = usualClose(start, attendee.mobile !== undefined, policy);
  if (checkIn?.askedAt === undefined) return usual;
  return Math.min(end, Math.max(usual, closeAfterAsking(checkIn.askedAt, start, policy)));
}

/** Scheduler's precision: a question asked within this time of its due time was not late. */
const PUNCTUAL = MINUTE;

function closeAfterAsking(askedAt: number, start: number, policy: Policy): number {
  if (askedAt <= usualCheckIn(start, policy) + PUNCTUAL) return 0;
  return askedAt + (policy.start.closeAfterMinutes - policy.start.checkInAfterMinutes) * MINUTE;
}

/**
 * Between which instants (ms) a join or an answer counts: until the end once somebody joined or answered, and
 * as long as a check-in that was lost has not been asked; else until the close.
 */
export function joinWindow(booking: Booking, policy: Policy): { from: number; until: number } {
  const { start, end, attendee, attendance, checkIn } = booking;
  const keptOpen = attendance !== undefined || checkIn?.answeredAt !== undefined;
  const unasked = attendee.mobile !== undefined && checkIn?.askedAt === undefined;
  return {
    from: start - policy.start.joinFromMinutes * MINUTE,
    until: keptOpen || unasked ? end : closesAt(booking, policy),
  };
}
