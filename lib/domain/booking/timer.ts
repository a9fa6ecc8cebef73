export type TimerKind = `remind-${number}h` | 'check-in' | 'close' | 'finish' | 'expire';

/** Something to look at again, at an instant in ms. A hint: what happens then is decided from the booking. */
export interface Timer {
  readonly kind: TimerKind;
  readonly at: number;
}

/** How many hours before the start a reminder is for, or undefined for another kind of timer. */
export function hoursOf(kind: TimerKind): number | undefined {
  const match = /^remind-(\d+)h$/u.exec(kind);
  return match === null ? undefined : Number(match[1]);
}
