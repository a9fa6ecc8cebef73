import type { TextFault } from './fault.ts';
import { nthOf, type Strikes } from './strikes.ts';

/** What the carrier does wrong with texts from phones. */
export class TextFaults {
  readonly #faults: readonly TextFault[];
  readonly #strikes: Strikes;
  #texts = 0;

  constructor(faults: readonly TextFault[], strikes: Strikes) {
    this.#faults = faults;
    this.#strikes = strikes;
  }

  /** Counts a text, and gives how long after it was sent it arrives (ms), once for each time that it does. */
  arrivals(): readonly number[] {
    this.#texts += 1;
    const fault = this.#strikes.calm ? undefined : nthOf(this.#faults, this.#texts);
    if (fault === undefined) return [0];
    const { how, byMs = 0 } = fault;
    const late = how === 'late' ? `came ${byMs} ms late` : `came twice, ${byMs} ms apart`;
    this.#strikes.add(fault, `text ${this.#texts} from a phone ${late}`);
    return how === 'late' ? [byMs] : [0, byMs];
  }
}
