import type { Policy } from '../policy.ts';
import { join } from './attend.ts';
import type { Booking } from './booking.ts';
import { book, cancel, reschedule } from './change.ts';
import type { Book, BookingCommand } from './commands.ts';
import { due } from './due.ts';
import type { BookingEvent } from './events.ts';
import { loseMobile, restoreMobile } from './mobile.ts';
import { reply } from './reply.ts';

/**
 * What a command makes happen, in order. Empty when there is nothing to do: a repeat, or a timer that lost
 * its race. Throws a Refusal when the rules say no.
 */
export function decide(
  booking: Booking | undefined,
  command: BookingCommand,
  now: number,
  policy: Policy,
): BookingEvent[] {
  if (command.type === 'book') return booking === undefined ? book(command, now, policy) : [];
  if (booking === undefined) throw new Error(`${command.type} needs a booking`);
  return change(booking, command, now, policy);
}

function change(
  booking: Booking,
  command: Exclude<BookingCommand, Book>,
  now: number,
  policy: Policy,
): BookingEvent[] {
  switch (command.type) {
    case 'reschedule':
      return reschedule(booking, command, now, policy);
    case 'cancel':
      return cancel(booking, command, now, policy);
    case 'join':
      return join(booking, command, now, policy);
    case 'reply':
      return reply(booking, command, now, policy);
    case 'lose-mobile':
      return loseMobile(booking, command, now, policy);
    case 'restore-mobile':
      return restoreMobile(booking, now, policy);
    case 'due':
      return due(booking, command, now, policy);
  }
}
