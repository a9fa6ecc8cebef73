import type { Booking, Changer } from '../booking/booking.ts';
import type { BookingEvent, EventOf } from '../booking/events.ts';
import { dateAt } from '../calendar/zone.ts';
import type { BookingEntry, Entry } from './entry.ts';

/**
 * What of the events that led from one row of a booking to the next counts for or against who it is for. `zone` is the
 * deployment's: what "the same day" means.
 */
export function entriesOf(
  before: Booking | undefined,
  after: Booking,
  events: readonly BookingEvent[],
  zone: string,
): BookingEntry[] {
  let start = before?.start ?? after.start;
  // Whoever gives back what never stood takes nobody's time.
  let stands = before !== undefined && before.status !== 'pending';
  const first = (before?.revision ?? 0) + 1;
  return events.flatMap((event, index) => {
    const of = { bookingId: after.id, number: first + index, at: event.at, start };
    if ('start' in event) ({ start } = event);
    stands ||= event.type === 'approved' || (event.type === 'booked' && event.approval === undefined);
    const { companyId } = after;
    const facts = companyId === undefined ? of : { ...of, companyId };
    return counted(facts, event, stands, zone);
  });
}

/** Whether an event may have entered something, by the booking as it is now: where it may not, `entriesOf` gave nothing. */
export function mayCount(event: BookingEvent, booking: Booking, zone: string): boolean {
  const { id: bookingId, revision: number } = booking;
  // What was cancelled, or not come to, doesn't move any more.
  const start = event.type === 'rescheduled' ? event.previousStart : booking.start;
  return counted({ bookingId, number, at: event.at, start }, event, true, zone).length > 0;
}

/** What was recorded within a company; without one, what was recorded without. */
export function inCompany(entries: readonly Entry[], companyId: string | undefined): Entry[] {
  return entries.filter((entry) => entry.companyId === companyId);
}

type Facts = Pick<BookingEntry, 'bookingId' | 'number' | 'at' | 'start' | 'companyId'>;

function counted(facts: Facts, event: BookingEvent, stands: boolean, zone: string): BookingEntry[] {
  return [...onNoShow(facts, event), ...(stands ? onSameDay(facts, event, zone) : [])];
}

function onNoShow(facts: Facts, event: BookingEvent): BookingEntry[] {
  if (event.type === 'no-show-recorded') return [{ ...facts, kind: 'no-show', reason: event.reason }];
  if (event.type === 'no-show-reversed') return [{ ...facts, kind: 'no-show-reversed' }];
  if (event.type === 'no-show-excused') return [{ ...facts, kind: 'no-show-excused', by: event.staffId }];
  return [];
}

function onSameDay(facts: Facts, event: BookingEvent, zone: string): BookingEntry[] {
  const given = givenBack(event);
  if (given === undefined || dateAt(zone, given.stamp) !== dateAt(zone, facts.start)) return [];
  return [{ ...facts, kind: 'same-day-change', ...given }];
}

/** How and when (ms) the session's holder gave it back, if this event says so. A text counts from when it was sent. */
function givenBack(event: BookingEvent): { change: 'cancelled' | 'moved'; stamp: number } | undefined {
  if (event.type === 'rescheduled') {
    return isHolder(event.by) ? { change: 'moved', stamp: event.at } : undefined;
  }
  if (!isCancelled(event)) return undefined;
  return { change: 'cancelled', stamp: event.notice?.stamp ?? event.at };
}

/** By its holder, also where that was learnt only after the close. */
function isCancelled(event: BookingEvent): event is EventOf<'cancelled' | 'no-show-reversed'> {
  if (event.type === 'no-show-reversed') return event.because === 'cancelled';
  return event.type === 'cancelled' && isHolder(event.by);
}

function isHolder(by: Changer): boolean {
  return by === 'link' || by === 'text';
}
