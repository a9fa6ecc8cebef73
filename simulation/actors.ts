import { deskDeeds } from './actors-desk.ts';
import { linkDeeds } from './actors-link.ts';
import { signInDeeds } from './actors-sign-in.ts';
import { worldDeeds } from './actors-world.ts';
import type { Deeds, Outcome } from './deeds.ts';
import type { Scene } from './scene.ts';
import type { Act } from './script.ts';

const deeds: Deeds<Act['do']> = { ...linkDeeds, ...deskDeeds, ...signInDeeds, ...worldDeeds };

/** Carries an act out over HTTP. */
export function perform(scene: Scene, act: Act): Promise<Outcome> {
  const deed = deeds[act.do] as (scene: Scene, act: Act) => Promise<Outcome>;
  return deed(scene, act);
}
