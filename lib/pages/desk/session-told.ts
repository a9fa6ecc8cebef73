import type { EvidentEvent, Message, ReplyRead } from '../../domain/booking/evidence.ts';
import { eventRows, messageRows, type Telling } from '../../messages/evidence/rows.ts';
import { evidenceWords } from '../../messages/evidence/sentence.ts';
import { clock, dateAndClock, shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { SessionView } from './session-view.ts';

/** An event of a session in words. */
export interface ToldEvent {
  readonly number: number;
  readonly what: string;
  /** Empty where there is nothing to add. */
  readonly details: string;
  readonly who: string;
  readonly when: string;
  /** What came with it: when the text was sent that led to it, and what it led us to send. */
  readonly more: readonly string[];
}

/** All that happened to a session, in order, times in the deployment's zone. */
export function toldEvents(
  visit: Visit,
  { record, staff }: Pick<SessionView, 'record' | 'staff'>,
): ToldEvent[] {
  const telling = tellingOf(visit, staff);
  return record.events.map((event) => {
    const [[, , what = '', who = '', , details = ''] = []] = eventRows([event], telling);
    const of = ({ number }: { readonly number: number }) => number === event.number;
    const more = [
      ...stampsOf(event, record.replies.filter(of), visit),
      ...record.messages.filter(of).map((message) => messageLine(message, event, visit, telling)),
    ];
    return { number: event.number, what, details, who, when: telling.at(event.event.at), more };
  });
}

/** What happened after the revision that somebody had seen, a sentence an event. */
export function meanwhile(
  visit: Visit,
  view: Pick<SessionView, 'record' | 'staff'>,
  seen: number,
): readonly string[] {
  const { refused } = deskIn(visit.language).session;
  return toldEvents(visit, view)
    .filter(({ number }) => number > seen)
    .map(({ what, details, who, when }) =>
      refused.meanwhile(details === '' ? what : `${what}: ${details}`, who, when),
    );
}

/** The words of the evidence, with our staff called by their names. */
function tellingOf({ language, settings }: Visit, staff: SessionView['staff']): Telling {
  const words = evidenceWords(language.code);
  const named = (id: string): string => staff.get(id) ?? words.who.staff(id);
  return {
    words: { ...words, who: { ...words.who, staff: named } },
    at: (instant) => shortMoment(instant, settings.zone, language.messages),
  };
}

/** When a text had been sent that reached us later. */
function stampsOf({ event }: EvidentEvent, replies: readonly ReplyRead[], visit: Visit): string[] {
  const { settings, language } = visit;
  const MINUTE = 60_000;
  return replies
    .filter(({ stamp }) => event.at - stamp >= MINUTE)
    .map(({ stamp }) =>
      deskIn(language).session.happened.stamped(
        dateAndClock(stamp, event.at, settings.zone, language.messages),
      ),
    );
}

/** How it was sent, what it was, when, and how far it got. */
function messageLine(
  message: Message,
  { event }: EvidentEvent,
  { settings, language }: Visit,
  telling: Telling,
): string {
  const { happened } = deskIn(language).session;
  const at = (instant: number) => dateAndClock(instant, event.at, settings.zone, language.messages);
  const [[, what = '', how = '', sent = ''] = []] = messageRows([message], { ...telling, at });
  const fate = Object.entries(message.delivery)
    .toSorted(([, one], [, other]) => one - other)
    .map(([status, instant]) => `${happened.delivery[status] ?? status} ${at(instant)}`);
  const isUnreported = message.channel === 'text' && message.sentAt !== undefined && fate.length === 0;
  return happened.message(
    how,
    what,
    [sent, ...fate, ...(isUnreported ? [happened.noReport] : [])].join(', '),
  );
}

/** "10:15 EST" of today, as the head of the page tells it. */
export function clockHere(instant: number, { settings, language }: Visit): string {
  return clock(instant, settings.zone, language.messages);
}
