import { TextTooLate } from '../app/deps.ts';

/** Whole seconds until an instant (ms). Throws TextTooLate where that is not ahead, or fewer than `least` seconds are left. */
export function requireTime(until: number, now: number, least: number): number {
  const seconds = Math.floor((until - now) / 1000);
  if (until <= now || seconds < least) throw new TextTooLate('the text would arrive too late');
  return seconds;
}
