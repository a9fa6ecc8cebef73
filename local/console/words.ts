import type { Timer } from '../aws/timers.ts';
import type { TimerPayload } from './faults.ts';

/** An identifier as words: `no-show-recorded` is "No show recorded", `previousStart` "Previous start". */
export function words(identifier: string): string {
  const spaced = identifier.replaceAll(/[-_]/g, ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase();
}

/** Types of events whose words alone would not tell what happened. */
const eventWords: Readonly<Record<string, string>> = {
  'mobile-lost': 'Goes on without texts',
  'mobile-restored': 'Can be texted again',
  'mail-lost': 'Mail does not arrive',
  'mail-restored': 'Mail is sent again',
  'late-notice-warned': 'Warned of the late notice',
  'approval-expired': 'Nobody approved it in time',
};

/** What a type of event says happened. */
export const eventTitle = (type: string): string => eventWords[type] ?? words(type);

const timerWords: Readonly<Record<string, string>> = {
  'check-in': 'Check-in by text',
  close: 'Close if nobody came',
  finish: 'End of the session',
  expire: 'Ends if nobody has approved it',
};

/** What a kind of timer is for. */
export function timerTitle(kind: string): string {
  const hours = /^remind-(\d+)h$/.exec(kind)?.[1];
  if (hours !== undefined) return `Reminder, ${hours} h before`;
  return timerWords[kind] ?? words(kind);
}

/** What a timer says of itself, if it is one of a booking. */
export function payloadOf({ payload }: Pick<Timer, 'payload'>): TimerPayload | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { kind, bookingId, version } = payload as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string' || typeof bookingId !== 'string' || typeof version !== 'number')
    return undefined;
  return { kind, bookingId, version };
}
