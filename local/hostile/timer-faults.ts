import type { Schedule } from '../aws/timers.ts';
import type { Part } from '../parts.ts';
import type { TimerFault } from './fault.ts';
import { nthOf, type Strikes } from './strikes.ts';

type Deliver = (schedule: Schedule) => Promise<void>;

interface Again {
  readonly at: number;
  readonly deliver: () => Promise<void>;
}

/** What the scheduler does wrong with timers. As a part, it fires those that are to fire again later. */
export class TimerFaults implements Part {
  readonly #faults: readonly TimerFault[];
  readonly #strikes: Strikes;
  readonly #fates = new Map<string, TimerFault>();
  #again: Again[] = [];
  #set = 0;

  constructor(faults: readonly TimerFault[], strikes: Strikes) {
    this.#faults = faults;
    this.#strikes = strikes;
  }

  /** Counts a timer that was just set, and settles what becomes of it. */
  set({ arn }: Schedule): void {
    this.#set += 1;
    const fault = nthOf(this.#faults, this.#set);
    if (fault === undefined) this.#fates.delete(arn);
    else this.#fates.set(arn, fault);
  }

  /** When a timer really fires (ms). */
  dueOf({ arn, at }: Schedule): number {
    const fault = this.#fateOf(arn);
    if (fault?.how === 'early') return at - (fault.byMs ?? 0);
    return fault?.how === 'late' ? at + (fault.byMs ?? 0) : at;
  }

  /** Fires a timer that is due, or not, or twice. */
  async fire(schedule: Schedule, now: number, deliver: Deliver): Promise<void> {
    const fault = this.#fateOf(schedule.arn);
    this.#fates.delete(schedule.arn);
    if (fault !== undefined) this.#strikes.add(fault, wordsFor(schedule, fault));
    if (fault?.how === 'lost') return;
    await deliver(schedule);
    if (fault?.how !== 'twice') return;
    if (fault.byMs === undefined || fault.byMs === 0) await deliver(schedule);
    else this.#again.push({ at: now + fault.byMs, deliver: () => deliver(schedule) });
  }

  nextDue(): number | undefined {
    return this.#again.length === 0 ? undefined : Math.min(...this.#again.map(({ at }) => at));
  }

  async runDue(now: number): Promise<void> {
    const due = this.#again.filter(({ at }) => at <= now);
    this.#again = this.#again.filter(({ at }) => at > now);
    for (const { deliver } of due) await deliver();
  }

  #fateOf(arn: string): TimerFault | undefined {
    return this.#strikes.calm ? undefined : this.#fates.get(arn);
  }
}

function wordsFor({ name }: Schedule, { how, byMs = 0 }: TimerFault): string {
  if (how === 'lost') return `the timer ${name} was lost`;
  if (how === 'twice') return `the timer ${name} fired twice, ${byMs} ms apart`;
  return `the timer ${name} fired ${byMs} ms ${how === 'early' ? 'too early' : 'too late'}`;
}
