import type { EffectDeps, EffectId } from './deps.ts';

/**
 * Does an effect once: takes the claim, acts, marks it done. A failure gives the claim back; a crash leaves
 * it until the lease ends, so a message may then be repeated, but is never lost.
 */
export async function once(
  deps: Pick<EffectDeps, 'outbox' | 'now'>,
  id: EffectId,
  leaseMs: number,
  act: (messageId: string) => Promise<string | undefined>,
): Promise<void> {
  const now = deps.now();
  const leaseUntil = now + leaseMs;
  const claim = await deps.outbox.claim(id, now, leaseUntil);
  if (claim === 'done') return;
  if (claim === 'held') throw new Error(`${id.owner} ${id.effect} is being done by another run`);
  try {
    const receipt = await act(`${id.owner}.${id.effect}`);
    await deps.outbox.markDone(id, deps.now(), receipt);
  } catch (error) {
    await deps.outbox.release(id, leaseUntil);
    throw error;
  }
}
