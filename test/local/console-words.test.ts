import { describe, expect, it } from 'vitest';
import { withInstants } from '../../local/console/history.ts';
import { fromNow } from '../../local/console/moments.ts';
import { eventTitle, timerTitle, words } from '../../local/console/words.ts';

const now = Date.parse('2026-11-23T15:00:00Z');

describe('the words of the console', () => {
  it.each([
    [0, 'now'],
    [45_000, 'in 45 s'],
    [59 * 60_000, 'in 59 min'],
    [200 * 60_000, 'in 3 h 20 min'],
    [24 * 3_600_000, 'in 1 d'],
    [25 * 3_600_000, 'in 1 d 1 h'],
    [-5 * 60_000, '5 min ago'],
  ])('say %d ms from now as "%s"', (distance, expected) => {
    expect(fromNow(now + distance, now)).toBe(expected);
  });

  it('name timers by what they are for, and those of later days by their kind', () => {
    expect(timerTitle('remind-24h')).toBe('Reminder, 24 h before');
    expect(timerTitle('close')).toBe('Close if nobody came');
    expect(timerTitle('expire')).toBe('Ends if nobody has approved it');
    expect(timerTitle('expire-account')).toBe('Expire account');
    expect(words('previousStart')).toBe('Previous start');
  });

  it('say what an event means where its type alone would not, and spell out any other', () => {
    expect(eventTitle('mobile-lost')).toBe('Goes on without texts');
    expect(eventTitle('late-notice-warned')).toBe('Warned of the late notice');
    expect(eventTitle('never-heard-of')).toBe('Never heard of');
  });

  it('show instants as RFC 3339, at any depth, and leave other numbers alone', () => {
    expect(withInstants({ at: now, version: 2, timers: [{ at: now }], holds: { from: 1_995_708 } })).toEqual({
      at: '2026-11-23T15:00:00.000Z',
      version: 2,
      timers: [{ at: '2026-11-23T15:00:00.000Z' }],
      holds: { from: 1_995_708 },
    });
  });
});
