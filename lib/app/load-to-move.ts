import type { Booking } from '../domain/booking/booking.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';
import { spanToLoad } from '../domain/calendar/choose.ts';
import { LONGEST_MINUTES } from '../domain/catalogue.ts';
import type { Deps } from './deps.ts';
import { load } from './handle.ts';
import { withoutOwn } from './without-own.ts';

/**
 * A booking, and the calendar that decides about another start (ms) of it, as it would be without it. How long the
 * session is shows only then, so the calendar reaches as far as the longest would. Throws `not-found`.
 */
export async function loadToMove(
  { settings, table }: Pick<Deps, 'settings' | 'table'>,
  which: Booking | string,
  start: number,
): Promise<{ readonly booking: Booking; readonly busy: Calendar }> {
  const span = spanToLoad(settings, { minutes: LONGEST_MINUTES }, start);
  const [booking, busy] = await Promise.all([load({ table }, which), table.busy(span.from, span.to)]);
  return { booking, busy: withoutOwn(busy, booking) };
}
