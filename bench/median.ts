/** The value that a share of the others doesn't exceed, interpolated between neighbours. Throws where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error('nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}

/** The value in the middle. Throws where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
