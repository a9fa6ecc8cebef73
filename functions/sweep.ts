import type { Context } from 'aws-lambda';
import settings from '#config';
import { makeSweepDeps } from '../lib/adapters/sweep-deps.ts';
import { sweep, sweepBlocks, sweepDeliveries } from '../lib/app/sweep.ts';
import { log } from '../lib/telemetry/log.ts';
import { measure } from '../lib/telemetry/metrics.ts';
import { observedEvents } from '../lib/telemetry/observed.ts';

const deps = makeSweepDeps(process.env, settings);

/** Every 5 minutes: does what a lost timer left undone, tells whose block has ended, and has deliveries tried. */
export const handler = observedEvents(run);

async function run(_: unknown, context: Context): Promise<void> {
  const { looked, oldest, failed } = await sweep(deps);
  // Told where there is nothing too: a sweep that says nothing does not run.
  measure('TimersOverdue', looked);
  measure('OldestOverdue', Math.round(oldest / 1000));
  if (looked > 0) log.info('swept', { looked, failed: failed.length });
  for (const { bookingId, error } of failed) log.error('sweep failed', { bookingId, error });
  const blocks = await sweepBlocks(deps, context.getRemainingTimeInMillis());
  if (blocks.looked > 0) log.info('swept blocks', { looked: blocks.looked, failed: blocks.errors.length });
  for (const error of blocks.errors) log.error('sweep of blocks failed', { error });
  const deliveries = await sweepDeliveries(deps);
  if (deliveries > 0) log.info('swept deliveries', { looked: deliveries });
}
