import { refuseField } from '../../lib/http/read.ts';

/** When what is decided ends (ms). Throws `invalid-input` where that isn't said, or is past. */
export function endIn(until: number | undefined, now: number): number {
  if (until === undefined) return refuseField('until', 'is required');
  return until > now ? until : refuseField('until', 'must lie in the future');
}

/** Throws `invalid-input` where a decision that has no end is given one. */
export function refuseEnd(until: number | undefined): void {
  if (until !== undefined) refuseField('until', 'is only for a decision that ends');
}
