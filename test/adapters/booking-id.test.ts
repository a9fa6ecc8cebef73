import { describe, expect, it } from 'vitest';
import { bookingIdOf } from '../../lib/adapters/booking-id.ts';

describe("a booking's id", () => {
  it('has one form: bkg_ and 26 characters that no one misreads', () => {
    for (const key of [
      '',
      'booking 1',
      'form 0c8d2f4e-7a1b-4e63-b3f0-5d9a1c6e2b71',
      'booking ü'.repeat(99),
    ]) {
      expect(bookingIdOf(key)).toMatch(/^bkg_[0-9a-hjkmnp-tv-z]{26}$/u);
    }
  });

  it('is the same for the same key, in every version of the code: repeats of years ago must find their booking', () => {
    expect(bookingIdOf('booking 1')).toBe('bkg_84rj86sh1frbaznrfp3qxcdfmc');
  });

  it('is another for another key, whose beginning tells nothing of it', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => bookingIdOf(`booking ${index}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(4, 6))).size).toBe(32 * 32);
  });
});
