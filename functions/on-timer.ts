import settings from '#config';
import { makeDeps } from '../lib/adapters/deps.ts';
import type { TimerPayload } from '../lib/adapters/timers.ts';
import { handle } from '../lib/app/handle.ts';
import { Refusal } from '../lib/domain/refusal.ts';
import { log } from '../lib/telemetry/log.ts';
import { measure } from '../lib/telemetry/metrics.ts';
import { observedEvents } from '../lib/telemetry/observed.ts';

const deps = makeDeps(process.env, settings);

/** A timer arrived. What it makes happen, if anything, is decided from the booking. */
export const handler = observedEvents(fire, ({ cause }: TimerPayload) => cause);

async function fire({ kind, bookingId, version }: TimerPayload): Promise<void> {
  log.info('timer arrived', { bookingId, kind, version });
  try {
    await handle(deps, bookingId, { type: 'due', kind, version });
  } catch (error) {
    // A timer for a booking that is gone has nothing to do; anything else is tried again.
    if (error instanceof Refusal && error.code === 'not-found') return;
    measure('TimersFailed');
    throw error;
  }
}
