/** Performs effects beside each other, so that one that fails stops no other. Throws afterwards if any did. */
export async function performAll<Effect>(
  effects: readonly Effect[],
  perform: (effect: Effect) => Promise<void>,
): Promise<void> {
  const results = await Promise.allSettled(effects.map(perform));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} effects failed`);
}
