import { deskDeeds } from './actors-desk.ts';
import { linkDeeds } from './actors-link.ts';
import { worldDeeds } from './actors-world.ts';
import type { Scene } from './scene.ts';
import type { Act, Answered } from './script.ts';

/** What came of a deed. */
export interface Outcome {
  readonly answers: readonly Answered[];
  readonly bookingId?: string;
  /** Why there was nothing to do. */
  readonly skipped?: string;
}

export type Deeds<Names extends Act['do']> = {
  readonly [Name in Names]: (scene: Scene, act: Act & { readonly do: Name }) => Promise<Outcome>;
};

const deeds: Deeds<Act['do']> = { ...linkDeeds, ...deskDeeds, ...worldDeeds };

/** Carries an act out over HTTP. */
export function perform(scene: Scene, act: Act): Promise<Outcome> {
  const deed = deeds[act.do] as (scene: Scene, act: Act) => Promise<Outcome>;
  return deed(scene, act);
}
