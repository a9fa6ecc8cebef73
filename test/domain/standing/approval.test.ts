import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../lib/domain/standing/person-standing.ts';
import { instant } from '../given.ts';
import { excused, lateNotice, lifted, noShow, paid, reversed, rulesIn, standingAt } from './histories.ts';

const one = lateNotice('one', '2026-08-31T10:00');
const two = lateNotice('two', '2026-10-05T10:00');
const three = lateNotice('three', '2026-11-24T10:00');
const all = [one, two, three];

function isNeeded(local: string, history: Parameters<typeof standingAt>[1]): boolean {
  return standingAt(local, history).approval !== undefined;
}

describe('approval', () => {
  test('is needed from the third late notice within six months on, and says which they were', () => {
    expect(isNeeded('2026-11-24T09:41', [one, two])).toBe(false);
    expect(standingAt('2026-11-24T09:41', all).approval).toEqual({
      because: 'late-notices',
      until: instant('2027-03-01T00:00'),
      missed: ['one', 'two', 'three'].map((bookingId, index) => ({
        bookingId,
        start: all[index]?.start,
        reason: 'late_notice',
      })),
    });
  });

  test('is needed until six months after the third last, a month’s last day included', () => {
    expect(isNeeded('2027-02-28T23:59', all)).toBe(true);
    expect(isNeeded('2027-03-01T00:00', all)).toBe(false);
    const leap = [
      lateNotice('leap', '2027-08-31T10:00'),
      ...all.map((_, index) => lateNotice(`x${index}`, '2027-12-01T10:00')).slice(1),
    ];
    expect(isNeeded('2028-02-29T23:59', leap)).toBe(true);
    expect(isNeeded('2028-03-01T00:00', leap)).toBe(false);
  });

  test('ends where the date begins, in a zone whose clocks change at midnight', () => {
    const zone = 'Africa/Cairo';
    const history = ['a', 'b', 'c'].map((id) =>
      noShow(id, '2025-10-23T10:00', { zone, reason: 'late_notice' }),
    );
    const { approval } = standingOf(history, rulesIn(zone), instant('2025-12-01T10:00', zone));
    expect(approval?.until).toBe(instant('2026-04-24T01:00', zone));
  });

  test('is needed for late notice alone, not for not coming', () => {
    expect(isNeeded('2026-11-25T10:00', [one, two, noShow('three', '2026-11-24T10:00')])).toBe(false);
  });

  test('is not needed any more once one of them is excused or reversed', () => {
    expect(isNeeded('2026-11-26T10:00', [...all, excused(two)])).toBe(false);
    expect(isNeeded('2026-11-26T10:00', [...all, reversed(two)])).toBe(false);
  });

  test('lasts longer with a fourth: the third last of them counts', () => {
    const four = lateNotice('four', '2026-12-15T10:00');
    const { approval } = standingAt('2026-12-16T10:00', [...all, four]);
    expect(approval?.until).toBe(instant('2027-04-06T00:00'));
    expect(approval?.missed).toHaveLength(4);
  });

  test('is lifted by our staff for what was recorded so far, and needed again from the next late notice', () => {
    const lift = lifted(instant('2026-11-25T10:00'));
    expect(isNeeded('2026-11-25T10:00', [...all, lift])).toBe(false);
    expect(isNeeded('2026-11-25T10:00', [...all, lifted(three.at)])).toBe(false);
    expect(isNeeded('2026-11-25T10:00', [...all, lifted(three.at - 1)])).toBe(true);
    const four = lateNotice('four', '2026-12-15T10:00');
    expect(isNeeded('2026-12-16T10:00', [...all, lift, four])).toBe(true);
    expect(isNeeded('2026-12-16T10:00', [...all, lift, four, excused(four)])).toBe(false);
  });

  test('is none of what a payment ends', () => {
    const standing = standingAt('2026-11-25T10:00', [...all, paid(instant('2026-11-25T10:00'))]);
    expect(standing.block).toBeUndefined();
    expect(standing.approval).toBeDefined();
  });

  test('follows the policy’s own window and limit', () => {
    const rules = rulesIn(undefined, { lateNotices: { limit: 2, windowMonths: 1 } });
    const history = [lateNotice('one', '2026-10-31T10:00'), lateNotice('two', '2026-11-24T10:00')];
    expect(standingAt('2026-11-30T23:59', history, rules).approval?.until).toBe(instant('2026-12-01T00:00'));
    expect(standingAt('2026-12-01T00:00', history, rules).approval).toBeUndefined();
  });
});
