import type { EffectDeps, EffectId } from './deps.ts';

type OnceDeps = Pick<EffectDeps, 'outbox' | 'now'>;

/**
 * Does an effect once: takes the claim, acts, marks it done. A failed act gives the claim back. A crash, or a mark that
 * fails, leaves it until the lease ends, so that a message may then be repeated, but is never lost.
 */
export async function once(
  deps: OnceDeps,
  id: EffectId,
  leaseMs: number,
  act: (messageId: string) => Promise<string | undefined>,
): Promise<void> {
  const now = deps.now();
  const leaseUntil = now + leaseMs;
  const claim = await deps.outbox.claim(id, now, leaseUntil);
  if (claim === 'done') return;
  if (claim === 'held') throw new Error(`${id.owner} ${id.effect} is being done by another run`);
  const receipt = await act(`${id.owner}.${id.effect}`).catch(async (error: unknown) => {
    await deps.outbox.release(id, leaseUntil);
    throw error;
  });
  await markDone(deps, id, receipt);
}

/** What was sent can't be taken back: one more try costs less than a message that comes twice. */
async function markDone({ outbox, now }: OnceDeps, id: EffectId, receipt: string | undefined): Promise<void> {
  try {
    await outbox.markDone(id, now(), receipt);
  } catch {
    await outbox.markDone(id, now(), receipt);
  }
}
