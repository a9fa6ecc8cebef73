import settings from '#config';
import { makeDeps } from '../lib/adapters/deps.ts';
import type { TimerPayload } from '../lib/adapters/timers.ts';
import { handle } from '../lib/app/handle.ts';
import { Refusal } from '../lib/domain/refusal.ts';

const deps = makeDeps(process.env, settings);

/** A timer arrived. What it makes happen, if anything, is decided from the booking. */
export async function handler({ kind, bookingId, version }: TimerPayload): Promise<void> {
  try {
    await handle(deps, bookingId, { type: 'due', kind, version });
  } catch (error) {
    // A timer for a booking that is gone has nothing to do; anything else is tried again.
    if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
  }
}
