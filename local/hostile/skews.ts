import type { Named } from './call-faults.ts';
import type { SkewFault } from './fault.ts';
import type { Strikes } from './strikes.ts';

/** How far each function's clock is off, in memory that its workers share: one 32-bit integer, ms. */
export class Skews {
  readonly #faults: readonly SkewFault[];
  readonly #named: Named;
  readonly #strikes: Strikes;
  readonly #memory = new Map<string, SharedArrayBuffer>();

  constructor(faults: readonly SkewFault[], named: Named, strikes: Strikes) {
    this.#faults = faults;
    this.#named = named;
    this.#strikes = strikes;
  }

  of(logicalId: string): SharedArrayBuffer {
    const known = this.#memory.get(logicalId);
    if (known !== undefined) return known;
    const memory = new SharedArrayBuffer(4);
    this.#memory.set(logicalId, memory);
    const fault = this.#faults.find(({ function: name }) => this.#named(logicalId, name));
    if (fault !== undefined && !this.#strikes.calm) {
      Atomics.store(new Int32Array(memory), 0, fault.byMs);
      const what = `the clock of ${logicalId} is off by ${fault.byMs} ms`;
      this.#strikes.add(fault, what, { function: logicalId });
    }
    return memory;
  }

  end(): void {
    for (const memory of this.#memory.values()) Atomics.store(new Int32Array(memory), 0, 0);
  }
}
