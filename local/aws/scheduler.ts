import { randomUUID } from 'node:crypto';
import type { AwsAnswer, AwsCall, AwsService, Clock, Need, Part } from '../parts.ts';
import { arnOf } from './arn.ts';
import { nameFaults, type ScheduleRequest, validateSchedule } from './schedule.ts';
import { type Schedule, type Timer, Timers, type TimersInput } from './timers.ts';
import { AwsError } from './wire.ts';

export interface SchedulerInput extends TimersInput {
  readonly clock: Clock;
  /** Names of the template's schedule groups; `default` is always there. */
  readonly groups: readonly string[];
}

type Handler = (call: AwsCall) => AwsAnswer;

const servicePrincipal = 'scheduler.amazonaws.com';

/** EventBridge Scheduler: its REST API for one-off schedules, and the timers themselves as a part. */
export class Scheduler implements AwsService, Part {
  readonly service = 'scheduler';
  readonly #input: SchedulerInput;
  readonly #groups: ReadonlySet<string>;
  readonly #timers: Timers;
  #lastSet: Schedule | undefined;
  readonly #handlers: Readonly<Record<string, Handler>> = {
    CreateSchedule: (call) => this.#create(call),
    GetSchedule: (call) => this.#get(call),
    UpdateSchedule: (call) => this.#update(call),
    DeleteSchedule: (call) => this.#delete(call),
    ListSchedules: (call) => this.#listSchedules(call),
  };

  constructor(input: SchedulerInput) {
    this.#input = input;
    this.#timers = new Timers(input);
    this.#groups = new Set(['default', ...input.groups]);
  }

  actionOf(request: { method: string; url: string }): string | undefined {
    const path = pathOf(request.url);
    if (path === '/schedules') return request.method === 'GET' ? 'ListSchedules' : undefined;
    if (!/^\/schedules\/[^/]+$/.test(path)) return undefined;
    const actions = {
      POST: 'CreateSchedule',
      GET: 'GetSchedule',
      PUT: 'UpdateSchedule',
      DELETE: 'DeleteSchedule',
    };
    return Object.entries(actions).find(([method]) => method === request.method)?.[1];
  }

  needs(call: AwsCall): readonly Need[] {
    const action = `scheduler:${call.action}`;
    if (call.action === 'ListSchedules') return [{ action, resource: '*' }];
    const changes = call.action === 'CreateSchedule' || call.action === 'UpdateSchedule';
    const request = changes ? bodyOf(call) : {};
    const need = { action, resource: this.#arn(groupOf(call, request), nameOf(call)) };
    if (!changes) return [need];
    const passRole = {
      action: 'iam:PassRole',
      resource: request.Target?.RoleArn ?? '',
      context: { 'iam:PassedToService': servicePrincipal },
    };
    return [need, passRole];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const handler = this.#handlers[call.action];
    if (handler === undefined)
      throw new AwsError('UnknownOperationException', `No operation ${call.action}`, 404);
    return handler(call);
  }

  nextDue(): number | undefined {
    return this.#timers.nextDue();
  }

  runDue(now: number): Promise<void> {
    return this.#timers.runDue(now);
  }

  /** What is still to fire, earliest first. */
  list(): readonly Timer[] {
    return this.#timers.list();
  }

  /** Fires a timer now, whatever its time, and keeps it: a duplicate or early delivery. Throws if it's unknown. */
  fire(name: string): Promise<void> {
    return this.#timers.fire(name);
  }

  /** Drops a timer unfired, as if it had been lost. Throws if it's unknown. */
  lose(name: string): void {
    this.#timers.lose(name);
  }

  /**
   * Fires a timer that isn't held, to whom the last one was set for but with this payload: a duplicate, stale or
   * late delivery. Throws if none was ever set.
   */
  async fireUnheld(payload: unknown): Promise<void> {
    const like = this.#lastSet;
    if (like === undefined) throw new Error('No timer was ever set, so there is nobody to wake');
    await this.#timers.deliver({ ...like, input: JSON.stringify(payload) });
  }

  #create(call: AwsCall): AwsAnswer {
    const schedule = this.#scheduleOf(call);
    this.#lastSet = schedule;
    const existing = this.#timers.schedules.get(schedule.arn);
    if (existing === undefined) {
      this.#timers.schedules.set(schedule.arn, schedule);
      this.#input.mishaps?.set(schedule);
    } else if (!isRepeat(existing.request, schedule.request)) {
      throw new AwsError('ConflictException', `Schedule ${schedule.name} already exists.`, 409);
    }
    return ok({ ScheduleArn: schedule.arn });
  }

  /** Replaces the whole schedule: a member that isn't given again falls back to its default. */
  #update(call: AwsCall): AwsAnswer {
    const schedule = this.#scheduleOf(call);
    const { created } = this.#existing(schedule.group, schedule.name);
    this.#timers.schedules.set(schedule.arn, { ...schedule, created });
    return ok({ ScheduleArn: schedule.arn });
  }

  #get(call: AwsCall): AwsAnswer {
    const schedule = this.#existing(groupOf(call), nameOf(call));
    const { ClientToken: _token, ...shown } = schedule.request;
    return ok({
      ActionAfterCompletion: 'NONE',
      ScheduleExpressionTimezone: 'UTC',
      ...shown,
      ...this.#summary(schedule),
      Target: shown.Target,
    });
  }

  #delete(call: AwsCall): AwsAnswer {
    this.#timers.schedules.delete(this.#existing(groupOf(call), nameOf(call)).arn);
    return ok({});
  }

  #listSchedules(call: AwsCall): AwsAnswer {
    const asked = new URL(call.url, 'http://local').searchParams;
    const size = Number(asked.get('MaxResults') ?? 100);
    const from = Number(asked.get('NextToken') ?? 0);
    if (!(Number.isInteger(size) && size >= 1 && size <= 100)) {
      throw new AwsError('ValidationException', `Value '${size}' at 'maxResults' must be between 1 and 100`);
    }
    const state = asked.get('State');
    const group = asked.get('ScheduleGroup');
    const found = [...this.#timers.schedules.values()]
      .filter((schedule) => group === null || schedule.group === group)
      .filter((schedule) => schedule.name.startsWith(asked.get('NamePrefix') ?? ''))
      .filter((schedule) => state === null || state === stateOf(schedule))
      .sort((a, b) => (a.arn < b.arn ? -1 : 1));
    const more = from + size < found.length ? { NextToken: String(from + size) } : {};
    return ok({
      Schedules: found.slice(from, from + size).map((schedule) => this.#summary(schedule)),
      ...more,
    });
  }

  #summary(schedule: Schedule): Record<string, unknown> {
    return {
      Arn: schedule.arn,
      GroupName: schedule.group,
      Name: schedule.name,
      State: stateOf(schedule),
      CreationDate: schedule.created / 1000,
      LastModificationDate: schedule.modified / 1000,
      Target: { Arn: schedule.targetArn },
    };
  }

  /** Checks a request in the service's order: its members, its group, then whether the role may be assumed. */
  #scheduleOf(call: AwsCall): Schedule {
    const request = bodyOf(call);
    const name = nameOf(call);
    const group = groupOf(call, request);
    const valid = validateSchedule(name, request);
    this.#requireGroup(group);
    const context = {
      'aws:SourceAccount': this.#input.place.account,
      'aws:SourceArn': arnOf(this.#input.place, 'scheduler', `schedule-group/${group}`),
    };
    if (!this.#input.permissions.trusts(valid.roleArn, servicePrincipal, context)) {
      throw new AwsError(
        'ValidationException',
        'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
      );
    }
    const now = this.#input.clock.now();
    const arn = this.#arn(group, name);
    return { ...valid, name, group, arn, request, created: now, modified: now, fired: false };
  }

  #existing(group: string, name: string): Schedule {
    const faults = nameFaults('name', name);
    if (faults.length > 0) throw new AwsError('ValidationException', faults.join('; '));
    this.#requireGroup(group);
    const schedule = this.#timers.schedules.get(this.#arn(group, name));
    if (schedule !== undefined) return schedule;
    throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  }

  #requireGroup(group: string): void {
    if (this.#groups.has(group)) return;
    throw new AwsError('ResourceNotFoundException', `Schedule group ${group} does not exist.`, 404);
  }

  #arn(group: string, name: string): string {
    return arnOf(this.#input.place, 'scheduler', `schedule/${group}/${name}`);
  }
}

/** The SDK repeats a call under the same token; a token that comes back with another body is a conflict. */
function isRepeat(first: ScheduleRequest, second: ScheduleRequest): boolean {
  return first.ClientToken !== undefined && JSON.stringify(first) === JSON.stringify(second);
}

const stateOf = (schedule: Schedule): string => (schedule.enabled ? 'ENABLED' : 'DISABLED');
const pathOf = (url: string): string => new URL(url, 'http://local').pathname;
const nameOf = (call: AwsCall): string => decodeURIComponent(pathOf(call.url).slice('/schedules/'.length));

function groupOf(call: AwsCall, request: ScheduleRequest = {}): string {
  return request.GroupName ?? new URL(call.url, 'http://local').searchParams.get('groupName') ?? 'default';
}

function bodyOf(call: AwsCall): ScheduleRequest {
  try {
    return JSON.parse(call.body.toString('utf8')) as ScheduleRequest;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

const ok = (body: unknown): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});
