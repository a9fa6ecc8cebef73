import type { Cloud } from '../local/cloud.ts';

const MINUTE = 60_000;
/** A move that is this short leaves out no sweep; see `isQuiet` of the dial. */
const CAREFUL_MS = 15 * MINUTE;
/** How long after trouble no sweep is left out: it is the sweep that mends it. */
const TROUBLED_MS = 90 * MINUTE;

/** Moves a cloud's clock, fast where nothing went wrong lately, and sweep by sweep where something did. */
export class Pace {
  readonly #cloud: Cloud;
  readonly #troubles: () => number;
  #seen = 0;
  #carefulUntil: number;

  /** `troubles` counts what has gone wrong so far. */
  constructor(cloud: Cloud, troubles: () => number) {
    this.#cloud = cloud;
    this.#troubles = troubles;
    this.#carefulUntil = cloud.clock.now();
  }

  /** Does nothing but settle where the instant has passed. */
  async to(instant: number): Promise<void> {
    const { clock, aws } = this.#cloud;
    for (;;) {
      const now = clock.now();
      this.#look(now);
      if (now >= instant) break;
      const careful = now < this.#carefulUntil;
      const next = Date.parse(aws.scheduler.list()[0]?.at ?? '') || instant;
      // Up to the next timer and a little on: what it leads to may fail.
      const reach = careful ? now + CAREFUL_MS : Math.max(next, now) + MINUTE;
      await clock.moveTo(Math.min(instant, reach));
    }
    await clock.settle();
  }

  /** Sweep by sweep for a while. */
  slowDown(): void {
    this.#carefulUntil = this.#cloud.clock.now() + TROUBLED_MS;
  }

  #look(now: number): void {
    const troubles = this.#troubles();
    if (troubles === this.#seen) return;
    this.#seen = troubles;
    this.#carefulUntil = now + TROUBLED_MS;
  }
}
