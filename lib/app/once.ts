import type { EffectDeps, EffectId } from './deps.ts';

type OnceDeps = Pick<EffectDeps, 'outbox' | 'now'>;

/** Sends what was prepared, and gives the provider's id of it, or why it was held back. */
export type Send = () => Promise<string | undefined>;

/**
 * Does an effect once: takes the claim, sends, marks it done. What is sent is prepared beside taking the claim, so nothing
 * may change by that: it is thrown away where the claim is somebody else's. A failure of either gives the claim back. A
 * crash, or a mark that fails, leaves it until the lease ends, so that a message may then be repeated, but is never lost.
 */
export async function once(
  deps: OnceDeps,
  id: EffectId,
  leaseMs: number,
  prepare: (messageId: string) => Promise<Send>,
): Promise<void> {
  const now = deps.now();
  const leaseUntil = now + leaseMs;
  const [claim, prepared] = await Promise.allSettled([
    deps.outbox.claim(id, now, leaseUntil),
    Promise.try(prepare, `${id.owner}.${id.effect}`),
  ]);
  if (claim.status === 'rejected') throw claim.reason;
  if (claim.value === 'done') return;
  if (claim.value === 'held') throw new Error(`${id.owner} ${id.effect} is being done by another run`);
  const receipt = await sent(prepared).catch(async (error: unknown) => {
    await deps.outbox.release(id, leaseUntil);
    throw error;
  });
  await markDone(deps, id, receipt);
}

async function sent(prepared: PromiseSettledResult<Send>): Promise<string | undefined> {
  if (prepared.status === 'rejected') throw prepared.reason;
  return prepared.value();
}

/** What was sent can't be taken back: one more try costs less than a message that comes twice. */
async function markDone({ outbox, now }: OnceDeps, id: EffectId, receipt: string | undefined): Promise<void> {
  try {
    await outbox.markDone(id, now(), receipt);
  } catch {
    await outbox.markDone(id, now(), receipt);
  }
}
