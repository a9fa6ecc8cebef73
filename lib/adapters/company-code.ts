import { randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';

/** Neither 0 and O nor 1 and I: people read codes to each other and copy them by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A company code of 80 random bits, in four groups of four such as `7KQM-X2VP-9RTD-HW4C`. */
export function newCompanyCode(): string {
  const code = base32(BigInt(`0x${randomBytes(10).toString('hex')}`), 16, ALPHABET);
  return code.replace(/.{4}(?!$)/gu, '$&-');
}
