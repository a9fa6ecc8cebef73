import * as fc from 'fast-check';
import type { NoShowReason } from '../../../lib/domain/booking/booking.ts';
import type { BookingEntry, Entry, Ruling } from '../../../lib/domain/standing/entry.ts';
import type { Rules } from '../../../lib/domain/standing/standing.ts';
import { DAY, instant, MINUTE, STAFF } from '../given.ts';
import { rulesIn } from './histories.ts';

const FROM = instant('2027-06-01T00:00');
const WEEKS = 70;

/** A leap year lies in it, and every zone's changes of clocks. */
const anyInstant = fc
  .integer({ min: 0, max: WEEKS * 7 * 24 * 4 })
  .map((quarters) => FROM + quarters * 15 * MINUTE);
export const anyNow = fc
  .integer({ min: 0, max: (WEEKS * 7 + 300) * 24 })
  .map((hours) => FROM + hours * 60 * MINUTE);

export const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    zone: fc.constantFrom(
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ),
    limit: fc.constantFrom(1, 2, 2, 3),
    windowMonths: fc.constantFrom(1, 6, 6, 13),
    blockDays: fc.constantFrom(1, 60, 60, 400),
    late: fc.constantFrom(1, 3, 3),
    changes: fc.constantFrom(0, 1, 3),
    windowDays: fc.constantFrom(1, 30),
  })
  .map(({ zone, limit, windowMonths, blockDays, late, changes, windowDays }) =>
    rulesIn(zone, {
      noShows: { limit, windowMonths, blockDays },
      lateNotices: { limit: late, windowMonths },
      sameDayChanges: { limit: changes, windowDays },
    }),
  );

const anyReason = fc.constantFrom<NoShowReason>(
  'absent',
  'late_notice',
  'late_notice',
  'never_joined_after_keeping_open',
);

/** What became of one session: missed, and then whatever may follow, each a while after the one before. */
const anySession = fc.record({
  start: anyInstant,
  reason: anyReason,
  next: fc.array(
    fc.record({
      what: fc.constantFrom<'excused' | 'reversed' | 'missed' | 'changed'>(
        'excused',
        'reversed',
        'missed',
        'changed',
      ),
      after: fc.constantFrom(0, 1, 50, 60 * 24 * 3, 60 * 24 * 90),
    }),
    { maxLength: 3 },
  ),
});
type Session = typeof anySession extends fc.Arbitrary<infer Made> ? Made : never;

const anyRuling = fc.record({
  kind: fc.constantFrom<Ruling['kind']>('blocked', 'lifted', 'reinstated'),
  at: anyInstant,
  days: fc.integer({ min: 1, max: 200 }),
});

/** Sessions close to each other often enough that their no-shows add up. */
export const anyHistory: fc.Arbitrary<Entry[]> = fc
  .record({
    sessions: fc.array(anySession, { maxLength: 9 }),
    twins: fc.boolean(),
    rulings: fc.array(anyRuling, { maxLength: 3 }),
  })
  .map(({ sessions, twins, rulings }) => [
    ...sessions.flatMap((session, index) => entriesOfSession(session, `bkg_${index}`)),
    ...(twins
      ? sessions.slice(0, 2).flatMap((session, index) => entriesOfSession(session, `bkg_twin_${index}`))
      : []),
    ...rulings.map((ruling, index) => rulingOf(ruling, `rul_${index}`)),
  ]);

function entriesOfSession({ start, reason, next }: Session, bookingId: string): BookingEntry[] {
  let at = reason === 'late_notice' ? start - 20 * MINUTE : start + 15 * MINUTE;
  let number = 2;
  const entries: BookingEntry[] = [{ kind: 'no-show', bookingId, number, start, reason, at }];
  for (const { what, after } of next) {
    number += 2;
    at += after * MINUTE;
    const of = { bookingId, number, start, at };
    if (what === 'missed') entries.push({ ...of, kind: 'no-show', reason });
    else if (what === 'changed')
      entries.push({ ...of, kind: 'same-day-change', change: 'moved', stamp: at - MINUTE });
    else if (what === 'excused') entries.push({ ...of, kind: 'no-show-excused', by: STAFF });
    else entries.push({ ...of, kind: 'no-show-reversed' });
  }
  return entries;
}

function rulingOf(
  { kind, at, days }: { kind: Ruling['kind']; at: number; days: number },
  id: string,
): Ruling {
  const of = { id, at, by: STAFF, reason: 'Because' };
  if (kind === 'blocked') return { ...of, kind, until: at + days * DAY };
  return kind === 'lifted' ? { ...of, kind } : { ...of, kind, amount: 100, currency: 'USD' };
}

/** The same in any order. */
export function shuffled<T>(all: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
}
