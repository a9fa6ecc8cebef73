import type { AwsCall } from '../parts.ts';
import { canConflict } from './call-errors.ts';
import type { CallFault, CallTrouble } from './fault.ts';
import type { Strikes } from './strikes.ts';

/** Tells whether a function, by its logical id, goes by this name. */
export type Named = (logicalId: string, name: string) => boolean;

interface Armed {
  readonly fault: CallFault;
  seen: number;
  left: number;
}

const words: Readonly<Record<CallTrouble, string>> = {
  'fails-before': 'failed before it took effect',
  'fails-after': 'failed after it took effect',
  'cut-after': 'took effect, and its answer was lost',
  throttled: 'was throttled',
  slow: 'was slow',
  conflict: 'met a conflict',
  'dies-before': 'was not made: the function died before it',
  'dies-after': 'took effect, and the function died after it',
};

/** Says of each call, in the order of their turns, which trouble strikes it. */
export class CallFaults {
  readonly #armed: readonly Armed[];
  readonly #named: Named;
  readonly #strikes: Strikes;

  constructor(faults: readonly CallFault[], named: Named, strikes: Strikes) {
    this.#armed = faults.map((fault) => ({ fault, seen: 0, left: 0 }));
    this.#named = named;
    this.#strikes = strikes;
  }

  /** Counts the call, and gives what strikes it; of two faults the one that is named first, the other strikes none. */
  next(call: AwsCall): CallTrouble | undefined {
    const striking = this.#armed.filter((armed) => this.#strikesNow(armed, call));
    const [first] = striking;
    if (first === undefined || this.#strikes.calm) return undefined;
    const { fault } = first;
    const action = `${call.service}:${call.action}`;
    const on = { function: call.caller, action };
    this.#strikes.add(fault, `${call.caller}: ${action} ${words[fault.how]}`, on);
    return fault.how;
  }

  #strikesNow(armed: Armed, call: AwsCall): boolean {
    const { fault } = armed;
    if (fault.function !== '*' && !this.#named(call.caller, fault.function)) return false;
    if (fault.action !== '*' && fault.action !== `${call.service}:${call.action}`) return false;
    if (fault.how === 'conflict' && !canConflict(call)) return false;
    if (isFirstAttempt(call)) {
      armed.seen += 1;
      if (armed.seen === fault.nth) armed.left = fault.times ?? 1;
    }
    if (armed.left === 0) return false;
    armed.left -= 1;
    return true;
  }
}

/** The SDK numbers its attempts: `attempt=2; max=3`. */
const isFirstAttempt = ({ headers }: AwsCall): boolean =>
  /attempt=(\d+)/.exec(headers['amz-sdk-request'] ?? '')?.[1] !== undefined
    ? /attempt=1\b/.test(headers['amz-sdk-request'] ?? '')
    : true;
