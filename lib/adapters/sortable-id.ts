import { randomBytes } from 'node:crypto';
import { base32, CROCKFORD } from './base32.ts';

/** 26 characters that sort by time (ms) and then are random: 48 bits of time, 80 of chance. */
export function sortableId(now: number): string {
  const bits = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  return base32(bits, 26, CROCKFORD);
}
