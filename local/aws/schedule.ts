import { Temporal } from 'temporal-polyfill';
import { AwsError } from './wire.ts';

/** What CreateSchedule and UpdateSchedule take in their body. */
export interface ScheduleRequest {
  readonly GroupName?: string;
  readonly ScheduleExpression?: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly FlexibleTimeWindow?: { readonly Mode?: string; readonly MaximumWindowInMinutes?: number };
  readonly Target?: {
    readonly Arn?: string;
    readonly RoleArn?: string;
    readonly Input?: string;
    readonly RetryPolicy?: {
      readonly MaximumEventAgeInSeconds?: number;
      readonly MaximumRetryAttempts?: number;
    };
    readonly DeadLetterConfig?: { readonly Arn?: string };
  };
  readonly ActionAfterCompletion?: string;
  readonly State?: string;
  readonly Description?: string;
  readonly ClientToken?: string;
}

/** A request that has passed the checks. `at` is in milliseconds since the epoch. */
export interface ValidSchedule {
  readonly at: number;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly deleteAfter: boolean;
  readonly enabled: boolean;
}

/** Checks a schedule as the service does. Throws its ValidationException, naming the member. */
export function validateSchedule(name: string, request: ScheduleRequest): ValidSchedule {
  const faults = [...nameFaults('name', name), ...memberFaults(request)];
  if (faults.length > 0) {
    const count = faults.length === 1 ? '1 validation error' : `${faults.length} validation errors`;
    throw invalid(`${count} detected: ${faults.join('; ')}`);
  }
  const target = request.Target ?? {};
  if (target.Input !== undefined && !isJson(target.Input)) {
    throw invalid('Invalid Input provided. Reason: Input must be valid JSON for this target.');
  }
  return {
    at: instantOf(request.ScheduleExpression ?? '', request.ScheduleExpressionTimezone ?? 'UTC'),
    targetArn: target.Arn ?? '',
    roleArn: target.RoleArn ?? '',
    input: target.Input,
    deadLetterArn: target.DeadLetterConfig?.Arn,
    deleteAfter: request.ActionAfterCompletion === 'DELETE',
    enabled: request.State !== 'DISABLED',
  };
}

/** Faults of a schedule's or a group's name, in the service's words. */
export function nameFaults(member: string, name: string): string[] {
  return [
    ...fault(name.length < 1 || name.length > 64, name, member, 'have length between 1 and 64'),
    ...fault(
      !/^[0-9a-zA-Z-_.]*$/.test(name),
      name,
      member,
      'satisfy regular expression pattern: [0-9a-zA-Z-_.]+',
    ),
  ];
}

function memberFaults(request: ScheduleRequest): string[] {
  const { FlexibleTimeWindow: window, Target: target, ActionAfterCompletion: after, State: state } = request;
  const oneOf = (value: string | undefined, member: string, allowed: readonly string[]): string[] =>
    fault(
      value !== undefined && !allowed.includes(value),
      value,
      member,
      `be one of: [${allowed.join(', ')}]`,
    );
  return [
    ...(request.GroupName === undefined ? [] : nameFaults('groupName', request.GroupName)),
    ...required(request.ScheduleExpression, 'scheduleExpression'),
    ...required(target?.Arn, 'target.arn'),
    ...required(target?.RoleArn, 'target.roleArn'),
    ...required(window?.Mode, 'flexibleTimeWindow.mode'),
    ...oneOf(window?.Mode, 'flexibleTimeWindow.mode', ['OFF', 'FLEXIBLE']),
    ...windowFaults(window),
    ...oneOf(after, 'actionAfterCompletion', ['NONE', 'DELETE']),
    ...oneOf(state, 'state', ['ENABLED', 'DISABLED']),
    ...targetFaults(target),
  ];
}

function windowFaults(window: ScheduleRequest['FlexibleTimeWindow']): string[] {
  const minutes = window?.MaximumWindowInMinutes;
  const member = 'flexibleTimeWindow.maximumWindowInMinutes';
  if (window?.Mode === 'FLEXIBLE') return range(minutes ?? 0, member, 1, 1440);
  return fault(minutes !== undefined, minutes, member, 'be absent when the mode is OFF');
}

function targetFaults(target: ScheduleRequest['Target']): string[] {
  const retry = target?.RetryPolicy;
  const queue = target?.DeadLetterConfig?.Arn;
  return [
    ...range(retry?.MaximumRetryAttempts, 'target.retryPolicy.maximumRetryAttempts', 0, 185),
    ...range(retry?.MaximumEventAgeInSeconds, 'target.retryPolicy.maximumEventAgeInSeconds', 60, 86_400),
    ...fault(
      queue !== undefined && !/^arn:aws[\w-]*:sqs:/.test(queue),
      queue,
      'target.deadLetterConfig.arn',
      'satisfy regular expression pattern: arn:aws(-[a-z]+)?:sqs:.+',
    ),
  ];
}

const required = (value: string | undefined, member: string): string[] =>
  fault(value === undefined || value === '', null, member, 'not be null');

const range = (value: number | undefined, member: string, least: number, most: number): string[] =>
  fault(
    value !== undefined && !(Number.isInteger(value) && value >= least && value <= most),
    value,
    member,
    `have value between ${least} and ${most}`,
  );

function fault(broken: boolean, value: unknown, member: string, rule: string): string[] {
  if (!broken) return [];
  return [`Value '${String(value)}' at '${member}' failed to satisfy constraint: Member must ${rule}`];
}

/** Only one-off schedules run here: `at(yyyy-mm-ddThh:mm:ss)` in the given zone. */
function instantOf(expression: string, timeZone: string): number {
  const wall = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  if (wall === undefined) throw invalid(`Invalid Schedule Expression ${expression}.`);
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(timeZone)
      .epochMilliseconds;
  } catch {
    throw invalid(`Invalid Schedule Expression ${expression} in the time zone ${timeZone}.`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);
