import { describe, expect, test } from 'vitest';
import { type CompanyEntry, companyStandingOf } from '../../../lib/domain/standing/company-standing.ts';
import type { BookingEntry, CompanyRuling } from '../../../lib/domain/standing/entry.ts';
import type { CompanyStanding } from '../../../lib/domain/standing/standing.ts';
import { instant, STAFF } from '../given.ts';
import { excused, noShow, reversed, rulesIn } from './histories.ts';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

function of(email: string, ...entries: BookingEntry[]): CompanyEntry[] {
  return entries.map((entry) => ({ ...entry, email }));
}

interface Known {
  readonly ruling?: CompanyRuling;
  readonly formerRulings?: readonly CompanyRuling[];
}

function standingAt(
  local: string,
  entries: readonly CompanyEntry[],
  { formerRulings = [], ...known }: Known = {},
  rules = rulesIn(),
): CompanyStanding {
  return companyStandingOf(entries, { formerRulings, ...known }, rules, instant(local));
}

/** Given back at a wall-clock time for a session at noon of that date. */
function givenBack(
  bookingId: string,
  local: string,
  change: 'cancelled' | 'moved' = 'cancelled',
): CompanyEntry {
  const stamp = instant(local);
  const start = instant(`${local.slice(0, 10)}T12:00`);
  return { kind: 'same-day-change', bookingId, number: 2, at: stamp + 1, stamp, start, change, email: ADA };
}

function decided(local: string, decision: CompanyRuling['decision'], until?: string): CompanyRuling {
  const rest = until === undefined ? {} : { until: instant(until) };
  return { decision, at: instant(local), by: STAFF, reason: 'Three changes in a week', ...rest };
}

const one = noShow('one', '2026-11-02T10:00');
const two = noShow('two', '2026-11-24T10:00');

describe('a strike', () => {
  test('is every block that no-shows start, of any person', () => {
    const three = noShow('three', '2026-12-01T10:00');
    const others = of(BEN, noShow('four', '2026-11-10T10:00'), noShow('five', '2026-11-12T10:00'));
    const { strikes } = standingAt('2027-06-01T10:00', [...of(ADA, one, two, three), ...others]);
    expect(strikes.map(({ email, since, missed }) => [email, since, missed.at(-1)?.bookingId])).toEqual([
      [BEN, instant('2026-11-12T10:15'), 'five'],
      [ADA, two.at, 'two'],
      [ADA, three.at, 'three'],
    ]);
    expect(strikes[1]?.missed).toEqual([
      { bookingId: 'one', start: one.start, reason: 'absent' },
      { bookingId: 'two', start: two.start, reason: 'absent' },
    ]);
  });

  test('is none where two people missed one session each', () => {
    expect(standingAt('2026-11-25T10:00', [...of(ADA, one), ...of(BEN, two)]).strikes).toEqual([]);
  });

  test('goes with an excuse and with a reversal', () => {
    expect(standingAt('2026-12-01T10:00', of(ADA, one, two, excused(one))).strikes).toEqual([]);
    expect(standingAt('2026-12-01T10:00', of(ADA, one, two, reversed(two))).strikes).toEqual([]);
  });

  test('of two in one instant comes in the order of the mail addresses', () => {
    const entries = [
      ...of(BEN, noShow('b1', '2026-11-02T10:00'), noShow('b2', '2026-11-24T10:00')),
      ...of(ADA, one, two),
    ];
    expect(standingAt('2026-12-01T10:00', entries).strikes.map(({ email }) => email)).toEqual([ADA, BEN]);
  });
});

describe('same-day changes', () => {
  const changes = [
    givenBack('a', '2026-11-01T09:00'),
    givenBack('b', '2026-11-10T09:00', 'moved'),
    givenBack('c', '2026-11-20T09:00'),
  ];

  test('are told for thirty days, the first included, by when they were made', () => {
    const told = (local: string) =>
      standingAt(local, changes.toReversed()).sameDayChanges.map(({ bookingId }) => bookingId);
    expect(told('2026-11-30T23:59')).toEqual(['a', 'b', 'c']);
    expect(told('2026-12-01T00:00')).toEqual(['b', 'c']);
    expect(standingAt('2026-12-01T00:00', changes).sameDayChanges[0]).toEqual({
      bookingId: 'b',
      email: ADA,
      change: 'moved',
      at: instant('2026-11-10T09:00'),
      start: instant('2026-11-10T12:00'),
    });
  });

  test('at the limit call for no review', () => {
    expect(standingAt('2026-11-20T10:00', changes).review).toBeUndefined();
  });

  test('over the limit do, from when the one that went over it was recorded', () => {
    const fourth = givenBack('d', '2026-11-30T09:00');
    const { review } = standingAt('2026-11-30T10:00', [fourth, ...changes]);
    expect(review?.since).toBe(instant('2026-11-30T09:00') + 1);
    expect(review?.changes.map(({ bookingId }) => bookingId)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('spread over a day more than thirty call for none', () => {
    expect(
      standingAt('2026-12-01T10:00', [...changes, givenBack('d', '2026-12-01T09:00')]).review,
    ).toBeUndefined();
  });

  test('are dated in the deployment’s zone, with what is left of the day', () => {
    const late = [givenBack('a', '2026-11-01T23:59'), ...changes.slice(1)];
    const review = (fourth: string) =>
      standingAt('2026-12-05T10:00', [...late, givenBack('d', fourth)]).review;
    expect(review('2026-11-30T00:00')).toBeDefined();
    expect(review('2026-12-01T00:00')).toBeUndefined();
  });

  test('two in one booking count twice', () => {
    const again = { ...givenBack('c', '2026-11-20T10:00'), number: 3 };
    const { review } = standingAt('2026-11-20T11:00', [...changes, again]);
    expect(review?.changes.map(({ bookingId }) => bookingId)).toEqual(['a', 'b', 'c', 'c']);
  });

  test('follow the policy’s own window and limit', () => {
    const rules = rulesIn(undefined, { sameDayChanges: { limit: 0, windowDays: 1 } });
    expect(standingAt('2026-11-01T10:00', changes.slice(0, 1), {}, rules)).toMatchObject({
      review: { since: instant('2026-11-01T09:00') + 1 },
      sameDayChanges: [{ bookingId: 'a' }],
    });
    expect(standingAt('2026-11-02T10:00', changes.slice(0, 1), {}, rules).sameDayChanges).toEqual([]);
  });

  test('are told by their date in the deployment’s zone, not in UTC', () => {
    const evening = [{ ...givenBack('a', '2026-11-01T23:30'), start: instant('2026-11-01T23:45') }];
    expect(standingAt('2026-11-30T23:59', evening).sameDayChanges).toHaveLength(1);
    expect(standingAt('2026-12-01T00:00', evening).sameDayChanges).toHaveLength(0);
  });

  test('recorded together are apart all the same by their own dates', () => {
    const rules = rulesIn(undefined, { sameDayChanges: { limit: 1, windowDays: 1 } });
    const at = instant('2026-11-20T09:30');
    const review = (first: string, second: string) =>
      standingAt(
        '2026-11-20T10:00',
        [
          { ...givenBack('a', first), at },
          { ...givenBack('b', second), at: at + 1 },
        ],
        {},
        rules,
      ).review;
    expect(review('2026-11-20T09:00', '2026-11-19T09:00')).toBeUndefined();
    expect(review('2026-11-19T09:00', '2026-11-20T09:00')).toBeUndefined();
    expect(review('2026-11-20T09:10', '2026-11-20T09:00')).toBeDefined();
  });

  test('that arrive late, by a text stamped earlier, still count by their own date', () => {
    const late = { ...givenBack('d', '2026-11-05T09:00'), at: instant('2026-11-20T09:30') };
    const { review } = standingAt('2026-11-20T10:00', [late, ...changes]);
    expect(review).toMatchObject({
      since: instant('2026-11-20T09:30'),
      changes: [{}, {}, {}, { bookingId: 'd' }],
    });
  });
});

describe('a review', () => {
  const four = ['01', '02', '03', '04'].map((day) => givenBack(`x${day}`, `2026-11-${day}T09:00`));

  test('stays open, however long, until a person decides', () => {
    expect(standingAt('2027-11-01T10:00', four)).toMatchObject({
      review: { since: instant('2026-11-04T09:00') + 1 },
      sameDayChanges: [],
    });
  });

  test('stays that of the change that opened it when more come', () => {
    const { review } = standingAt('2026-11-06T10:00', [...four, givenBack('x5', '2026-11-05T09:00')]);
    expect(review?.since).toBe(instant('2026-11-04T09:00') + 1);
  });

  test.each(['nothing', 'approval', 'block'] as const)('is closed by a decision: %s', (decision) => {
    const ruling = decided(
      '2026-11-04T15:00',
      decision,
      decision === 'nothing' ? undefined : '2026-12-01T00:00',
    );
    expect(standingAt('2026-11-05T10:00', four, { ruling }).review).toBeUndefined();
  });

  test('is opened again by as many changes after the decision, and by fewer not', () => {
    const ruling = decided('2026-11-04T15:00', 'nothing');
    const next = ['05', '06', '07', '08'].map((day) => givenBack(`y${day}`, `2026-11-${day}T09:00`));
    expect(standingAt('2026-11-09T10:00', [...four, ...next.slice(1)], { ruling }).review).toBeUndefined();
    expect(standingAt('2026-11-09T10:00', [...four, ...next], { ruling }).review).toEqual({
      since: instant('2026-11-08T09:00') + 1,
      changes: ['05', '06', '07', '08'].map((day) => expect.objectContaining({ bookingId: `y${day}` })),
    });
  });

  test('counts from the last of several decisions', () => {
    const formerRulings = [decided('2026-11-01T15:00', 'nothing')];
    const ruling = decided('2026-11-04T15:00', 'nothing');
    expect(standingAt('2026-11-09T10:00', four, { ruling, formerRulings }).review).toBeUndefined();
  });

  test('isn’t opened by the change that staff had seen when they decided', () => {
    const seen = { ...decided('2026-11-04T15:00', 'nothing'), at: four[3]?.at ?? 0 };
    expect(standingAt('2026-11-05T10:00', four, { ruling: seen }).review).toBeUndefined();
    const rules = rulesIn(undefined, { sameDayChanges: { limit: 0 } });
    const review = (at: number) =>
      standingAt('2026-11-05T10:00', four.slice(3), { ruling: { ...seen, at } }, rules).review;
    expect(review(seen.at)).toBeUndefined();
    expect(review(seen.at - 1)).toBeDefined();
  });
});

describe('what staff decided on a company', () => {
  test.each(['approval', 'block'] as const)('is in force until it ends: %s', (decision) => {
    const ruling = decided('2026-11-04T15:00', decision, '2026-12-01T00:00');
    expect(standingAt('2026-11-30T23:59', [], { ruling }).ruling).toEqual(ruling);
    expect(standingAt('2026-12-01T00:00', [], { ruling }).ruling).toBeUndefined();
  });

  test('is nothing where they decided that, also where something else lasted still', () => {
    const ruling = decided('2026-11-05T15:00', 'nothing');
    const formerRulings = [decided('2026-11-04T15:00', 'block', '2026-12-01T00:00')];
    expect(standingAt('2026-11-06T10:00', [], { ruling, formerRulings }).ruling).toBeUndefined();
    const withAnEnd = decided('2026-11-05T15:00', 'nothing', '2026-12-01T00:00');
    expect(standingAt('2026-11-06T10:00', [], { ruling: withAnEnd }).ruling).toBeUndefined();
  });
});
