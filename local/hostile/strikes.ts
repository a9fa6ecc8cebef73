import type { Clock } from '../parts.ts';
import type { Fault, Strike } from './fault.ts';

/** Which faults struck so far, and whether any may strike still. */
export class Strikes {
  readonly #clock: Clock;
  readonly #struck: Strike[] = [];
  #calm = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether no fault strikes any more. */
  get calm(): boolean {
    return this.#calm;
  }

  add(fault: Fault, what: string, on: Pick<Strike, 'function' | 'action'> = {}): void {
    const how = fault.kind === 'skew' ? 'skewed' : fault.how;
    this.#struck.push({ fault: fault.id, kind: fault.kind, how, at: this.#clock.now(), what, ...on });
  }

  list(): readonly Strike[] {
    return [...this.#struck];
  }

  end(): void {
    this.#calm = true;
  }
}

/** The fault, among those of one kind, that strikes the nth thing of that kind. */
export const nthOf = <F extends { readonly nth: number }>(faults: readonly F[], nth: number): F | undefined =>
  faults.find((fault) => fault.nth === nth);
