import { describe, expect, it } from 'vitest';
import { newBookingId } from '../../lib/adapters/booking-id.ts';

describe('a new booking id', () => {
  it('has one form: bkg_ and 26 characters that no one misreads', () => {
    for (const now of [0, 1, Date.parse('2026-11-23T15:00:00Z'), 2 ** 48 - 1]) {
      expect(newBookingId(now)).toMatch(/^bkg_[0-9a-hjkmnp-tv-z]{26}$/u);
    }
  });

  it('sorts as text in the order of time', () => {
    const start = Date.parse('2026-11-23T15:00:00Z');
    const instants = [0, 1, 31, 32, 1000, 86_400_000, 10 * 365 * 86_400_000].map((later) => start + later);
    const ids = instants.map(newBookingId);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('is never given twice, also within one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newBookingId(1_795_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
