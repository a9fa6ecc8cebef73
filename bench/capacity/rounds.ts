/** A call, from when it arrived to when it was answered. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The calls in the rounds in which they were made: a call is in the round after the last one that had ended before it
 * started. Calls that were under way beside each other are in one round.
 */
export function inRounds<Call extends Span>(calls: readonly Call[]): Call[][] {
  const rounds: Call[][] = [];
  for (const call of calls.toSorted((a, b) => a.start - b.start)) {
    const last = rounds.findLastIndex((round) => round.some(({ end }) => end <= call.start));
    const round = rounds[last + 1] ?? [];
    rounds[last + 1] = round;
    round.push(call);
  }
  return rounds;
}
