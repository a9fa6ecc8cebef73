import type { RefusalCode } from '../domain/refusal.ts';

/** Of a question by somebody who must be one of our staff. */
export const asking = [
  'invalid-input',
  'not-signed-in',
  'not-allowed',
] as const satisfies readonly RefusalCode[];

/** The same of a change. */
export const changing = [...asking, 'forged-request', 'busy'] as const satisfies readonly RefusalCode[];

/** The same of a change of a booking. */
export const deciding = [
  ...changing,
  'not-found',
  'changed-meanwhile',
] as const satisfies readonly RefusalCode[];
