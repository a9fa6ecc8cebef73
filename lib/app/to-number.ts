import type { Booking } from '../domain/booking/booking.ts';
import type { PhoneEvent } from '../domain/phone/events.ts';
import type { Phone } from '../domain/phone/phone.ts';
import type { Meant } from '../domain/phone/which.ts';
import type { Conversation } from './conversation.ts';
import type { PhoneChange } from './deps.ts';

/** What is said to a number that is about no one booking is said once in this time (ms): machines meet silence. */
const QUIET = 3_600_000;

type Saying = Extract<Meant, { ask: unknown }> | 'no-session' | 'helped' | 'texts-wanted';

/** What a number hears, and what is remembered of it. The same question twice in a row is not asked again. */
export function toNumber(
  phone: Phone,
  { messageId }: { readonly messageId: string },
  conversation: Conversation,
  saying: Saying,
  now: number,
): Pick<PhoneChange, 'after' | 'event'> {
  const language = languageOf(conversation);
  if (typeof saying === 'string') {
    // Whoever had opted out is put back on the service's list by this event, so that it is never left out.
    const optsIn = saying === 'texts-wanted' && conversation.phone.consent?.given === false;
    if (!optsIn && phone.toldAt !== undefined && now < phone.toldAt + QUIET) return { after: phone };
    return { after: { ...phone, toldAt: now }, event: { messageId, happened: { type: saying, language } } };
  }
  const { ask: intent, over } = saying;
  const options = saying.options.map(({ id }) => id);
  const question = { askedAt: now, intent, options };
  if (isSame(phone.question, question)) return { after: phone };
  const happened: PhoneEvent = {
    type: 'which-asked',
    language,
    intent,
    sessions: saying.options.map(timeOf),
    ...(over === undefined ? {} : { over: timeOf(over) }),
  };
  return { after: { ...phone, question }, event: { messageId, happened } };
}

function isSame(
  asked: Phone['question'],
  { askedAt, intent, options }: NonNullable<Phone['question']>,
): boolean {
  if (asked === undefined || askedAt >= asked.askedAt + QUIET) return false;
  return asked.intent === intent && asked.options.join() === options.join();
}

function timeOf({ start, timeZone }: Booking): { start: number; timeZone: string } {
  return { start, timeZone };
}

function languageOf({ open, last, asked }: Conversation): PhoneEvent['language'] {
  return (last ?? open[0] ?? asked.find((booking) => booking !== undefined))?.language ?? 'en';
}
