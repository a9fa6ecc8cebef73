import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompanyEntry, companyStandingOf } from '../../../lib/domain/standing/company-standing.ts';
import type { BookingEntry, Entry } from '../../../lib/domain/standing/entry.ts';
import { isRuling, noShowsIn } from '../../../lib/domain/standing/no-shows.ts';
import { blockStartedBy, standingOf } from '../../../lib/domain/standing/person-standing.ts';
import type { Block, PersonStanding, Rules } from '../../../lib/domain/standing/standing.ts';
import { STAFF } from '../given.ts';
import { naiveReview, naiveStanding } from './naive.ts';
import { anyHistory, anyNow, anyRules, shuffled } from './random-histories.ts';

const runs = { numRuns: 400 };

/** Somebody's history, the policy that it is judged by, and when. */
const situation = fc.tuple(anyHistory, anyRules, anyNow);

function decisive({ block, approval, noShows, blocks }: PersonStanding) {
  return {
    blockedUntil: block?.until,
    approvalUntil: approval?.until,
    counting: noShows.map(({ bookingId }) => bookingId).toSorted(),
    strikes: blocks
      .filter(({ because }) => because === 'no-shows')
      .map(({ missed }) => missed.map(({ bookingId }) => bookingId))
      .map((ids) => `${ids.at(-1)} after ${ids.slice(0, -1).toSorted().join(' ')}`)
      .toSorted(),
  };
}

function excuseOf(history: readonly Entry[], bookingId: string): BookingEntry {
  const own = history.filter(
    (entry): entry is BookingEntry => 'bookingId' in entry && entry.bookingId === bookingId,
  );
  const last = own.toSorted((a, b) => a.number - b.number).at(-1);
  if (last === undefined) throw new Error('no such booking');
  const { number, start, at } = last;
  return { kind: 'no-show-excused', bookingId, number: number + 1, start, at: at + 1, by: STAFF };
}

/** Until when free sessions are blocked; 0 where they aren't. */
function blockedUntil(history: readonly Entry[], rules: Rules, now: number): number {
  return standingOf(history, rules, now).block?.until ?? 0;
}

describe('where anybody stands', () => {
  test('is what another calendar and another way of counting say', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        expect(decisive(standingOf(history, rules, now))).toEqual(naiveStanding(history, rules, now));
      }),
      { numRuns: 1000 },
    );
  });

  test('doesn’t depend on the order in which entries arrive', () => {
    const inTwoOrders = situation.chain(([history, rules, now]) =>
      fc.tuple(fc.constant(history), shuffled(history), fc.constant(rules), fc.constant(now)),
    );
    fc.assert(
      fc.property(inTwoOrders, ([history, otherwise, rules, now]) => {
        expect(standingOf(otherwise, rules, now)).toEqual(standingOf(history, rules, now));
        expect(companyOf(otherwise, rules, now)).toEqual(companyOf(history, rules, now));
      }),
      runs,
    );
  });

  test('doesn’t change where an entry arrives twice', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const bookings = history.filter((entry) => 'bookingId' in entry && entry.kind !== 'same-day-change');
        expect(standingOf([...history, ...bookings], rules, now)).toEqual(standingOf(history, rules, now));
      }),
      runs,
    );
  });

  test('is clean once everything is excused, but for the blocks of our staff', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const excuses = noShowsIn(history).map(({ bookingId }) => excuseOf(history, bookingId));
        const staff = standingOf(history.filter(isRuling), rules, now);
        expect(standingOf([...history, ...excuses], rules, now)).toEqual(staff);
        expect(staff.noShows).toEqual([]);
        expect(staff.approval).toBeUndefined();
        expect(companyOf([...history, ...excuses], rules, now).strikes).toEqual([]);
      }),
      runs,
    );
  });

  test('gets no worse by an excuse: no block begins, or lasts longer, and no approval', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const before = standingOf(history, rules, now);
        for (const { bookingId } of noShowsIn(history)) {
          const excused = [...history, excuseOf(history, bookingId)];
          const after = standingOf(excused, rules, now);
          expect(blockedUntil(excused, rules, now)).toBeLessThanOrEqual(blockedUntil(history, rules, now));
          expect(after.approval?.until ?? 0).toBeLessThanOrEqual(before.approval?.until ?? 0);
          expect(blockStartedBy(after, bookingId)).toBeUndefined();
          const known = new Set(before.blocks.map(spanOf));
          expect(after.blocks.map(spanOf).filter((span) => !known.has(span))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('gets no better by a no-show', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        for (const entry of history) {
          if (entry.kind !== 'no-show') continue;
          const without = history.filter(
            (other) => !('bookingId' in other) || other.bookingId !== entry.bookingId,
          );
          expect(blockedUntil([...without, entry], rules, now)).toBeGreaterThanOrEqual(
            blockedUntil(without, rules, now),
          );
        }
      }),
      runs,
    );
  });

  test('is told by the no-show that was recorded last: nobody’s earlier one starts a block afterwards', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const counted = noShowsIn(history);
        const entries: Entry[] = [];
        const started = new Map<string, number>();
        for (const { bookingId, start, reason, at } of counted) {
          entries.push({ kind: 'no-show', bookingId, number: 1, start, reason, at });
          const standing = standingOf(entries, rules, now);
          const block = blockStartedBy(standing, bookingId);
          if (block !== undefined) started.set(bookingId, block.until);
          expect(standing.blocks).toHaveLength(started.size);
        }
      }),
      runs,
    );
  });

  test('is blocked until the very end that it names, and not from there on', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const until = blockedUntil(history, rules, now);
        if (until === 0) return;
        expect(blockedUntil(history, rules, until - 1)).toBe(until);
        expect(standingOf(history, rules, until).block).toBeUndefined();
      }),
      runs,
    );
  });

  test('needs approval until the very end that it names, and not from there on', () => {
    fc.assert(
      fc.property(situation, ([history, rules, now]) => {
        const { approval } = standingOf(history, rules, now);
        if (approval === undefined) return;
        expect(standingOf(history, rules, approval.until - 1).approval?.until).toBe(approval.until);
        expect(standingOf(history, rules, approval.until).approval).toBeUndefined();
      }),
      runs,
    );
  });
});

function spanOf({ since, until, because }: Block): string {
  return `${since} ${until} ${because}`;
}

function companyOf(history: readonly Entry[], rules: Rules, now: number) {
  return companyStandingOf(ofAda(history), { formerRulings: [] }, rules, now);
}

function ofAda(history: readonly Entry[]): CompanyEntry[] {
  return history.flatMap((entry) => ('bookingId' in entry ? [{ ...entry, email: 'ada@example.com' }] : []));
}

describe('where a company stands', () => {
  test('has a strike for every block by the policy of every one of its people', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, anyRules, anyNow, (one, other, rules, now) => {
        const of = (history: readonly Entry[], person: string): CompanyEntry[] =>
          history.flatMap((entry) =>
            'bookingId' in entry
              ? [{ ...entry, bookingId: `${person}-${entry.bookingId}`, email: person }]
              : [],
          );
        const { strikes } = companyStandingOf(
          [...of(one, 'ada'), ...of(other, 'ben')],
          { formerRulings: [] },
          rules,
          now,
        );
        const count = (history: readonly Entry[]): number =>
          naiveStanding(history, rules, now).strikes.length;
        expect(strikes.filter(({ email }) => email === 'ada')).toHaveLength(count(one));
        expect(strikes.filter(({ email }) => email === 'ben')).toHaveLength(count(other));
      }),
      runs,
    );
  });

  test('calls for a review where counting the days between every two changes does', () => {
    const decided = fc.option(anyNow, { nil: undefined });
    fc.assert(
      fc.property(anyHistory, anyRules, anyNow, decided, (history, rules, now, at) => {
        const entries = ofAda(history);
        const ruling =
          at === undefined ? {} : { ruling: { decision: 'nothing', at, by: STAFF, reason: '' } as const };
        const standing = companyStandingOf(entries, { formerRulings: [], ...ruling }, rules, now);
        expect(standing.review?.since).toBe(naiveReview(entries, rules, at ?? 0));
      }),
      { numRuns: 1000 },
    );
  });
});

test('these random histories meet blocks that last, that were ended, approvals and reviews', () => {
  const met = { lasting: 0, ended: 0, approval: 0, none: 0, review: 0 };
  for (const [history, rules, now] of fc.sample(situation, { seed: 1, numRuns: 200 })) {
    const { block, blocks, approval } = standingOf(history, rules, now);
    if (block?.because === 'no-shows') met.lasting++;
    if (blocks.some(({ because, endedBy }) => because === 'no-shows' && endedBy !== undefined)) met.ended++;
    if (approval !== undefined) met.approval++;
    if (companyOf(history, rules, now).review !== undefined) met.review++;
    if (blocks.length === 0) met.none++;
  }
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(10);
});
