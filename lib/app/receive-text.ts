import { type Booking, isOver, isPending } from '../domain/booking/booking.ts';
import { answeredFor, consentSaid, heardFrom, mayHaveForgotten } from '../domain/phone/hear.ts';
import type { Phone } from '../domain/phone/phone.ts';
import { bookingMeant, type Meant } from '../domain/phone/which.ts';
import { type Reply, readReply } from '../domain/reply.ts';
import { withOrWithoutTime } from './attend-session.ts';
import { type Conversation, loadConversation } from './conversation.ts';
import type { Deps, PhoneChange } from './deps.ts';
import { changeBy, handle } from './handle.ts';
import { sessionsOfNumber } from './sessions-of-number.ts';
import { toNumber } from './to-number.ts';
import { untilCommitted } from './until-committed.ts';

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
 * Does what a text asks, once: to the booking that it means, or to the number itself. Throws `busy` when it keeps meeting
 * other changes of them.
 */
export async function receiveText(deps: Deps, text: TextIn): Promise<void> {
  const reply = readReply(text.body);
  await untilCommitted(deps, async () => {
    const conversation = await unlessHeard(deps, text);
    if (conversation === undefined) return;
    const { about, ...change } = await take(deps, text, reply, conversation);
    const phone = { before: conversation.phone, ...change, now: deps.now() };
    await (about === undefined ? deps.table.commitPhone(phone) : replyTo(deps, text, about, phone));
  });
}

/** What the text can be about; undefined where it was taken before. */
async function unlessHeard(
  deps: Deps,
  { from, messageId, stamp }: TextIn,
): Promise<Conversation | undefined> {
  const [phone, found] = await Promise.all([deps.table.phone(from), sessionsOfNumber(deps, from, stamp)]);
  if (phone.heard.includes(messageId)) return undefined;
  const [conversation, wasHeard] = await Promise.all([
    loadConversation(deps, phone, found, stamp),
    mayHaveForgotten(phone) && deps.table.wasHeard(from, messageId),
  ]);
  return wasHeard ? undefined : conversation;
}

/** What becomes of the number, and what is said about which booking. */
type Taken = Pick<PhoneChange, 'after' | 'event'> & { readonly about?: About };
type About = Extract<Meant, { meaning: unknown }>;

async function take(deps: Deps, text: TextIn, reply: Reply, conversation: Conversation): Promise<Taken> {
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
  const understood = meant.meaning !== 'unclear' && meant.meaning !== 'help';
  return { about: meant, after: understood ? answeredFor(phone, meant.about.attendee.email) : phone };
}

/** What awaits approval is no session yet. */
function isOpenSession(booking: Booking): boolean {
  return !isOver(booking) && !isPending(booking);
}

/** Changes the booking, as it was read, and the number in one transaction: Stale where either has changed since. */
async function replyTo(
  deps: Deps,
  { messageId, stamp }: TextIn,
  { about: booking, meaning }: About,
  phone: Omit<PhoneChange, 'event'>,
): Promise<void> {
  await withOrWithoutTime({ type: 'reply', stamp, messageId, meaning }, async (reply) => {
    const change = changeBy(deps, booking, reply);
    await (change.events.length === 0
      ? deps.table.commitPhone(phone)
      : deps.table.commit({ ...change, phone }));
  });
}

/**
 * STOP and START change every open session of the number: each goes by the rules of those without one, or with one. The
 * number comes last: a text that is brought again after a crash in between finishes what was left.
 */
async function consent(
  deps: Deps,
  text: TextIn,
  phone: Phone,
  conversation: Conversation,
  word: 'stop' | 'start',
): Promise<Pick<PhoneChange, 'after' | 'event'>> {
  const after = consentSaid(phone, word === 'start', text.stamp);
  const given = after.consent?.given === true;
  for (const booking of conversation.open) {
    await handle(
      deps,
      booking,
      given ? { type: 'restore-mobile' } : { type: 'lose-mobile', reason: 'opted-out' },
    );
  }
  return given ? toNumber(after, text, conversation, 'texts-wanted', deps.now()) : { after };
}
