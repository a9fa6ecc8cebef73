import { createHash } from 'node:crypto';
import { base32, CROCKFORD } from './base32.ts';

/**
 * `bkg_` and 26 characters that come of the idempotency key, always the same: 130 bits of a digest. There is no secret in
 * it, since it tells no more of a key than booking under that key does, and an id opens nothing without its signature.
 */
export function bookingIdOf(key: string): string {
  const digest = createHash('sha256').update(key).digest('hex');
  return `bkg_${base32(BigInt(`0x${digest}`), 26, CROCKFORD)}`;
}
