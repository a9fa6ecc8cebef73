import type { Answer } from './exchange.ts';
import type { Plan } from './plan.ts';

/** How requests of one call went. */
export interface Count {
  /** As the document or a page of ours has them. */
  fitting: number;
  /** Of those, with an answer below 400. */
  taken: number;
  /** Why the others were not, by the code of the problem. */
  readonly refused: Map<string, number>;
  broken: number;
  odd: number;
}

/** What was asked for, by call. */
export class Counts {
  readonly #of = new Map<string, Count>();

  constructor(ids: readonly string[]) {
    for (const id of ids) this.#of.set(id, { fitting: 0, taken: 0, refused: new Map(), broken: 0, odd: 0 });
  }

  /** `fits` is false for a request to a page that none of ours would have made. */
  add(id: string, { broken }: Plan, { status, text }: Answer, fits: boolean): void {
    const count = this.#of.get(id);
    if (count === undefined) return;
    if (broken?.certain === true) count.broken += 1;
    else if (broken !== undefined || !fits) count.odd += 1;
    else {
      count.fitting += 1;
      if (status < 400) count.taken += 1;
      else {
        const why = /"code":"([\w-]+)"/u.exec(text)?.[1] ?? String(status);
        count.refused.set(why, (count.refused.get(why) ?? 0) + 1);
      }
    }
  }

  byCall(): ReadonlyMap<string, Count> {
    return this.#of;
  }
}
