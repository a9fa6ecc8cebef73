import type { Policy } from '../policy.ts';
import { type Booking, textableMobile } from './booking.ts';
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
    ...(mobile ? [{ kind: 'check-in', at: checkInOf(start, policy) } as const] : []),
    { kind: 'close', at: closeOf(start, mobile, policy) },
    { kind: 'finish', at: end },
  ];
  return all.filter(({ at }) => at > now).toSorted((a, b) => a.at - b.at);
}

function reminder(hours: number, start: number): Timer {
  return { kind: `remind-${hours}h`, at: start - hours * HOUR };
}

function checkInOf(start: number, { start: policy }: Policy): number {
  return start + policy.checkInAfterMinutes * MINUTE;
}

/** When a session closes if nobody joins, and nothing went late (ms). */
export function closeOf(start: number, mobile: boolean, { start: policy }: Policy): number {
  const minutes = mobile ? policy.closeAfterMinutes : policy.closeWithoutMobileAfterMinutes;
  return start + minutes * MINUTE;
}

/** Until when (ms) a booking can be changed, by each channel. */
export interface ChangeDeadlines {
  readonly link: number;
  /** By mail to the support address. */
  readonly mail: number;
  /** Where there is a mobile number that can be texted. */
  readonly text?: number;
}

/** MISSION: "By the links: until 65 minutes before the start", by text and by mail to staff until 30 minutes before. */
export function changeBy(booking: Booking, policy: Policy): ChangeDeadlines {
  const link = booking.start - policy.changes.linkUntilMinutes * MINUTE;
  const mail = noticeUntil(booking, policy);
  return textableMobile(booking) === undefined ? { link, mail } : { link, mail, text: mail };
}

/** MISSION: "Less than 30 minutes' notice counts as a no-show." From this instant on (ms) notice is that late. */
export function noticeUntil({ start }: Booking, { changes }: Policy): number {
  return start - changes.textUntilMinutes * MINUTE;
}

/** When a mobile number is asked if nobody has joined (ms). */
function usualCheckInAt({ start }: Booking, policy: Policy): number {
  return checkInOf(start, policy);
}

/** The same for this booking; undefined where there is no number that can be texted. */
export function checkInAt(booking: Booking, policy: Policy): number | undefined {
  return textableMobile(booking) === undefined ? undefined : usualCheckInAt(booking, policy);
}

/**
 * From when on (ms) notice closes the session at once: the check-in says what that means. Whoever kept it open
 * before is not asked, so the usual time counts; until a check-in that is late has been asked, nobody was told.
 */
export function checkInPassedAt(booking: Booking, policy: Policy): number {
  const { checkIn, end } = booking;
  if (checkIn?.askedAt !== undefined) return checkIn.askedAt;
  return checkIn?.answeredAt === undefined ? end : usualCheckInAt(booking, policy);
}

/**
 * When the session closes if nobody joins or answers (ms). A check-in that went out late, because a timer
 * was lost, moves the close, and so does a join that is withdrawn: everybody gets the same time for an answer.
 */
export function closesAt(booking: Booking, policy: Policy): number {
  const { start, end, checkIn, mobileLost } = booking;
  if (booking.closesAt !== undefined) return booking.closesAt;
  if (mobileLost?.closesAt !== undefined) return mobileLost.closesAt;
  const usual = closeOf(start, textableMobile(booking) !== undefined, policy);
  if (checkIn?.askedAt === undefined) return usual;
  return Math.min(end, Math.max(usual, closeAfterAsking(checkIn.askedAt, start, policy)));
}

/** Scheduler's precision: a question asked within this time of its due time was not late. */
export const PUNCTUAL = MINUTE;

/** How long whoever is asked has for an answer (ms). */
export function timeToAnswer({ start }: Policy): number {
  return (start.closeAfterMinutes - start.checkInAfterMinutes) * MINUTE;
}

function closeAfterAsking(askedAt: number, start: number, policy: Policy): number {
  if (askedAt <= checkInOf(start, policy) + PUNCTUAL) return 0;
  return askedAt + timeToAnswer(policy);
}

/**
 * Between which instants (ms) a join or an answer counts: until the end once somebody joined or answered, and
 * as long as a check-in that was lost has not been asked; else until the close.
 */
export function joinWindow(booking: Booking, policy: Policy): { from: number; until: number } {
  const { start, end, attendance, checkIn } = booking;
  const keptOpen = attendance !== undefined || checkIn?.answeredAt !== undefined;
  const unasked = textableMobile(booking) !== undefined && checkIn?.askedAt === undefined;
  return {
    from: start - policy.start.joinFromMinutes * MINUTE,
    until: keptOpen || unasked ? end : closesAt(booking, policy),
  };
}
