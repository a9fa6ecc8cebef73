import { ERASED } from '../people/tombstone.ts';
import type { Booking } from './booking.ts';
import type { BookingEvent, EventOf } from './events.ts';

/** Events whose reasons are one of a few. */
type ReasonOfAFew = 'no-show-recorded' | 'mobile-lost' | 'mail-lost';

/** Fields in which people write freely. */
type Written = 'reason' | 'text';

type Without<Event extends BookingEvent> = Event extends { readonly type: 'booked' }
  ? Omit<Event, 'attendee' | 'topic' | 'reason'>
  : // Their reasons are one of a few, and no words.
    Event extends { readonly type: ReasonOfAFew }
    ? Omit<Event, 'text'>
    : [Extract<keyof Event, Written>] extends [never]
      ? Event
      : Omit<Event, Extract<keyof Event, Written>>;

/** An event without who it is about and without what people wrote: as it is kept for good. */
export type WordlessEvent = Without<BookingEvent>;

export type WordlessEventOf<Type extends BookingEvent['type']> = Extract<WordlessEvent, { type: Type }>;

/** The event as it is kept for good. */
export function withoutWords(event: BookingEvent): WordlessEvent {
  if (event.type === 'booked') {
    const { attendee: _, topic: __, reason: ___, ...wordless } = event;
    return wordless;
  }
  if ('text' in event) {
    const { text: _, ...wordless } = event;
    return wordless;
  }
  if ('reason' in event && !hasReasonOfAFew(event)) {
    const { reason: _, ...wordless } = event;
    return wordless;
  }
  return event;
}

/**
 * The event as it was decided, given its number and the booking as it is now. What was erased since is told as its
 * tombstone, and left out where it could be absent.
 */
export function withWords(event: WordlessEvent, number: number, booking: Booking): BookingEvent {
  const written = booking.words?.[number];
  if (event.type === 'booked') {
    const { attendee, topic } = booking;
    const said = written === undefined ? {} : { reason: written };
    return { ...event, attendee, ...(topic === undefined ? {} : { topic }), ...said };
  }
  if (event.type === 'no-show-contested') return { ...event, text: written ?? ERASED };
  if (event.type === 'no-show-excused' || event.type === 'declined' || event.type === 'contest-rejected')
    return { ...event, reason: written ?? ERASED };
  if (event.type === 'no-show-recorded') return written === undefined ? event : { ...event, text: written };
  if (
    event.type === 'rescheduled' ||
    event.type === 'cancelled' ||
    event.type === 'approved' ||
    event.type === 'mail-restored'
  )
    return written === undefined ? event : { ...event, reason: written };
  return event;
}

/** The booking with what was written at its last event, under that event's number. */
export function keepWords(booking: Booking, event: BookingEvent): Booking {
  const written = wordsOf(event);
  if (written === undefined) return booking;
  return { ...booking, words: { ...booking.words, [booking.revision]: written } };
}

function wordsOf(event: BookingEvent): string | undefined {
  if ('text' in event) return event.text;
  return 'reason' in event && !hasReasonOfAFew(event) ? event.reason : undefined;
}

function hasReasonOfAFew(event: BookingEvent): event is EventOf<ReasonOfAFew> {
  return event.type === 'no-show-recorded' || event.type === 'mobile-lost' || event.type === 'mail-lost';
}
