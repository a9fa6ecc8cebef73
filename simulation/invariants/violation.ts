import type { Logged, Script, Violation } from '../script.ts';
import type { World } from '../world.ts';

/** What an invariant is checked on. */
export interface Seen {
  readonly script: Script;
  readonly world: World;
  /** What the acts of the script were answered. */
  readonly log: readonly Logged[];
}

/** Something that must always be true of a world, and how to find where it isn't. */
export interface Invariant {
  readonly name: string;
  /** What is always true. */
  readonly says: string;
  /** What is not, each in a sentence. */
  readonly find: (seen: Seen) => readonly Found[];
}

export type Found = Omit<Violation, 'invariant'>;

/** An instant (ms) as sentences name it: without the seconds where there are none. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/(?::00)?\.000Z$/u, 'Z');
}
