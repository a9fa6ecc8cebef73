import type { Booking } from '../domain/booking/booking.ts';
import { spanToLoad } from '../domain/calendar/choose.ts';
import { type Explanation, explain } from '../domain/calendar/explain.ts';
import { bookableSpan, type Offer, openStarts } from '../domain/calendar/openings.ts';
import type { SessionType } from '../domain/catalogue.ts';
import type { Deps } from './deps.ts';
import { withoutOwn } from './without-own.ts';

const MINUTE = 60_000;

/**
 * Every start (ms) from `from` up to, not including, `to` that can be booked now, ascending. The time of a booking
 * that is to be moved, `own`, counts as free.
 */
export async function findSlots(
  deps: Deps,
  offer: Offer,
  from: number,
  to: number,
  own?: Booking,
): Promise<number[]> {
  const now = deps.now();
  const span = bookableSpan(deps.settings, now, from, to);
  if (span.from === span.to) return [];
  const reach = (offer.minutes + deps.settings.policy.offering.bufferMinutes) * MINUTE;
  const busy = await deps.table.busy(span.from, span.to + reach);
  const others = own === undefined ? busy : withoutOwn(busy, own);
  return openStarts(deps.settings, offer, others, now, span.from, span.to);
}

/** Why a start (ms) can or can't be booked now. */
export async function explainSlot(deps: Deps, offer: SessionType, start: number): Promise<Explanation> {
  const span = spanToLoad(deps.settings, offer, start);
  const busy = await deps.table.busy(span.from, span.to);
  return explain(deps.settings, offer, busy, deps.now(), start);
}
