import { addMonths, dateAt } from '../calendar/zone.ts';
import type { BookingEntry, Entry, Ruling } from './entry.ts';
import type { Missed, Rules } from './standing.ts';

/** An unexcused no-show, and when it was recorded (ms). */
export interface NoShow extends Missed {
  readonly at: number;
}

/**
 * The no-shows that count, in the order in which they were recorded. What happened last to a booking counts, by the
 * numbers of its events, so the order in which the entries come doesn't matter.
 */
export function noShowsIn(entries: readonly Entry[]): NoShow[] {
  const last = new Map<string, OnNoShow>();
  for (const entry of entries) {
    if (!isOnNoShow(entry)) continue;
    const known = last.get(entry.bookingId);
    if (known === undefined || known.number < entry.number) last.set(entry.bookingId, entry);
  }
  return [...last.values()]
    .flatMap((entry) => (entry.kind === 'no-show' ? [noShow(entry)] : []))
    .toSorted((a, b) => a.at - b.at || (a.bookingId < b.bookingId ? -1 : 1));
}

/** Whether one date (YYYY-MM-DD) lies so many calendar months after another, or fewer, or before it. */
export function isWithinMonths(date: string, from: string, months: number): boolean {
  return date <= addMonths(from, months);
}

/** Whether two sessions' dates in the deployment's zone lie so many calendar months apart, or fewer. */
export function areWithinMonths(one: Missed, other: Missed, months: number, { zone }: Rules): boolean {
  const [earlier = '', later = ''] = [dateAt(zone, one.start), dateAt(zone, other.start)].toSorted();
  return isWithinMonths(later, earlier, months);
}

export function missed({ bookingId, start, reason }: NoShow): Missed {
  return { bookingId, start, reason };
}

export function isRuling(entry: Entry): entry is Ruling {
  return entry.kind === 'blocked' || entry.kind === 'lifted' || entry.kind === 'reinstated';
}

type OnNoShow = Extract<BookingEntry, { kind: 'no-show' | 'no-show-reversed' | 'no-show-excused' }>;

function isOnNoShow(entry: Entry): entry is OnNoShow {
  return !isRuling(entry) && entry.kind !== 'same-day-change';
}

function noShow({ bookingId, start, reason, at }: Extract<BookingEntry, { kind: 'no-show' }>): NoShow {
  return { bookingId, start, reason, at };
}
