import { agreedAt, type Booking, type Intent, isOver } from '../booking/booking.ts';
import type { Reply as BookingReply } from '../booking/commands.ts';
import { type Phone, threadAt } from './phone.ts';

const HOUR = 3_600_000;
/** How long after the last text an answer is taken to be about that, even where its session is over. */
const FRESH = 2 * HOUR;
/** How long a question waits for its answer. */
const PATIENCE = 4 * HOUR;
/** How long what was texted last is remembered at all, where nothing is open. */
const MEMORY = 30 * 24 * HOUR;
/** The most sessions that one text lists. */
export const MOST_LISTED = 4;

/** What a text said, as far as it can be about a session. */
export interface Said {
  readonly meaning: BookingReply['meaning'];
  /** The digit that the text is, or begins with. */
  readonly choice?: number;
}

/** A text in, with what it can be about. Instants are in ms. */
export interface Incoming {
  readonly reply: Said;
  /** When it was sent. */
  readonly stamp: number;
  readonly phone: Phone;
  /** The number's sessions that were open when the text was sent, as far as is known, soonest first. */
  readonly open: readonly Booking[];
  /** The booking that the number had last been texted about when the text was sent. */
  readonly last?: Booking;
  /** The bookings of the question that the number was asked, in its order. */
  readonly asked: readonly (Booking | undefined)[];
}

/** What a text is about. */
export type Meant =
  | { readonly about: Booking; readonly meaning: Said['meaning'] }
  | { readonly ask: Intent; readonly options: readonly Booking[]; readonly over?: Booking }
  | { readonly about: 'nothing' };

/**
 * Which booking a text means: the one that answers our question; else the one that the last text was about, while
 * it is open; else the only open one; else it has to be asked. Nothing of another number is ever meant, nor
 * anything that was booked, approved or texted about after the text was sent.
 */
export function bookingMeant(incoming: Incoming): Meant {
  const { reply, stamp } = incoming;
  const chosen = choiceOf(incoming);
  if (chosen !== undefined) return { about: chosen.booking, meaning: chosen.intent };
  const open = incoming.open.filter((booking) => isOwn(incoming, booking) && canBeMeant(booking, stamp));
  const last = isOwn(incoming, incoming.last) ? incoming.last : undefined;
  if (last !== undefined && wasOpen(last, stamp)) return { about: last, meaning: reply.meaning };
  const since = stamp - (threadAt(incoming.phone, stamp)?.textedAt ?? 0);
  if (last !== undefined && since < FRESH) return afterTheEnd(last, open, reply);
  const [only, ...others] = open;
  const intent = intentOf(reply);
  if (only !== undefined && others.length === 0) return { about: only, meaning: reply.meaning };
  if (only !== undefined) return intent === undefined ? { about: 'nothing' } : ask(intent, open);
  return last !== undefined && since < MEMORY
    ? { about: last, meaning: reply.meaning }
    : { about: 'nothing' };
}

/**
 * Just texted about a session that is over: what is true of that is said. Another session is not touched on a
 * guess: where one is to be cancelled or moved, we ask whether it is meant.
 */
function afterTheEnd(over: Booking, open: readonly Booking[], reply: Said): Meant {
  const intent = intentOf(reply);
  const another = intent === 'cannot' || intent === 'move';
  return another && open.length > 0
    ? { ...ask(intent, open), over }
    : { about: over, meaning: reply.meaning };
}

function ask(intent: Intent, open: readonly Booking[]): Extract<Meant, { ask: Intent }> {
  return { ask: intent, options: open.slice(0, MOST_LISTED) };
}

/** The booking that a text picks from the list of our question, open or not; undefined where it picks none. */
function choiceOf(incoming: Incoming): { booking: Booking; intent: Intent } | undefined {
  const { reply, stamp, asked } = incoming;
  const { question } = incoming.phone;
  if (question === undefined || stamp < question.askedAt || stamp >= question.askedAt + PATIENCE)
    return undefined;
  const yes = question.options.length === 1 && reply.meaning === 'coming';
  const booking = asked[(reply.choice ?? (yes ? 1 : 0)) - 1];
  return isOwn(incoming, booking) ? { booking, intent: question.intent } : undefined;
}

function isOwn({ phone }: Incoming, booking: Booking | undefined): booking is Booking {
  return booking?.attendee.mobile === phone.mobile;
}

/** What was agreed later can't be meant, nor what was over by then. What has closed since can: it is a choice like the others. */
function canBeMeant(booking: Booking, stamp: number): boolean {
  return (agreedAt(booking) ?? Number.POSITIVE_INFINITY) <= stamp && wasOpen(booking, stamp);
}

/** Whether the session was still open when the text was sent, whatever has been recorded since. */
function wasOpen(booking: Booking, stamp: number): boolean {
  return !isOver(booking) || stamp < (booking.outcome?.at ?? booking.cancelled?.at ?? booking.end);
}

function intentOf({ meaning }: Said): Intent | undefined {
  return meaning === 'coming' || meaning === 'cannot' || meaning === 'move' ? meaning : undefined;
}
