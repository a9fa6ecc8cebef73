import { randomBytes } from 'node:crypto';

/** `bkg_` and 26 characters that sort by time (ms) and then are random: 48 bits of time, 80 of chance. */
export function newBookingId(now: number): string {
  const bits = (BigInt(now) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  return `bkg_${base32(bits)}`;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(bits: bigint): string {
  return Array.from(
    { length: 26 },
    (_, index) => ALPHABET[Number((bits >> BigInt(5 * (25 - index))) & 31n)],
  ).join('');
}
