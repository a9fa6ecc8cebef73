import { describe, expect, test } from 'vitest';
import { copyOf } from '../../bench/capacity/past-bookings.ts';
import { inRounds } from '../../bench/capacity/rounds.ts';
import { callLines, capacityRows } from '../../bench/capacity/rows.ts';
import { crowdRows, type Outcome } from '../../bench/crowd/crowd.ts';
import { kindOf } from '../../bench/http/asking.ts';
import { runFewAtOnce } from '../../bench/http/few-at-once.ts';
import { loadRows } from '../../bench/http/measure.ts';
import { interleaved } from '../../bench/interleaved.ts';
import { median, quantile } from '../../bench/median.ts';
import { readOptions } from '../../bench/options.ts';
import { atMost, digits, duration, tableOf } from '../../bench/report.ts';

test('a median is the middle, and a quantile lies between its neighbours', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([0, 10, 20, 30, 40], 0.95)).toBeCloseTo(38, 10);
  expect(() => median([])).toThrow('nothing was measured');
});

test('contenders take turns, each as often as makes a sample', async () => {
  const order: string[] = [];
  let now = 0;
  const takes = (name: string, ms: number) => ({
    prepare: () => name,
    run(prepared: unknown) {
      order.push(String(prepared));
      now += ms;
    },
  });
  const contenders = { slow: takes('slow', 8), quick: takes('quick', 2) };
  const took = await interleaved(contenders, { rounds: 2, stopwatch: () => now, sampleMs: 7 });
  expect(took).toEqual({ slow: 8, quick: 2 });
  const [one, four] = [['slow'], ['quick', 'quick', 'quick', 'quick']];
  const looked = ['slow', 'quick', 'quick', 'quick', ...four];
  expect(order).toEqual([...looked, ...one, ...four, ...one, ...four]);
});

test('calls beside each other are one round, and a call after another had ended is in the next', () => {
  const call = (name: string, start: number, end: number) => ({ name, start, end });
  const rounds = inRounds([
    call('write', 25, 30),
    call('read', 0, 10),
    call('slow read', 1, 20),
    call('after the first', 11, 24),
    call('alone', 40, 50),
  ]);
  expect(rounds.map((round) => round.map(({ name }) => name))).toEqual([
    ['read', 'slow read'],
    ['after the first'],
    ['write'],
    ['alone'],
  ]);
  expect(inRounds([])).toEqual([]);
});

describe('a row of capacity', () => {
  const spent = (writes: number, reads: number, rounds: number) => ({
    writes,
    reads,
    rounds: Array.from({ length: rounds }, () => ['GetItem', 'Query', 'GetItem']),
  });
  const rowsOf = (few: ReturnType<typeof spent>, many: ReturnType<typeof spent>) =>
    capacityRows(
      new Map([
        [100, new Map([['book with code', few]])],
        [10_000, new Map([['book with code', many]])],
      ]),
    );

  test('sets the fullest table against the emptiest', () => {
    expect(rowsOf(spent(8, 2, 2), spent(8, 4, 2))).toEqual([
      {
        part: 'capacity',
        what: 'book with code (10,000 bookings)',
        figure: '8 w 4 r in 2 rounds',
        against: '8 w 2 r in 2 rounds (100 bookings)',
        ratio: 1.2,
        aim: { said: '≤ 10 w, 4 r, 2 rounds', met: true },
      },
    ]);
  });

  test.each([spent(11, 4, 2), spent(10, 4.5, 2), spent(10, 4, 3)])(
    'misses its aim by any of the three',
    (many) => {
      expect(rowsOf(many, many)[0]?.aim?.met).toBe(false);
    },
  );

  test('can be told call by call', () => {
    expect(callLines(new Map([['move', spent(1, 1, 2)]]))).toEqual([
      'move: 2 GetItem + Query, then 2 GetItem + Query',
    ]);
  });
});

test('a copy of a booking is another booking of another day for somebody else', () => {
  const original = {
    ...{ pk: 'BOOKING#bkg_1', sk: 'BOOKING', id: 'bkg_1', version: 1, createdAt: 1_800_000_000_000 },
    ...{ start: 1_800_000_900_000, holds: { from: 2_000_001, to: 2_000_005 }, person: 'a@example.com' },
    attendee: { name: 'A', email: 'a@example.com', mobile: '+12025550100' },
    mobile: '+12025550100',
  };
  const copy = copyOf(original, 12) as typeof original;
  const earlier = 13 * 86_400_000;
  expect(copy.id).toMatch(/^bkg_\w{26}$/u);
  expect(copy).toMatchObject({
    ...{ pk: `BOOKING#${copy.id}`, version: 1, createdAt: original.createdAt - earlier },
    ...{ start: original.start - earlier, person: 'past-1@example.com' },
    holds: { from: 2_000_001 - 13 * 96, to: 2_000_005 - 13 * 96 },
    attendee: { name: 'A', email: 'past-1@example.com', mobile: copy.mobile },
  });
  expect(copy.mobile).toMatch(/^\+1303555\d{4}$/u);
  expect(original.start).toBe(1_800_000_900_000);
});

describe('an answer', () => {
  test.each([
    [{ status: 201, body: '{"code":"x"}' }, '201'],
    [
      { status: 409, body: '{"reasons":[{"code":"booked"}],"code":"slot-unavailable"}' },
      '409 slot-unavailable',
    ],
    [{ status: 503, body: '<html>' }, '503'],
    [{ status: 0, body: 'read ECONNRESET' }, '0'],
  ])('is counted: %j', (answer, kind) => {
    expect(kindOf(answer)).toBe(kind);
  });

  test('of a load is counted, with what went otherwise than well', () => {
    const seen = (status: number, body = '') => ({ what: 'book', status, body, ms: 10 });
    const many = Array.from({ length: 18 }, () => seen(201));
    const load = {
      clients: 1,
      took: 2000,
      seen: [...many, seen(409, '{"code":"slot-unavailable"}'), seen(503)],
    };
    const rows = loadRows(load, { ...load, took: 4000 });
    expect(rows[0]).toMatchObject({ figure: '10 a second', ratio: 2 });
    expect(rows.at(-1)).toMatchObject({
      figure: '2 of 20',
      against: '1 × 409 slot-unavailable, 1 × 503',
      aim: { met: false },
    });
  });
});

describe('a crowd', () => {
  const outcome = (status: number, body: object, busy = 0): Outcome => ({
    last: { status, body: JSON.stringify(body), ms: 1 },
    took: 1,
    busy,
  });
  const booked = Array.from({ length: 40 }, (_, index) =>
    outcome(201, { start: `s${index % 8}`, consultant: { id: `c${index % 5}` } }),
  );
  const refused = Array.from({ length: 460 }, () => outcome(409, { code: 'slot-unavailable' }, 1));
  const metBy = (outcomes: readonly Outcome[]) =>
    crowdRows({ outcomes, answered: 1, settled: 2 })
      .map(({ aim }) => aim?.met)
      .filter((met) => met !== undefined);

  test('is served when each place is booked once and everybody else is told', () => {
    expect(metBy([...booked, ...refused])).toEqual([true, true, true]);
  });

  test('is not when a place was given twice', () => {
    expect(metBy([...booked.slice(1), ...booked.slice(1, 2), ...refused])).toEqual([false, true, true]);
  });

  test('is not when somebody got another answer', () => {
    expect(metBy([...booked, ...refused.slice(1), outcome(500, { code: 'internal-error' })])).toEqual([
      ...[true, false, false],
    ]);
  });
});

test('a function runs no more at once than it may, and everybody in turn', async () => {
  let [running, most] = [0, 0];
  const functions = {
    async invoke(_: string, event: unknown) {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (event === 3) throw new Error('the third fails');
      return event;
    },
  };
  runFewAtOnce(functions, 2);
  const said = await Promise.allSettled([1, 2, 3, 4, 5].map((event) => functions.invoke('api', event)));
  expect(most).toBe(2);
  expect(said.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  ]);
});

test('the table is aligned, names a part once, and says which aim was missed', () => {
  const lines = tableOf([
    { part: 'slots', what: 'one', figure: '1 ms', ratio: 1400, aim: atMost(2, 1) },
    { part: 'slots', what: 'another', figure: '20 ms', against: 'dayjs', aim: atMost(450, 451, ' kB') },
    { part: 'http', what: 'a third', figure: '3' },
  ]).split('\n');
  expect(lines).toEqual([
    'part   what     figure  against  ratio    aim',
    'slots  one      1 ms             1,400 x  ≤ 2',
    '       another  20 ms   dayjs             ≤ 450 kB MISSED',
    'http   a third  3',
  ]);
});

test('figures have the digits that mean something', () => {
  expect([1234.5, 12.345, 0.012345, 0].map(digits)).toEqual(['1,235', '12.3', '0.0123', '0']);
  expect([2500, 12.34, 0.0123].map(duration)).toEqual(['2.5 s', '12.3 ms', '12.3 µs']);
});

describe('the command line', () => {
  test('takes parts, all of them unless said', () => {
    const parts = ['slots', 'capacity', 'start', 'http', 'crowd'];
    expect(readOptions([])).toEqual({ only: parts, large: false, calls: false });
    expect(readOptions(['--only', 'slots', '--only', 'crowd', '--large'])).toMatchObject({
      ...{ only: ['slots', 'crowd'], large: true },
    });
    expect(readOptions(['--help'])).toBe('help');
  });

  test('names what it does not know', () => {
    expect(() => readOptions(['--only', 'speed'])).toThrow('--only speed must be one of slots, capacity');
    expect(() => readOptions(['--fast'])).toThrow("Unknown option '--fast'");
  });
});
