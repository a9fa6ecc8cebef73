import * as fc from 'fast-check';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { type Done, Model } from './model.ts';
import { type Action, actions, deployment, NIGHT, perform } from './random-life.ts';

/** Lives through random actions and looks at the world after each that did something. */
export function live(
  rules: Catalogue,
  steps: readonly Action[],
  look: (model: Model, done: Done) => void,
): void {
  const model = new Model(rules, NIGHT);
  for (const step of steps) {
    for (const done of perform(model, step)) look(model, done);
  }
}

/** Something that holds after every action of every life. */
export function always(look: (model: Model, done: Done) => void, numRuns = 70): void {
  fc.assert(
    fc.property(deployment, actions, (rules, steps) => {
      live(rules, steps, look);
    }),
    { numRuns },
  );
}
