import type { Policy } from '../policy.ts';
import { type Booking, isOver, isPending, textableMobile } from './booking.ts';
import type { LoseMobile } from './commands.ts';
import type { BookingEvent } from './events.ts';
import { closeOf, timersOf } from './timeline.ts';

/**
 * The number can't be texted: no check-in, and the close of those without a mobile number. Whoever is past that
 * already keeps the close that they were told, and a pending booking has none yet.
 */
export function loseMobile(
  booking: Booking,
  { reason }: LoseMobile,
  now: number,
  policy: Policy,
): BookingEvent[] {
  if (isOver(booking) || textableMobile(booking) === undefined) return [];
  const close = booking.due.find(({ kind }) => kind === 'close')?.at;
  if (close === undefined) return [{ type: 'mobile-lost', at: now, reason }];
  const early = closeOf(booking.start, false, policy);
  return [{ type: 'mobile-lost', at: now, reason, closesAt: now < early ? Math.min(close, early) : close }];
}

/** Texts are wanted again. Once the check-in's time has come, or somebody has joined or answered, this session stays as it is. */
export function restoreMobile(booking: Booking, now: number, policy: Policy): BookingEvent[] {
  const { start, end, due, mobileLost } = booking;
  if (isOver(booking) || mobileLost?.reason !== 'opted-out') return [];
  if (isPending(booking)) return [{ type: 'mobile-restored', at: now, timers: [] }];
  if (!due.some(({ kind }) => kind === 'close')) return [];
  const all = timersOf({ start, end, mobile: true }, policy, now);
  const timers = all.filter(({ kind }) => kind === 'check-in' || kind === 'close');
  const asks = timers.some(({ kind }) => kind === 'check-in');
  return asks ? [{ type: 'mobile-restored', at: now, timers }] : [];
}
