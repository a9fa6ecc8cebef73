import type { Scene } from './scene.ts';
import type { Act, Answered } from './script.ts';

/** What came of a deed. */
export interface Outcome {
  readonly answers: readonly Answered[];
  readonly bookingId?: string;
  /** Why there was nothing to do. */
  readonly skipped?: string;
}

/** How each act of these names is carried out. */
export type Deeds<Names extends Act['do']> = {
  readonly [Name in Names]: (scene: Scene, act: Act & { readonly do: Name }) => Promise<Outcome>;
};
