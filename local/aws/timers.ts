import { randomUUID } from 'node:crypto';
import type { Functions, Part } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { Place } from './arn.ts';
import type { Permissions } from './permissions.ts';
import type { ScheduleRequest, ValidSchedule } from './schedule.ts';

/** A timer that the scheduler still holds. `at` is ISO 8601 in UTC; `payload` is the target's input. */
export interface Timer {
  readonly name: string;
  readonly at: string;
  readonly payload: unknown;
}

/** A schedule as the service keeps it. `created` and `modified` are in milliseconds since the epoch. */
export interface Schedule extends ValidSchedule {
  readonly name: string;
  readonly group: string;
  readonly arn: string;
  readonly request: ScheduleRequest;
  readonly created: number;
  readonly modified: number;
  readonly fired: boolean;
}

/** What may go wrong with timers. */
export interface TimerMishaps {
  /** Told of every timer that is set. */
  set(schedule: Schedule): void;
  /** When a timer really fires (ms). */
  dueOf(schedule: Schedule): number;
  /** Fires one that is due at this instant (ms), however often. */
  fire(schedule: Schedule, now: number, deliver: (schedule: Schedule) => Promise<void>): Promise<void>;
}

export interface TimersInput {
  readonly place: Place;
  readonly permissions: Permissions;
  readonly functions: Pick<Functions, 'invokeAsync'>;
  readonly queues: Pick<Queues, 'send'>;
  readonly mishaps?: TimerMishaps | undefined;
  /** Told when a timer's target could not be reached and no queue took it. */
  readonly onError?: (error: unknown) => void;
}

/** Holds the schedules and fires them in order of time, each under its own role. */
export class Timers implements Part {
  readonly schedules = new Map<string, Schedule>();
  readonly #input: TimersInput;

  constructor(input: TimersInput) {
    this.#input = input;
  }

  nextDue(): number | undefined {
    const next = this.#next();
    return next && this.#dueOf(next);
  }

  async runDue(now: number): Promise<void> {
    for (let next = this.#next(); next !== undefined && this.#dueOf(next) <= now; next = this.#next()) {
      await this.#run(next, now);
    }
  }

  /** What is still to fire, earliest first. */
  list(): readonly Timer[] {
    return this.#pending().map(({ name, at, input }) => ({
      name,
      at: new Date(at).toISOString(),
      payload: inputOf({ input }),
    }));
  }

  /** Fires a timer now, whatever its time, and keeps it: a duplicate or early delivery. Throws if it's unknown. */
  async fire(name: string): Promise<void> {
    await this.deliver(this.#named(name));
  }

  /** Drops a timer unfired, as if it had been lost. Throws if it's unknown. */
  lose(name: string): void {
    this.schedules.delete(this.#named(name).arn);
  }

  /** Wakes the target under the schedule's role, or hands the timer to its dead letters. Never rejects. */
  async deliver(schedule: Schedule): Promise<void> {
    const need = { action: 'lambda:InvokeFunction', resource: schedule.targetArn };
    try {
      if (this.#input.permissions.checkRole(schedule.roleArn, need) !== 'allowed') {
        throw new Error(
          `${schedule.roleArn} is not authorized to perform ${need.action} on ${need.resource}`,
        );
      }
      await this.#input.functions.invokeAsync(schedule.targetArn, this.#eventOf(schedule));
    } catch (error) {
      this.#undelivered(schedule, error);
    }
  }

  #named(name: string): Schedule {
    const schedule = [...this.schedules.values()].find((candidate) => candidate.name === name);
    if (schedule === undefined) throw new Error(`The scheduler holds no timer "${name}"`);
    return schedule;
  }

  #pending(): Schedule[] {
    const pending = [...this.schedules.values()].filter(({ enabled, fired }) => enabled && !fired);
    return pending.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  }

  #next(): Schedule | undefined {
    let next: Schedule | undefined;
    for (const schedule of this.schedules.values()) {
      if (!schedule.enabled || schedule.fired) continue;
      if (next === undefined || this.#dueOf(schedule) < this.#dueOf(next)) next = schedule;
    }
    return next;
  }

  #dueOf(schedule: Schedule): number {
    return this.#input.mishaps?.dueOf(schedule) ?? schedule.at;
  }

  async #run(schedule: Schedule, now: number): Promise<void> {
    this.schedules.set(schedule.arn, { ...schedule, fired: true });
    const { mishaps } = this.#input;
    if (mishaps === undefined) await this.deliver(schedule);
    else await mishaps.fire(schedule, now, (due) => this.deliver(due));
    // The target may have replaced its own schedule meanwhile: only the one that ran goes.
    if (schedule.deleteAfter && this.schedules.get(schedule.arn)?.fired) this.schedules.delete(schedule.arn);
  }

  #eventOf(schedule: Schedule): unknown {
    const scheduled = new Date(schedule.at).toISOString().replace('.000', '');
    if (schedule.input === undefined) {
      return {
        version: '0',
        id: randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.scheduler',
        account: this.#input.place.account,
        time: scheduled,
        region: this.#input.place.region,
        resources: [schedule.arn],
        detail: '{}',
      };
    }
    const filled = schedule.input
      .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
      .replaceAll('<aws.scheduler.scheduled-time>', scheduled)
      .replaceAll('<aws.scheduler.execution-id>', randomUUID())
      .replaceAll('<aws.scheduler.attempt-number>', '1');
    return JSON.parse(filled) as unknown;
  }

  #undelivered(schedule: Schedule, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const lost = new Error(`Timer ${schedule.name} was not delivered: ${message}`);
    try {
      if (!this.#mayDeadLetter(schedule)) throw lost;
      const attributes = {
        ERROR_MESSAGE: message,
        SCHEDULE_ARN: schedule.arn,
        TARGET_ARN: schedule.targetArn,
      };
      this.#input.queues.send(schedule.deadLetterArn, inputOf(schedule), attributes);
    } catch (failure) {
      this.#input.onError?.(failure);
    }
  }

  /** The scheduler writes to the queue under the schedule's own role. */
  #mayDeadLetter(schedule: Schedule): schedule is Schedule & { readonly deadLetterArn: string } {
    const { deadLetterArn: resource, roleArn } = schedule;
    if (resource === undefined) return false;
    const need = { action: 'sqs:SendMessage', resource };
    return this.#input.permissions.checkRole(roleArn, need) === 'allowed';
  }
}

const inputOf = ({ input }: Pick<Schedule, 'input'>): unknown =>
  input === undefined ? undefined : JSON.parse(input);
