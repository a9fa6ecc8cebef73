import { errorWithout } from './error-without.ts';

/** A service's error without the telephone number that its words may hold. */
export function withoutNumber(error: unknown, mobile: string): Error {
  const digits = mobile.replace(/^\+/u, '');
  return errorWithout(error, new RegExp(`\\+?${digits}`, 'gu'), 'the number');
}
