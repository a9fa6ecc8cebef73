import type { Policy } from '../policy.ts';
import { approve, decline } from './approval.ts';
import { join } from './attend.ts';
import type { Booking } from './booking.ts';
import { book, cancel, reschedule } from './change.ts';
import type { Book, BookingCommand } from './commands.ts';
import { contest, rejectContest } from './contest.ts';
import { complete, excuse, refuseUnseen } from './desk.ts';
import { due } from './due.ts';
import { erase } from './erase.ts';
import type { BookingEvent } from './events.ts';
import { loseMail, restoreMail } from './mail.ts';
import { markNoShow } from './mark-no-show.ts';
import { loseMobile, restoreMobile } from './mobile.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { withdrawJoin } from './withdraw-join.ts';

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
  const events = change(booking, command, now, policy);
  // Who repeats what is done already needn't have seen that it is.
  if (events.length > 0) refuseUnseen(booking, command);
  return events;
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
    case 'withdraw-join':
      return withdrawJoin(booking, command, now, policy);
    case 'complete':
      return complete(booking, command, now);
    case 'reopen':
      return reopen(booking, command, now, policy);
    case 'mark-no-show':
      return markNoShow(booking, command, now);
    case 'excuse':
      return excuse(booking, command, now);
    case 'reply':
      return reply(booking, command, now, policy);
    case 'lose-mobile':
      return loseMobile(booking, command, now, policy);
    case 'restore-mobile':
      return restoreMobile(booking, now, policy);
    case 'lose-mail':
      return loseMail(booking, command, now);
    case 'restore-mail':
      return restoreMail(booking, command, now);
    case 'approve':
      return approve(booking, command, now, policy);
    case 'decline':
      return decline(booking, command, now);
    case 'contest':
      return contest(booking, command, now);
    case 'reject-contest':
      return rejectContest(booking, command, now);
    case 'erase':
      return erase(booking, command, now);
    case 'due':
      return due(booking, command, now, policy);
  }
}
