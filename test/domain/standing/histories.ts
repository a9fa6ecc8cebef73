import type { NoShowReason } from '../../../lib/domain/booking/booking.ts';
import type { BookingEntry, Entry, Ruling } from '../../../lib/domain/standing/entry.ts';
import { standingOf } from '../../../lib/domain/standing/person-standing.ts';
import type { PersonStanding, Rules } from '../../../lib/domain/standing/standing.ts';
import { DAY, instant, MINUTE, type PolicyChanges, policy, STAFF } from '../given.ts';

export const NEW_YORK = 'America/New_York';

/** The company's policy, meant in a zone. */
export function rulesIn(zone = NEW_YORK, changes: PolicyChanges = {}): Rules {
  return { zone, policy: policy(changes) };
}

interface Absence {
  readonly zone?: string;
  readonly reason?: NoShowReason;
  /** When it was recorded (ms); 15 minutes after the start where nothing is said. */
  readonly at?: number;
  readonly number?: number;
}

/** A session that began at a wall-clock time, and that nobody came to. */
export function noShow(
  bookingId: string,
  local: string,
  { zone = NEW_YORK, reason = 'absent', at, number = 4 }: Absence = {},
): BookingEntry {
  const start = instant(local, zone);
  return { kind: 'no-show', bookingId, number, start, reason, at: at ?? start + 15 * MINUTE };
}

/** Late notice, given 20 minutes before the session. */
export function lateNotice(bookingId: string, local: string): BookingEntry {
  return noShow(bookingId, local, { reason: 'late_notice', at: instant(local) - 20 * MINUTE });
}

/** A day after the no-show, unless told otherwise. */
export function excused(entry: BookingEntry, at = entry.at + DAY): BookingEntry {
  const { bookingId, number, start } = entry;
  return { kind: 'no-show-excused', bookingId, number: number + 1, start, at, by: STAFF };
}

/** A minute after the no-show. */
export function reversed({ bookingId, number, start, at }: BookingEntry): BookingEntry {
  return { kind: 'no-show-reversed', bookingId, number: number + 1, start, at: at + MINUTE };
}

export function paid(at: number, id = 'rul_1'): Ruling {
  return { kind: 'reinstated', id, at, by: STAFF, reason: 'Paid', amount: 100, currency: 'USD' };
}

export function lifted(at: number, id = 'rul_1'): Ruling {
  return { kind: 'lifted', id, at, by: STAFF, reason: 'A fire alarm' };
}

export function blockedByStaff(at: number, until: number, id = 'rul_1'): Ruling {
  return { kind: 'blocked', id, at, by: STAFF, reason: 'Shouted at us', until };
}

/** Where somebody stands at a wall-clock time of New York, by the company's policy. */
export function standingAt(
  local: string,
  history: readonly Entry[],
  rules: Rules = rulesIn(),
): PersonStanding {
  return standingOf(history, rules, instant(local, rules.zone));
}

/** The bookings whose no-shows led to each block. */
export function ledTo({ blocks }: PersonStanding): string[][] {
  return blocks.map(({ missed }) => missed.map(({ bookingId }) => bookingId));
}
