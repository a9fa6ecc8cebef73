import type { Context } from 'aws-lambda';
import settings from '#config';
import { makeSweepDeps } from '../lib/adapters/deps.ts';
import { sweep, sweepBlocks } from '../lib/app/sweep.ts';

const deps = makeSweepDeps(process.env, settings);

/** Every 5 minutes: does what a lost timer left undone, and tells whose block has ended. */
export async function handler(_: unknown, context: Context): Promise<void> {
  const { looked, failed } = await sweep(deps);
  if (looked > 0) console.info({ message: 'swept', looked, failed: failed.length });
  for (const { bookingId, error } of failed) console.error({ message: 'sweep failed', bookingId, error });
  const blocks = await sweepBlocks(deps, context.getRemainingTimeInMillis());
  if (blocks.looked > 0)
    console.info({ message: 'swept blocks', looked: blocks.looked, failed: blocks.errors.length });
  for (const error of blocks.errors) console.error({ message: 'sweep of blocks failed', error });
}
