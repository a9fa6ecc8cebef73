import type { Block, Detail } from '../content.ts';
import { paragraph } from '../content.ts';
import { greetingName, line, shorten } from '../line.ts';
import { money } from '../money.ts';
import { minutesBetween, span } from '../time.ts';
import type { Telling } from './telling.ts';

/** The greeting, then the mail's own first words. */
export function greeting({ facts, language }: Telling, ...lead: readonly string[]): readonly Block[] {
  return [
    paragraph(language.parts.hello(greetingName(facts.attendee.name))),
    ...lead.map((words) => paragraph(words)),
  ];
}

/** The session's time in the attendee's zone, as a row under `label`. */
export function timeRow({ facts, language }: Telling, label: string): Detail {
  return { label, value: span(facts.start, facts.end, facts.timeZone, language), strong: true };
}

/** What is booked: session, consultant, price and topic. */
export function sessionRows({ facts, language }: Telling): readonly Detail[] {
  const { labels, session } = language.parts;
  const duration = minutesBetween(facts.start, facts.end, language);
  const rows = [
    { label: labels.session, value: session(line(facts.sessionName), duration) },
    { label: labels.consultant, value: line(facts.consultantName) },
  ];
  const topic = line(facts.topic ?? '');
  return [...rows, ...priceRow({ facts, language }), ...(topic ? [topicRow(labels.topic, topic)] : [])];
}

/** The same of a session that doesn't take place, or didn't: there is nothing to pay for. */
export function priceless(telling: Telling): readonly Detail[] {
  const { labels } = telling.language.parts;
  return [
    timeRow(telling, labels.wasPlanned),
    ...sessionRows(telling).filter(({ label }) => label !== labels.price),
  ];
}

/** Why the session was changed, where a reason was given. */
export function reasonRows({ language }: Pick<Telling, 'language'>, reason = ''): readonly Detail[] {
  const given = shorten(line(reason), 300);
  return given ? [{ label: language.parts.labels.reason, value: given }] : [];
}

function priceRow({ facts, language }: Pick<Telling, 'facts' | 'language'>): readonly Detail[] {
  const { labels, free, paid } = language.parts;
  if (facts.free) return [{ label: labels.price, value: free }];
  if (!facts.price) return [];
  return [{ label: labels.price, value: paid(money(facts.price, language)) }];
}

function topicRow(label: string, topic: string): Detail {
  return { label, value: shorten(topic, 300) };
}
