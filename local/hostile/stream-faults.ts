import type { StreamRecord } from '../stream/record.ts';
import type { StreamFault } from './fault.ts';
import { nthOf, type Strikes } from './strikes.ts';

type Deliver = (records: readonly StreamRecord[]) => Promise<unknown>;

/**
 * What the stream does wrong. Batches go one at a time, also those of different lanes, so that the order in which items
 * are told is the stream's own.
 */
export class StreamFaults {
  readonly #faults: readonly StreamFault[];
  readonly #strikes: Strikes;
  readonly #held = new Map<string, StreamRecord[]>();
  #last: Promise<unknown> = Promise.resolve();
  #batches = 0;
  #records = 0;

  constructor(faults: readonly StreamFault[], strikes: Strikes) {
    this.#faults = faults;
    this.#strikes = strikes;
  }

  /** Delivers a batch after all that were to go before it; a second time if it is redelivered, whose answer counts. */
  deliver(records: readonly StreamRecord[], deliver: Deliver): Promise<unknown> {
    const delivery = this.#last.then(() => this.#deliverNow(records, deliver));
    this.#last = delivery.catch(() => undefined);
    return delivery;
  }

  /** Whether a record is kept until all others have gone. Its item's later records wait behind it. */
  holds(record: StreamRecord): boolean {
    const behind = this.#held.get(record.key);
    if (behind !== undefined) {
      behind.push(record);
      return true;
    }
    this.#records += 1;
    const fault = this.#next('held-back', this.#records);
    if (fault === undefined) return false;
    this.#strikes.add(fault, `the item ${record.key} was held back, and others overtook it`);
    this.#held.set(record.key, [record]);
    return true;
  }

  /** Gives up what was held back. */
  release(): readonly StreamRecord[] {
    const held = [...this.#held.values()].flat();
    this.#held.clear();
    return held;
  }

  async #deliverNow(records: readonly StreamRecord[], deliver: Deliver): Promise<unknown> {
    const answer = await deliver(records);
    this.#batches += 1;
    const fault = this.#next('redelivered', this.#batches);
    if (fault === undefined) return answer;
    this.#strikes.add(fault, `a batch of ${records.length} was delivered again`);
    return await deliver(records);
  }

  #next(how: StreamFault['how'], nth: number): StreamFault | undefined {
    if (this.#strikes.calm) return undefined;
    return nthOf(
      this.#faults.filter((fault) => fault.how === how),
      nth,
    );
  }
}
