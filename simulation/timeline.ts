import type { Act, Script } from './script.ts';

const AGAIN_MS = 60_000;

/** Something that happens at an instant: an act or another copy of it, and all that happens at once with it. */
export interface Step {
  readonly at: number;
  readonly acts: readonly Act[];
}

/** The steps of a script in the order of their instants: late texts and joins when they arrive, repeated ones again. */
export function stepsOf({ acts }: Pick<Script, 'acts'>): Step[] {
  const bursts = Map.groupBy(acts.filter(isCrowded), ({ at, burst }) => `${at} ${burst}`);
  const together = [...bursts.values()].map((crowd) => ({ at: crowd[0]?.at ?? 0, acts: crowd }));
  const alone = acts
    .filter((act) => !isCrowded(act))
    .flatMap((act) => arrivals(act).map((at) => ({ at, acts: [act] })));
  return [...together, ...alone].sort((one, other) => one.at - other.at || compare(one, other));
}

const isCrowded = ({ burst }: Act): boolean => burst !== undefined;

function arrivals(act: Act): number[] {
  if (act.do === 'text') return copies(act.at + (act.lateBy ?? 0), act.duplicated);
  if (act.do === 'join') return copies(act.at + (act.by === 'provider' ? (act.lateBy ?? 0) : 0), act.repeats);
  return [act.at];
}

function copies(at: number, more = 0): number[] {
  return Array.from({ length: more + 1 }, (_, copy) => at + copy * AGAIN_MS);
}

function compare({ acts: [one] }: Step, { acts: [other] }: Step): number {
  return (one?.id ?? '') < (other?.id ?? '') ? -1 : 1;
}
