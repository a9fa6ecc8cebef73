import type { FunctionName } from '../../cdk/function-names.ts';

/** A known fault in the product's code: what one careless change would have made of it. */
export interface Mutant {
  /** What the code does with it. */
  readonly name: string;
  /** From the root. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The functions whose bundles have the fault. */
  readonly functions: readonly FunctionName[];
  /** The play that brings it out, in plays.ts. */
  readonly play: string;
  /** The name of the invariant that catches it. */
  readonly caughtBy: string;
}
