import { createHash } from 'node:crypto';
import type { HoursWish } from '../domain/calendar/hours-exception.ts';
import { base32, CROCKFORD } from './base32.ts';

/** What stands behind the instant. */
const HASH_BITS = 80n;

/**
 * `hrs_` and 26 characters that sort by the instant of `from`, so that an id leads to its row; the rest tells apart what
 * is asked for, and how often the same was removed before. Two who ask for the same at once get the same.
 */
export function hoursIdFor({ consultantId, kind, from, to }: HoursWish, removed: number): string {
  const facts = JSON.stringify([consultantId, kind, from, to, removed]);
  const hash = createHash('sha256').update(facts).digest('hex').slice(0, 20);
  return `hrs_${base32((BigInt(from) << HASH_BITS) | BigInt(`0x${hash}`), 26, CROCKFORD)}`;
}

/** The instant (ms) that the time behind an id begins at; undefined for what can't be an id. */
export function instantOfHoursId(id: string): number | undefined {
  if (!/^hrs_[0-9a-hjkmnp-tv-z]{26}$/u.test(id)) return undefined;
  const bits = Array.from(id.slice(4)).reduce(
    (sum, character) => sum * 32n + BigInt(CROCKFORD.indexOf(character)),
    0n,
  );
  return Number(bits >> HASH_BITS);
}
