import { describe, expect, test } from 'vitest';
import { blockStartedBy, standingOf } from '../../../lib/domain/standing/person-standing.ts';
import { DAY, instant, local, MINUTE } from '../given.ts';
import {
  blockedByStaff,
  excused,
  ledTo,
  lifted,
  noShow,
  paid,
  reversed,
  rulesIn,
  standingAt,
} from './histories.ts';

const one = noShow('one', '2026-11-02T10:00');
const two = noShow('two', '2026-11-24T10:00');
/** Blocked from 24 November, 10:15, until 23 January, 10:00. */
const both = [one, two];

describe('a block', () => {
  test('lasts from when the second no-show is recorded until sixty days after its session', () => {
    expect(standingAt('2026-11-24T10:15', both).block).toEqual({
      since: instant('2026-11-24T10:15'),
      until: instant('2027-01-23T10:00'),
      because: 'no-shows',
      missed: [
        { bookingId: 'one', start: one.start, reason: 'absent' },
        { bookingId: 'two', start: two.start, reason: 'absent' },
      ],
    });
  });

  test('is over at the very minute that it names, and stays on record', () => {
    const end = instant('2027-01-23T10:00');
    expect(standingOf(both, rulesIn(), end - 1).block).toBeDefined();
    const after = standingOf(both, rulesIn(), end);
    expect(after.block).toBeUndefined();
    expect(ledTo(after)).toEqual([['one', 'two']]);
  });

  test('is in force once it is on record, also for a clock that is a little behind', () => {
    expect(standingOf(both, rulesIn(), two.at - 50).block).toBeDefined();
  });

  test.each([
    ['America/New_York', '2026-01-20T10:00', '2026-03-21T10:00', 60 * 24 - 1],
    ['America/New_York', '2026-09-20T10:00', '2026-11-19T10:00', 60 * 24 + 1],
    ['Europe/Berlin', '2026-02-10T09:15', '2026-04-11T09:15', 60 * 24 - 1],
    ['Europe/Berlin', '2026-09-10T09:15', '2026-11-09T09:15', 60 * 24 + 1],
    ['Australia/Lord_Howe', '2026-09-10T16:30', '2026-11-09T16:30', 60 * 24 - 0.5],
    ['Asia/Kathmandu', '2026-03-01T12:00', '2026-04-30T12:00', 60 * 24],
    // Skipped and repeated hours: after the gap, and the first of the two.
    ['America/New_York', '2026-01-07T02:30', '2026-03-08T03:30', 60 * 24],
    ['America/New_York', '2026-09-02T01:30', '2026-11-01T01:30', 60 * 24],
    ['Europe/Berlin', '2026-01-28T02:30', '2026-03-29T03:30', 60 * 24],
    ['Africa/Cairo', '2026-02-23T00:30', '2026-04-24T01:30', 60 * 24],
    // The last of February.
    ['America/New_York', '2027-12-31T10:00', '2028-02-29T10:00', 60 * 24],
    ['America/New_York', '2026-12-31T10:00', '2027-03-01T10:00', 60 * 24],
  ])('in %s from %s ends at %s, %d hours later', (zone, start, end, hours) => {
    const history = [noShow('one', start, { zone }), noShow('two', start, { zone })];
    const { block } = standingOf(history, rulesIn(zone), instant(start, zone) + DAY);
    expect(local(block?.until ?? 0, zone)).toBe(end);
    expect((block?.until ?? 0) - instant(start, zone)).toBe(hours * 60 * MINUTE);
  });

  test('that ends last is the one in force', () => {
    const long = blockedByStaff(instant('2026-11-10T10:00'), instant('2027-06-01T00:00'));
    expect(standingAt('2026-12-01T10:00', [...both, long]).block?.because).toBe('staff');
    const short = blockedByStaff(instant('2026-11-10T10:00'), instant('2026-12-24T00:00'));
    expect(standingAt('2026-12-01T10:00', [...both, short]).block?.because).toBe('no-shows');
  });

  test('is found by the no-show that started it, and by no other', () => {
    const staff = blockedByStaff(instant('2026-11-10T10:00'), instant('2027-06-01T00:00'));
    const standing = standingAt('2027-05-01T10:00', [...both, staff]);
    expect(blockStartedBy(standing, 'two')).toBe(standing.blocks.find(({ since }) => since === two.at));
    expect(blockStartedBy(standing, 'one')).toBeUndefined();
  });
});

describe('an excuse', () => {
  test.each(['one', 'two'])(
    'of no-show %s takes the block along at once, as if it had never been',
    (which) => {
      const entry = which === 'one' ? one : two;
      const standing = standingAt('2026-11-26T10:00', [...both, excused(entry)]);
      expect(standing.block).toBeUndefined();
      expect(standing.blocks).toEqual([]);
      expect(standing.noShows.map(({ bookingId }) => bookingId)).toEqual([which === 'one' ? 'two' : 'one']);
    },
  );

  test('before the second no-show leaves that one the first', () => {
    const history = [one, excused(one, instant('2026-11-03T09:00')), two];
    expect(standingAt('2026-11-24T10:16', history).blocks).toEqual([]);
    const three = noShow('three', '2026-12-10T10:00');
    expect(ledTo(standingAt('2026-12-11T10:00', [...history, three]))).toEqual([['two', 'three']]);
  });

  test('of one in three leaves the block that the others make', () => {
    const three = noShow('three', '2026-12-10T10:00');
    const standing = standingAt('2026-12-12T10:00', [...both, three, excused(two)]);
    expect(ledTo(standing)).toEqual([['one', 'three']]);
    expect(standing.block?.until).toBe(instant('2027-02-08T10:00'));
  });

  test('after the block has ended takes it off the record', () => {
    expect(
      standingAt('2027-03-01T10:00', [...both, excused(two, instant('2027-02-28T10:00'))]).blocks,
    ).toEqual([]);
  });

  test('counts from the same event on in whatever order the entries come', () => {
    const history = [excused(two), two, one];
    expect(standingAt('2026-11-26T10:00', history).blocks).toEqual([]);
  });

  test('of a no-show that was reversed meanwhile excuses no later one of the same booking', () => {
    const again = noShow('two', '2026-11-24T10:00', { number: 8, reason: 'never_joined_after_keeping_open' });
    const history = [one, two, excused(two), { ...reversed(two), number: 7 }, again];
    expect(ledTo(standingAt('2026-11-26T10:00', history))).toEqual([['one', 'two']]);
  });
});

describe('a reversal', () => {
  test('takes the no-show and its block along', () => {
    const standing = standingAt('2026-11-24T10:20', [...both, reversed(two)]);
    expect(standing.blocks).toEqual([]);
    expect(standing.noShows.map(({ bookingId }) => bookingId)).toEqual(['one']);
  });

  test('of a session that is missed in the end leaves one no-show, of the later record', () => {
    const again = noShow('two', '2026-11-24T10:00', {
      number: 9,
      reason: 'never_joined_after_keeping_open',
      at: instant('2026-11-24T11:00'),
    });
    const standing = standingAt('2026-11-24T11:01', [again, ...both, reversed(two)]);
    expect(standing.block).toMatchObject({
      since: again.at,
      missed: [{ bookingId: 'one' }, { bookingId: 'two', reason: 'never_joined_after_keeping_open' }],
    });
  });
});

describe.each([
  ['a payment', paid],
  ['a lift', lifted],
])('%s', (_, ruling) => {
  const ended = ruling(instant('2026-12-01T10:00'));

  test('ends the block at once, and the block says by what', () => {
    const standing = standingAt('2026-12-01T10:00', [...both, ended]);
    expect(standing.block).toBeUndefined();
    expect(standing.blocks).toMatchObject([{ since: two.at, endedBy: ended }]);
    expect(standing.noShows).toHaveLength(2);
  });

  test('ends every block so far, those of our staff too', () => {
    const staff = blockedByStaff(instant('2026-11-30T10:00'), instant('2027-06-01T00:00'), 'rul_0');
    const standing = standingAt('2026-12-01T10:00', [ended, staff, ...both]);
    expect(standing.block).toBeUndefined();
    expect(standing.blocks.map(({ endedBy }) => endedBy)).toEqual([ended, ended]);
  });

  test('ends none that comes later: a further no-show starts a new one', () => {
    const three = noShow('three', '2026-12-01T09:46', { at: instant('2026-12-01T10:01') });
    const standing = standingAt('2026-12-02T10:00', [...both, ended, three]);
    expect(standing.block).toMatchObject({ since: three.at, missed: [{}, {}, { bookingId: 'three' }] });
    const staff = blockedByStaff(instant('2026-12-01T10:01'), instant('2027-06-01T00:00'), 'rul_2');
    expect(standingAt('2026-12-02T10:00', [...both, staff, ended]).block?.because).toBe('staff');
  });

  test('in the instant in which the no-show is recorded ends its block', () => {
    expect(standingAt('2026-11-25T10:00', [...both, ruling(two.at)]).block).toBeUndefined();
    expect(standingAt('2026-11-25T10:00', [...both, ruling(two.at - 1)]).block).toBeDefined();
  });

  test('and a block of our staff in one instant count in the order in which they were decided', () => {
    const at = instant('2026-12-01T10:00');
    const until = instant('2027-06-01T00:00');
    const inForce = (id: string): boolean =>
      standingAt('2026-12-02T10:00', [blockedByStaff(at, until, id), ruling(at, 'rul_5')]).block !==
      undefined;
    expect([inForce('rul_4'), inForce('rul_6')]).toEqual([false, true]);
  });

  test('after the block’s own end is not what ended it', () => {
    const late = ruling(instant('2027-01-23T10:00'));
    expect(standingAt('2027-02-01T10:00', [...both, late]).blocks[0]?.endedBy).toBeUndefined();
  });

  test('that is followed by another is the one that ended it', () => {
    const next = ruling(instant('2026-12-05T10:00'), 'rul_0');
    expect(standingAt('2026-12-06T10:00', [next, ...both, ended]).blocks[0]?.endedBy).toEqual(ended);
  });
});

describe('a block of our staff', () => {
  const ruling = blockedByStaff(instant('2026-12-01T10:00'), instant('2026-12-24T00:00'));

  test('lasts until the instant that they named, for the reason that they gave', () => {
    expect(standingAt('2026-12-23T23:59', [ruling]).block).toEqual({
      since: ruling.at,
      until: instant('2026-12-24T00:00'),
      because: 'staff',
      missed: [],
      ruling,
    });
    expect(standingAt('2026-12-24T00:00', [ruling]).block).toBeUndefined();
  });

  test('is none of those that excuses take back', () => {
    const standing = standingAt('2026-12-02T10:00', [...both, ruling, excused(one), excused(two)]);
    expect(standing.blocks).toMatchObject([{ because: 'staff' }]);
  });
});
