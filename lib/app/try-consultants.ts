import type { Consultant } from '../domain/catalogue.ts';
import { Refusal } from '../domain/refusal.ts';
import { SlotTaken } from './deps.ts';

/**
 * Tries the consultants in order: whoever's time was taken a moment ago is passed over for the next. Throws
 * `slot-unavailable` when all were.
 */
export async function tryConsultants<T>(
  able: readonly Consultant[],
  attempt: (consultants: readonly string[]) => Promise<T>,
): Promise<T> {
  for (let first = 0; first < Math.max(1, able.length); first++) {
    try {
      return await attempt(able.slice(first).map(({ id }) => id));
    } catch (error) {
      if (!(error instanceof SlotTaken)) throw error;
    }
  }
  throw new Refusal('slot-unavailable', 'This time was taken a moment ago.');
}
