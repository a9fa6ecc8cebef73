/** Where all of them are found in CloudWatch. */
export const METRIC_NAMESPACE = 'Showup';

/**
 * Everything that is counted, with its unit: docs/decisions/0019-what-is-measured.md says what for. Each is paid for in
 * the hours in which it is sent, so it has one dimension, the stage, and a new one needs a reason.
 */
export const metricUnits = {
  // What a manager of support wants to know.
  Booked: 'Count',
  Moved: 'Count',
  Cancelled: 'Count',
  Completed: 'Count',
  NoShows: 'Count',
  CheckInsAsked: 'Count',
  CheckInsAnswered: 'Count',
  Joined: 'Count',
  MinutesSaved: 'Count',
  TextsSent: 'Count',
  TextsRefused: 'Count',
  // What whoever operates it needs to know.
  OutboxAge: 'Milliseconds',
  TimersOverdue: 'Count',
  OldestOverdue: 'Seconds',
  ReactionsFailed: 'Count',
  TimersFailed: 'Count',
  MailsFailed: 'Count',
  TextsFailed: 'Count',
  WebhooksFailed: 'Count',
  RefusedBusy: 'Count',
  RefusedSlotUnavailable: 'Count',
} as const;

export type MetricName = keyof typeof metricUnits;
