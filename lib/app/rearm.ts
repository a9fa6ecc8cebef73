import type { EffectDeps, RecordedEvent } from './deps.ts';

/**
 * Sets the timers of a booking that came with a copy of another table, once for all its events: with the last of them.
 * What is overdue the sweep finds.
 */
export async function rearm(
  { table, timers, now }: Pick<EffectDeps, 'table' | 'timers' | 'now'>,
  { bookingId, number }: Pick<RecordedEvent, 'bookingId' | 'number'>,
): Promise<void> {
  const booking = await table.booking(bookingId);
  if (booking === undefined || booking.revision !== number) return;
  const ahead = booking.due.filter(({ at }) => at > now());
  await Promise.all(ahead.map((timer) => timers.set(bookingId, booking.version, timer)));
}
