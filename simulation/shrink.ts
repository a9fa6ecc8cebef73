import type { CallFault, Fault } from '../local/hostile/fault.ts';
import type { Act, Script } from './script.ts';
import { without } from './without.ts';

/** Whether a script still goes wrong. Each script that is asked about runs anew. */
export type Fails = (script: Script) => Promise<boolean>;

export interface ShrinkOptions {
  /** How many scripts are tried at most. */
  readonly tries?: number;
  /** Told of each script that is smaller and goes wrong still. */
  readonly onSmaller?: (script: Script) => void;
}

/**
 * The smallest script found that goes wrong: by delta debugging over faults, over bookings with all that depends on
 * them, over single acts, and over what is left of an act.
 */
export async function shrink(script: Script, fails: Fails, options: ShrinkOptions = {}): Promise<Script> {
  const shrinking = new Shrinking(script, fails, options);
  await shrinking.leaveOut(({ faults }) => [faults.map(({ id }) => id)]);
  await shrinking.leaveOut(({ faults }) => faults.map(({ id }) => [id]));
  await shrinking.leaveOut(({ acts }) => acts.filter(isBeginning).map(({ id }) => [id]));
  await shrinking.leaveOut(({ acts }) => acts.map(({ id }) => [id]));
  await shrinking.leaveOut(({ faults }) => faults.map(({ id }) => [id]));
  await shrinking.simplify();
  return shrinking.smallest;
}

const isBeginning = (act: Act): boolean => !('booking' in act);

class Shrinking {
  smallest: Script;
  readonly #fails: Fails;
  readonly #options: ShrinkOptions;
  #left: number;

  constructor(script: Script, fails: Fails, options: ShrinkOptions) {
    this.smallest = script;
    this.#fails = fails;
    this.#options = options;
    this.#left = options.tries ?? 200;
  }

  /** Leaves groups of items out, half of them at once, then quarters and so on, as long as it goes wrong. */
  async leaveOut(groupsOf: (script: Script) => string[][]): Promise<void> {
    let groups = groupsOf(this.smallest).filter((group) => group.length > 0);
    for (let size = groups.length; size >= 1; ) {
      const kept = await this.#pass(groups, size);
      if (kept.length === groups.length || size > 1) size = size === 1 ? 0 : Math.ceil(size / 2);
      groups = kept;
      size = Math.min(size, groups.length);
    }
  }

  /** Takes away what an act or a fault can be without. */
  async simplify(): Promise<void> {
    for (const { id } of this.smallest.acts) {
      for (const change of plainer) await this.#tryActs((act) => (act.id === id ? change(act) : act));
    }
    for (const { id } of this.smallest.faults) {
      await this.#tryFaults((fault) => (fault.id === id ? shorter(fault) : fault));
    }
  }

  /** One pass over the groups in chunks; gives those that could not be left out. */
  async #pass(groups: readonly string[][], size: number): Promise<string[][]> {
    const kept: string[][] = [];
    for (let from = 0; from < groups.length; from += size) {
      const chunk = groups.slice(from, from + size);
      const candidate = without(this.smallest, new Set(chunk.flat()));
      const isSmaller = lengthOf(candidate) < lengthOf(this.smallest);
      if (isSmaller && !(await this.#takes(candidate)) && !(await this.#takes(this.#aimedAnew(candidate)))) {
        kept.push(...chunk);
      }
    }
    return kept;
  }

  async #takes(candidate: Script | undefined): Promise<boolean> {
    if (candidate === undefined || this.#left <= 0) return false;
    this.#left -= 1;
    if (!(await this.#fails(candidate))) return false;
    this.smallest = candidate;
    this.#options.onSmaller?.(candidate);
    return true;
  }

  /** With fewer acts there are fewer calls: the same call has another number, here guessed by proportion. */
  #aimedAnew(candidate: Script): Script | undefined {
    const share = candidate.acts.length / this.smallest.acts.length;
    if (share === 1 || candidate.faults.length === 0) return undefined;
    const aimed = candidate.faults.map((fault) =>
      'nth' in fault ? { ...fault, nth: Math.max(1, Math.round(fault.nth * share)) } : fault,
    );
    const same = aimed.every((fault, index) => nthOf(fault) === nthOf(candidate.faults[index]));
    return same ? undefined : { ...candidate, faults: aimed };
  }

  async #tryActs(change: (act: Act) => Act): Promise<void> {
    const acts = this.smallest.acts.map(change);
    if (JSON.stringify(acts) === JSON.stringify(this.smallest.acts)) return;
    await this.#takes({ ...this.smallest, acts });
  }

  async #tryFaults(change: (fault: Fault) => Fault): Promise<void> {
    const faults = this.smallest.faults.map(change);
    if (JSON.stringify(faults) === JSON.stringify(this.smallest.faults)) return;
    await this.#takes({ ...this.smallest, faults });
  }
}

const lengthOf = ({ acts, faults }: Script): number => acts.length + faults.length;

const nthOf = (fault: Fault | undefined): number | undefined =>
  fault !== undefined && 'nth' in fault ? fault.nth : undefined;

/** Each takes one thing away that makes an act less plain. */
const plainer: readonly ((act: Act) => Act)[] = ['repeats', 'duplicated', 'lateBy', 'byPage', 'burst'].map(
  (name) => (act) =>
    Object.fromEntries(Object.entries(act).filter(([key]) => key !== name)) as unknown as Act,
);

function shorter(fault: Fault): Fault {
  if (fault.kind !== 'call') return fault;
  const { times: _, ...once } = fault satisfies CallFault;
  return once;
}
