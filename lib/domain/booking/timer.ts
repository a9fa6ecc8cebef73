const REMINDER = /^remind-(\d+)h$/u;
const fixedKinds = ['check-in', 'close', 'finish', 'expire'] as const;

export type ReminderKind = `remind-${number}h`;
export type TimerKind = ReminderKind | (typeof fixedKinds)[number];

/** Whether a text, as rows and timers carry it, is a kind of timer. */
export function isTimerKind(text: string): text is TimerKind {
  return fixedKinds.some((kind) => kind === text) || REMINDER.test(text);
}

/** Something to look at again, at an instant in ms. A hint: what happens then is decided from the booking. */
export interface Timer {
  readonly kind: TimerKind;
  readonly at: number;
}

/** How many hours before the start a reminder is for, or undefined for another kind of timer. */
export function hoursOf(kind: TimerKind): number | undefined {
  const match = REMINDER.exec(kind);
  return match === null ? undefined : Number(match[1]);
}
