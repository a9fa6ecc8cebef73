import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../lib/domain/standing/person-standing.ts';
import { DAY, instant } from '../given.ts';
import { excused, lateNotice, ledTo, noShow, rulesIn, standingAt } from './histories.ts';

/** The bookings that led to a block, given the wall-clock starts of two no-shows. */
function together(first: string, second: string, zone = 'America/New_York'): boolean {
  const history = [noShow('one', first, { zone }), noShow('two', second, { zone })];
  return standingOf(history, rulesIn(zone), instant(second, zone) + DAY).block !== undefined;
}

describe('two no-shows', () => {
  test.each([
    ['2026-05-24T10:00', '2026-11-24T10:00'],
    ['2026-05-24T08:30', '2026-11-24T17:00'],
    ['2026-05-24T17:00', '2026-11-24T08:30'],
    ['2026-08-24T10:00', '2027-02-24T10:00'],
  ])('exactly six calendar months apart block, whatever the hour: %s and %s', (first, second) => {
    expect(together(first, second)).toBe(true);
  });

  test.each([
    ['2026-05-24T10:00', '2026-11-25T10:00'],
    ['2026-05-24T17:00', '2026-11-25T08:30'],
    ['2026-05-24T23:30', '2026-11-25T00:15'],
  ])('a day more apart do not, even if the hours between are few: %s and %s', (first, second) => {
    expect(together(first, second)).toBe(false);
  });

  test.each([
    ['2026-08-31T10:00', '2027-02-28T10:00', '2027-03-01T10:00'],
    ['2026-08-30T10:00', '2027-02-28T10:00', '2027-03-01T10:00'],
    ['2026-08-29T10:00', '2027-02-28T10:00', '2027-03-01T10:00'],
    ['2026-08-28T10:00', '2027-02-28T10:00', '2027-03-01T10:00'],
    ['2026-08-27T10:00', '2027-02-27T10:00', '2027-02-28T10:00'],
    ['2027-08-31T10:00', '2028-02-29T10:00', '2028-03-01T10:00'],
    ['2027-08-29T10:00', '2028-02-29T10:00', '2028-03-01T10:00'],
    ['2027-08-28T10:00', '2028-02-28T10:00', '2028-02-29T10:00'],
    ['2026-03-31T10:00', '2026-09-30T10:00', '2026-10-01T10:00'],
    ['2026-10-31T10:00', '2027-04-30T10:00', '2027-05-01T10:00'],
    ['2028-02-29T10:00', '2028-08-29T10:00', '2028-08-30T10:00'],
    ['2027-02-28T10:00', '2027-08-28T10:00', '2027-08-29T10:00'],
  ])(
    'from %s are six months apart until %s, a month’s last day where it is shorter, and not on %s',
    (first, last, after) => {
      expect([together(first, last), together(first, after)]).toEqual([true, false]);
    },
  );

  test.each([
    // The same two instants: a day more than six months in Berlin, and no more than six in New York.
    ['Europe/Berlin', '2026-05-24T23:30', '2026-11-25T00:30', false],
    ['America/New_York', '2026-05-24T17:30', '2026-11-24T18:30', true],
    ['Asia/Kathmandu', '2026-05-24T00:00', '2026-11-24T23:45', true],
    ['Pacific/Kiritimati', '2026-05-24T00:00', '2026-11-25T00:00', false],
  ])('are dated in the deployment’s zone: in %s %s and %s', (zone, first, second, expected) => {
    expect(together(first, second, zone)).toBe(expected);
  });

  test('missed in the same hour block, the one that was recorded last from then on', () => {
    const history = [
      noShow('one', '2026-11-24T10:00', { at: instant('2026-11-24T10:15:02') }),
      noShow('two', '2026-11-24T10:00', { at: instant('2026-11-24T10:15:01') }),
    ];
    const standing = standingAt('2026-11-24T10:16', history);
    expect(standing.block).toMatchObject({ since: instant('2026-11-24T10:15:02') });
    expect(ledTo(standing)).toEqual([['two', 'one']]);
  });

  test('recorded in the same millisecond start one block, whichever comes first', () => {
    const history = [noShow('two', '2026-11-24T10:00'), noShow('one', '2026-11-24T10:00')];
    const standing = standingAt('2026-11-24T10:16', history);
    expect(ledTo(standing)).toEqual([['one', 'two']]);
    expect(standingAt('2026-11-24T10:16', history.toReversed())).toEqual(standing);
  });

  test('one of them recorded ahead of its session, the block comes with the other', () => {
    const ahead = lateNotice('ahead', '2026-11-24T15:00');
    const absent = noShow('absent', '2026-11-24T14:30');
    const standing = standingAt('2026-11-24T14:46', [ahead, absent]);
    expect(standing.block?.since).toBe(absent.at);
    expect(ledTo(standing)).toEqual([['ahead', 'absent']]);
    expect(standing.noShows.map(({ bookingId }) => bookingId)).toEqual(['absent', 'ahead']);
  });

  test('late notice whose session is still ahead counts at once', () => {
    const late = lateNotice('late', '2026-11-24T15:00');
    const standing = standingAt('2026-11-24T14:41', [noShow('one', '2026-10-01T10:00'), late]);
    expect(standing.block).toMatchObject({ since: late.at, until: instant('2027-01-23T15:00') });
  });

  test('one of which is excused don’t, and one alone doesn’t', () => {
    const one = noShow('one', '2026-11-02T10:00');
    const two = noShow('two', '2026-11-24T10:00');
    expect(standingAt('2026-11-25T10:00', [one, excused(one), two]).blocks).toEqual([]);
    expect(standingAt('2026-11-25T10:00', [two]).blocks).toEqual([]);
  });
});

describe('a further no-show', () => {
  const one = noShow('one', '2026-01-10T10:00');
  const two = noShow('two', '2026-05-10T10:00');

  test('within six months of any other starts a new block, also when the one before is long over', () => {
    const three = noShow('three', '2026-11-10T10:00');
    const standing = standingAt('2026-11-11T10:00', [one, two, three]);
    expect(ledTo(standing)).toEqual([
      ['one', 'two'],
      ['two', 'three'],
    ]);
    expect(standing.block).toMatchObject({ since: three.at, until: instant('2027-01-09T10:00') });
  });

  test('within a block starts another, which ends later', () => {
    const three = noShow('three', '2026-05-20T10:00');
    const standing = standingAt('2026-05-21T10:00', [one, two, three]);
    expect(ledTo(standing)).toEqual([
      ['one', 'two'],
      ['one', 'two', 'three'],
    ]);
    expect(standing.block?.until).toBe(instant('2026-07-19T10:00'));
  });

  test('more than six months after the last starts none', () => {
    const three = noShow('three', '2026-11-11T10:00');
    expect(ledTo(standingAt('2026-11-12T10:00', [one, two, three]))).toEqual([['one', 'two']]);
  });
});

describe('another policy', () => {
  const history = [
    noShow('one', '2026-01-31T10:00'),
    noShow('two', '2026-02-28T10:00'),
    noShow('three', '2026-03-31T10:00'),
  ];

  test('may block from the first no-show on, for as long as it says', () => {
    const rules = rulesIn(undefined, { noShows: { limit: 1, blockDays: 10 } });
    const standing = standingAt('2026-02-01T10:00', history.slice(0, 1), rules);
    expect(standing.block).toMatchObject({
      until: instant('2026-02-10T10:00'),
      missed: [{ bookingId: 'one' }],
    });
  });

  test('may take three within another window', () => {
    const rules = rulesIn(undefined, { noShows: { limit: 3, windowMonths: 2 } });
    expect(ledTo(standingAt('2026-04-01T10:00', history, rules))).toEqual([['one', 'two', 'three']]);
    const shorter = rulesIn(undefined, { noShows: { limit: 3, windowMonths: 1 } });
    expect(standingAt('2026-04-01T10:00', history, shorter).blocks).toEqual([]);
  });
});

describe('the no-shows that count today', () => {
  test('are those of the last six months, that date included, by their start', () => {
    const history = [noShow('later', '2026-05-24T10:00'), noShow('sooner', '2026-03-31T10:00')];
    const counting = (local: string) => standingAt(local, history).noShows.map(({ bookingId }) => bookingId);
    expect(counting('2026-09-30T23:59')).toEqual(['sooner', 'later']);
    expect(counting('2026-10-01T00:00')).toEqual(['later']);
    expect(counting('2026-11-24T23:59')).toEqual(['later']);
    expect(counting('2026-11-25T00:00')).toEqual([]);
  });

  test('say which session it was, when it began, and why it is one', () => {
    const entry = noShow('one', '2026-11-24T10:00', { reason: 'never_joined_after_keeping_open' });
    expect(standingAt('2026-11-24T11:00', [entry]).noShows).toEqual([
      { bookingId: 'one', start: entry.start, reason: 'never_joined_after_keeping_open' },
    ]);
  });
});
