import * as z from 'zod/mini';
import type { RecordedPhoneEvent } from '../app/deps.ts';
import type { PhoneEvent, SessionTime } from '../domain/phone/events.ts';
import type { Phone, Question, Sent, Thread } from '../domain/phone/phone.ts';
import { type Fields, instant, intent, language } from './rows.ts';

const thread = () => z.object({ bookingId: z.string(), textedAt: instant } satisfies Fields<Thread>);
const question = () =>
  z.object({
    askedAt: instant,
    intent,
    options: z.array(z.string()),
  } satisfies Fields<Question>);
const sent = () => z.object({ at: instant, effect: z.string() } satisfies Fields<Sent>);

/** A phone as its row holds it. */
export const phoneRow = (): z.ZodMiniType<Phone> =>
  z.object({
    mobile: z.string(),
    revision: z.int(),
    threads: z.array(thread()),
    question: z.exactOptional(question()),
    consent: z.exactOptional(z.object({ stamp: instant, given: z.boolean() })),
    refusedAt: z.exactOptional(instant),
    introducedBy: z.exactOptional(z.string()),
    owners: z.array(z.string()),
    strangerText: z.exactOptional(z.string()),
    heard: z.array(z.string()),
    sent: z.array(sent()),
    toldAt: z.exactOptional(instant),
  } satisfies Fields<Phone>);

const session = () => z.object({ start: instant, timeZone: z.string() } satisfies Fields<SessionTime>);

const event = (): z.ZodMiniType<PhoneEvent> =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('no-session'), language }),
    z.object({
      type: z.literal('which-asked'),
      language,
      intent,
      sessions: z.array(session()),
      over: z.exactOptional(session()),
    } satisfies Fields<Extract<PhoneEvent, { type: 'which-asked' }>>),
    z.object({ type: z.literal('helped'), language }),
    z.object({ type: z.literal('texts-wanted'), language }),
  ]);

/** What happened on a number, as its row holds it. */
export const phoneEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('phone'),
    mobile: z.string(),
    messageId: z.string(),
    event: event(),
  } satisfies Fields<RecordedPhoneEvent & { kind: 'event'; about: 'phone' }>);
