import { type Booking, isOver, isPending } from '../domain/booking/booking.ts';
import { answeredFor, consentSaid, heardFrom } from '../domain/phone/hear.ts';
import type { Phone } from '../domain/phone/phone.ts';
import { bookingMeant, type Said } from '../domain/phone/which.ts';
import { type Reply, readReply } from '../domain/reply.ts';
import { attendSession } from './attend-session.ts';
import { changePhone } from './change-phone.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import { AlreadyDone, type Deps, type Once, type PhoneChange } from './deps.ts';
import { handle } from './handle.ts';
import { toNumber } from './to-number.ts';

const DAY = 86_400_000;

/** A text from a member, as the carrier brought it. */
export interface TextIn {
  /** The carrier's id: the same text brought twice has the same one. */
  readonly messageId: string;
  /** E.164. */
  readonly from: string;
  readonly body: string;
  /** When it was sent (ms): deadlines are held against this, not against its arrival. */
  readonly stamp: number;
}

/**
 * Does what a text asks, once: to the booking that it means, or to the number itself. The booking is changed
 * first and the phone's row last: a text that is brought again after a crash in between finds the one done, and
 * does the other. Throws `busy` when it keeps meeting other texts of the number.
 */
export async function receiveText(deps: Deps, text: TextIn): Promise<void> {
  const reply = readReply(text.body);
  await changePhone(deps, text.from, async (phone) => {
    if (phone.heard.includes(text.messageId)) return { result: undefined };
    const change = await take(deps, text, reply, await loadConversation(deps, phone, text.stamp));
    return { ...change, result: undefined };
  });
}

/** Changes bookings, and gives what changes of the number. */
async function take(
  deps: Deps,
  text: TextIn,
  reply: Reply,
  conversation: Conversation,
): Promise<Pick<PhoneChange, 'after' | 'event'>> {
  const phone = heardFrom(conversation.phone, text.messageId);
  const { meaning } = reply;
  if (meaning === 'stop' || meaning === 'start') return consent(deps, text, phone, conversation, meaning);
  const meant = bookingMeant({
    ...conversation,
    reply: { ...reply, meaning },
    stamp: text.stamp,
  });
  if ('ask' in meant) return toNumber(phone, text, conversation, meant, deps.now());
  if (meant.about === 'nothing') {
    const answer = conversation.open.some(isOpenSession) ? 'helped' : 'no-session';
    return toNumber(phone, text, conversation, answer, deps.now());
  }
  await replyTo(deps, text, meant.about.id, meant.meaning);
  const understood = meant.meaning !== 'unclear' && meant.meaning !== 'help';
  return { after: understood ? answeredFor(phone, meant.about.attendee.email) : phone };
}

/** What awaits approval is no session yet. */
function isOpenSession(booking: Booking): boolean {
  return !isOver(booking) && !isPending(booking);
}

/** Once for the text, whatever it was taken for when it came first. */
async function replyTo(
  deps: Deps,
  { messageId, stamp }: TextIn,
  bookingId: string,
  meaning: Said['meaning'],
): Promise<void> {
  const once: Once = { key: `text ${messageId}`, fingerprint: 'text', expiresAt: deps.now() + 7 * DAY };
  try {
    await attendSession(deps, bookingId, { type: 'reply', stamp, messageId, meaning }, once);
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error;
  }
}

/** STOP and START change every open session of the number: each goes by the rules of those without one, or with one. */
async function consent(
  deps: Deps,
  text: TextIn,
  phone: Phone,
  conversation: Conversation,
  word: 'stop' | 'start',
): Promise<Pick<PhoneChange, 'after' | 'event'>> {
  const after = consentSaid(phone, word === 'start', text.stamp);
  const given = after.consent?.given === true;
  for (const { id } of conversation.open) {
    await handle(deps, id, given ? { type: 'restore-mobile' } : { type: 'lose-mobile', reason: 'opted-out' });
  }
  return given ? toNumber(after, text, conversation, 'texts-wanted', deps.now()) : { after };
}
