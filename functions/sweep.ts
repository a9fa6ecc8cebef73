import settings from '#config';
import { makeDeps } from '../lib/adapters/deps.ts';
import { sweep } from '../lib/app/sweep.ts';

const deps = makeDeps(process.env, settings);

/** Every 5 minutes: does what a lost timer left undone. */
export async function handler(): Promise<void> {
  const { looked, failed } = await sweep(deps);
  if (looked > 0) console.info({ message: 'swept', looked, failed: failed.length });
  for (const { bookingId, error } of failed) console.error({ message: 'sweep failed', bookingId, error });
}
