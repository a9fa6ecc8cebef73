import type { Policy } from '../policy.ts';
import { agreedAt, type Booking, type Heard, type Intent, isOver, type Note } from './booking.ts';
import type { Reply } from './commands.ts';
import type { BookingEvent, ReplyNoted } from './events.ts';
import { holdsUntil } from './holds.ts';
import { reversal, wasAbsent } from './reversal.ts';
import { checkInPassedAt, joinWindow, noticeUntil } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long a link that was asked for in time, and sent too late, moves the session. */
const GRACE = 10 * MINUTE;

/** A reply, where and when it came. */
interface Said {
  readonly booking: Booking;
  readonly command: Reply;
  readonly now: number;
  readonly policy: Policy;
}

/**
 * What a text does to the booking that it is about. What was said, and when, decides, not when it arrives: it is
 * held against the deadlines, against the close, and against what was said since.
 */
export function reply(booking: Booking, command: Reply, now: number, policy: Policy): BookingEvent[] {
  // Nobody was told by text of a session that isn't agreed on.
  if (agreedAt(booking) === undefined) return [];
  const said: Said = { booking, command, now, policy };
  const { meaning, stamp } = command;
  if (meaning === 'help') return [note(said, 'help')];
  if (meaning === 'unclear') return booking.helped === true ? [] : [note(said, 'unclear')];
  if (isSuperseded(booking.heard, meaning, stamp)) return [];
  return answers[meaning](said);
}

const answers: Readonly<Record<Intent, (said: Said) => BookingEvent[]>> = { coming, cannot, move };

/** 1: somebody is coming. Around the start it keeps the session open; earlier it is good to know. */
function coming(said: Said): BookingEvent[] {
  const { booking, command, now, policy } = said;
  const { stamp, messageId } = command;
  const { from, until } = joinWindow(booking, policy);
  const answered: BookingEvent = { type: 'check-in-answered', at: now, stamp, messageId };
  if (wasAbsent(booking) && stamp >= from && stamp < until) {
    return [answered, reversal(booking, 'answered', command.timeTaken, now, policy)];
  }
  if (isOver(booking) || stamp >= until) return once(said, 'too-late');
  const { attendance, checkIn, warnedAt } = booking;
  if (attendance !== undefined) return silence(said);
  if (stamp >= from && checkIn?.answeredAt === undefined) return [answered];
  return checkIn?.answeredAt === undefined || warnedAt !== undefined ? once(said, 'expected') : silence(said);
}

/**
 * 2: nobody can come. MISSION: "By text: cancel or move until 30 minutes before the start. Less than 30 minutes'
 * notice counts as a no-show." That is said first, and asked once more; after the check-in, which says so too, it
 * closes the session at once.
 */
function cannot(said: Said): BookingEvent[] {
  const { booking, command, now, policy } = said;
  const { stamp, messageId } = command;
  const notice = { stamp, messageId };
  const over = isOver(booking) || stamp >= joinWindow(booking, policy).until;
  if (booking.attendance !== undefined && !over) return once(said, 'joined');
  if (stamp < noticeUntil(booking, policy)) return inTime(said);
  if (over) return once(said, 'too-late');
  const { warnedAt } = booking;
  const afterCheckIn = stamp >= checkInPassedAt(booking, policy);
  if (afterCheckIn || (warnedAt !== undefined && stamp > warnedAt)) {
    const holds = holdsUntil(booking, now);
    return [{ type: 'no-show-recorded', at: now, reason: 'late_notice', holds, notice }];
  }
  return warnedAt === undefined ? [{ type: 'late-notice-warned', at: now, ...notice }] : silence(said);
}

/** Said with enough notice: cancelled, and if a no-show was recorded since, that is taken back. */
function inTime(said: Said): BookingEvent[] {
  const { booking, command, now } = said;
  const notice = { stamp: command.stamp, messageId: command.messageId };
  if (booking.status === 'no_show') {
    return [{ type: 'no-show-reversed', at: now, because: 'cancelled', timers: [], notice }];
  }
  if (isOver(booking)) return once(said, 'too-late');
  return [{ type: 'cancelled', at: now, by: 'text', notice }];
}

/** 3: a link that moves the session as long as there is enough notice. Who asked in time and was brought late has a little longer. */
function move(said: Said): BookingEvent[] {
  const { booking, command, now, policy } = said;
  if (isOver(booking) || command.stamp >= joinWindow(booking, policy).until) return once(said, 'too-late');
  if (booking.attendance !== undefined) return once(said, 'joined');
  const deadline = noticeUntil(booking, policy);
  const until = now < deadline ? deadline : Math.min(booking.start, now + GRACE);
  if (command.stamp >= deadline || now >= until) return once(said, 'move-too-late');
  return isRecent(said, until) ? silence(said) : [{ ...note(said, 'move-link'), until }];
}

/** The same link was asked for within the hour. Later than that somebody may have lost it, and gets it again. */
function isRecent({ booking, command }: Said, until: number): boolean {
  const { noted, heard, moveUntil = 0 } = booking;
  return noted === 'move-link' && until <= moveUntil && command.stamp < (heard?.stamp ?? 0) + HOUR;
}

/** Something else was said later. Where it was the same, the earlier word may still have been in time. */
function isSuperseded(heard: Heard | undefined, intent: Intent, stamp: number): boolean {
  return heard !== undefined && stamp < heard.stamp && intent !== heard.intent;
}

/** The same note twice in a row is silence: two machines never talk for long. */
function once(said: Said, answer: Note): BookingEvent[] {
  if (said.booking.noted !== answer) return [note(said, answer)];
  return answer === 'expected' ? silence(said) : [];
}

/** Nothing is answered; that it was said again, and later, is still worth knowing of. */
function silence(said: Said): BookingEvent[] {
  return said.command.stamp > (said.booking.heard?.stamp ?? 0) ? [note(said)] : [];
}

function note(said: Said, answer?: Note): ReplyNoted {
  const { now, command } = said;
  const { stamp, messageId, meaning } = command;
  return {
    type: 'reply-noted',
    at: now,
    stamp,
    messageId,
    ...(answer === undefined ? {} : { answer }),
    ...(meaning !== 'help' && meaning !== 'unclear' && counts(said, answer) ? { intent: meaning } : {}),
  };
}

/** What was refused takes nothing back of what was said before; what was said in time, and learnt too late, does. */
function counts({ booking, command, policy }: Said, answer: Note | undefined): boolean {
  if (answer !== 'too-late') return answer !== 'joined' && answer !== 'move-too-late';
  return command.meaning !== 'move' && command.stamp < joinWindow(booking, policy).until;
}
