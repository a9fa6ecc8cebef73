import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingEntry, Ruling } from '../../lib/domain/standing/entry.ts';
import type { StandingRecord } from '../../lib/domain/standing/record.ts';
import { differencesIn, type History, type Policies } from '../../scripts/policy-replay-fold.ts';
import { csvOf, tableOf } from '../../scripts/policy-replay-table.ts';
import settings from '../fixture-config.ts';

const { zone, policy } = settings;
const current = { zone, policy };
const NOW = Date.parse('2027-06-01T12:00:00Z');
const companyId = 'example-crates';

function at(text: string): number {
  return Date.parse(`${text}-05:00`);
}

function noShow(date: string, reason: 'absent' | 'late_notice' = 'absent'): BookingEntry {
  const start = at(`${date}T10:00`);
  return {
    kind: 'no-show',
    bookingId: `bkg_${date}`,
    number: 4,
    at: start + 900_000,
    start,
    companyId,
    reason,
  };
}

function excused(date: string, when: string): BookingEntry {
  const { reason: _, ...of } = { reason: '', ...noShow(date) };
  return { ...of, kind: 'no-show-excused', number: 5, at: at(when), by: 'per_sam' };
}

function sameDay(date: string): BookingEntry {
  const start = at(`${date}T16:00`);
  const stamp = at(`${date}T09:00`);
  return {
    ...{ kind: 'same-day-change', bookingId: `bkg_${date}`, number: 2, at: stamp, start, companyId },
    ...{ change: 'moved', stamp },
  };
}

function of(entries: readonly (BookingEntry | Ruling)[], companies: History['companies'] = []): History {
  const record: StandingRecord = { email: 'ada@example.com', id: 'std_1', revision: entries.length, entries };
  return { records: [record], companies };
}

function against(changes: Partial<typeof policy>): Policies {
  return { current, other: { zone, policy: { ...policy, ...changes } } };
}

const stricter = against({ noShows: { ...policy.noShows, limit: 1, blockDays: 10 } });
const milder = against({ noShows: { ...policy.noShows, limit: 3 } });

describe('replaying history under another policy', () => {
  it('tells the time for which somebody would not have been blocked', () => {
    const history = of([noShow('2026-12-02'), noShow('2026-12-09')]);
    expect(differencesIn(history, milder, NOW)).toEqual([
      {
        ...{ who: 'ada@example.com', companyId, what: 'block' },
        ...{ from: at('2026-12-09T10:15'), until: at('2027-02-07T10:00'), current: at('2027-02-07T10:00') },
      },
    ]);
  });

  it('tells every block that there would have been, each for its time', () => {
    const found = differencesIn(of([noShow('2026-12-02'), noShow('2027-05-28')]), stricter, NOW);
    // The second is within 6 months of the first, so that both policies block then: the one in force for longer.
    expect(
      found.map(({ what, from, until, current: now, other }) => ({ what, from, until, now, other })),
    ).toEqual([
      {
        ...{ what: 'block', from: at('2026-12-02T10:15'), until: at('2026-12-12T10:00') },
        ...{ now: undefined, other: at('2026-12-12T10:00') },
      },
      {
        ...{ what: 'block', from: at('2027-05-28T10:15'), until: undefined },
        ...{ now: at('2027-07-27T09:00') + 3_600_000, other: at('2027-06-07T10:00') },
      },
    ]);
  });

  it('knows at each time only what was known then', () => {
    const history = of([
      noShow('2026-12-02'),
      noShow('2026-12-09'),
      excused('2026-12-02', '2026-12-11T12:00'),
    ]);
    const found = differencesIn(history, milder, NOW);
    expect(found.map(({ from, until }) => [from, until])).toEqual([
      [at('2026-12-09T10:15'), at('2026-12-11T12:00')],
    ]);
  });

  it('tells who would have needed approval', () => {
    const history = of([noShow('2027-04-01', 'late_notice')]);
    const strict = against({ lateNotices: { ...policy.lateNotices, limit: 1, windowMonths: 1 } });
    expect(differencesIn(history, strict, NOW)).toMatchObject([
      {
        what: 'approval',
        other: Date.parse('2027-05-02T04:00:00Z'),
        until: Date.parse('2027-05-02T04:00:00Z'),
      },
    ]);
  });

  it('tells of a company the reviews and strikes that there would have been, up to a decision', () => {
    const ruling = {
      decision: 'nothing',
      at: at('2027-03-10T09:00'),
      by: 'per_sam',
      reason: 'Talked',
    } as const;
    const company = { id: companyId, ruling, formerRulings: [] };
    const history = of([sameDay('2027-03-01'), sameDay('2027-03-02')], [company]);
    const strict = against({ sameDayChanges: { limit: 1, windowDays: 30 } });
    expect(differencesIn(history, strict, NOW)).toEqual([
      {
        ...{ companyId, what: 'review', from: at('2027-03-02T09:00'), until: at('2027-03-10T09:00') },
        other: at('2027-03-02T09:00'),
      },
    ]);
    const missed = of([noShow('2026-12-02')], [{ id: companyId, formerRulings: [] }]);
    expect(differencesIn(missed, stricter, NOW)).toContainEqual({
      ...{ companyId, what: 'strikes', from: at('2026-12-02T10:15'), other: 1 },
    });
  });

  it('says nothing of what lies ahead', () => {
    expect(differencesIn(of([noShow('2027-06-02'), noShow('2027-06-03')]), stricter, NOW)).toEqual([]);
  });

  it('finds no difference under the same policy, whatever was recorded', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => {
      return new Date(Date.UTC(2026, 3, 1) + days * 86_400_000).toISOString().slice(0, 10);
    });
    const entry = fc.oneof(
      day.map((date) => noShow(date)),
      day.map((date) => noShow(date, 'late_notice')),
      day.map((date) => sameDay(date)),
      fc.tuple(day, day).map(([date, when]) => excused(date, `${when}T12:00`)),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const history = of(entries, [{ id: companyId, formerRulings: [] }]);
        expect(differencesIn(history, against({}), NOW)).toEqual([]);
      }),
    );
  });
});

describe('what is printed', () => {
  const found = differencesIn(
    of([noShow('2026-12-02'), noShow('2026-12-09')], [{ id: companyId, formerRulings: [] }]),
    milder,
    NOW,
  );

  it('is a table whose columns stand below each other, by the wall clock of the deployment', () => {
    expect(tableOf(found, zone)).toBe(
      `Who              Company         What     From              Until             Current policy                  Other policy
ada@example.com  example-crates  block    2026-12-09 10:15  2027-02-07 10:00  blocked until 2027-02-07 10:00  free
                 example-crates  strikes  2026-12-09 10:15  still             1                               0
`,
    );
  });

  it('is CSV with instants in UTC, which no spreadsheet takes for a formula', () => {
    const [first, ...rest] = found;
    if (first === undefined) throw new Error('nothing was found');
    expect(csvOf([{ ...first, who: '=1+1,"x"@example.com' }, ...rest])).toBe(
      [
        'Who,Company,What,From,Until,Current policy,Other policy',
        `"'=1+1,""x""@example.com",example-crates,block,2026-12-09T15:15:00.000Z,2027-02-07T15:00:00.000Z,blocked until 2027-02-07T15:00:00.000Z,free`,
        ',example-crates,strikes,2026-12-09T15:15:00.000Z,,1,0',
        '',
      ].join('\r\n'),
    );
  });
});
