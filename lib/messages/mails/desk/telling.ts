import type { Block, Detail } from '../../content.ts';
import type { DeskFacts, DeskSession } from '../../desk-facts.ts';
import type { Language } from '../../language/en.ts';
import { line, shorten } from '../../line.ts';
import { minutesBetween, span } from '../../time.ts';

/** What every mail to our staff is told from. */
export interface DeskTelling {
  readonly facts: DeskFacts;
  readonly language: Language;
}

/** Who it is for, as subjects name them. */
export function nameOf({ attendee }: DeskSession): string {
  return shorten(line(attendee.name) || attendee.email, 40);
}

/** What is booked, by whom, and for which company. */
export function bookingRows({ facts, language }: DeskTelling, session: DeskSession): readonly Detail[] {
  const { parts, deskMails } = language;
  const { attendee, start, end, companyName, topic, bookingId } = session;
  const name = shorten(line(attendee.name), 60);
  return [
    { label: parts.labels.when, value: span(start, end, facts.timeZone, language), strong: true },
    {
      label: parts.labels.session,
      value: parts.session(line(session.sessionName), minutesBetween(start, end, language)),
    },
    { label: deskMails.labels.who, value: name ? `${name}, ${attendee.email}` : attendee.email },
    ...rowIf(deskMails.labels.company, companyName, 60),
    ...rowIf(parts.labels.topic, topic, 300),
    { label: deskMails.labels.booking, value: bookingId },
  ];
}

/** Where staff decide. */
export function deskButton({ facts, language }: DeskTelling): Block {
  return { kind: 'button', label: language.deskMails.desk, url: `${facts.siteUrl}/desk` };
}

function rowIf(label: string, text: string | undefined, most: number): readonly Detail[] {
  const value = shorten(line(text ?? ''), most);
  return value ? [{ label, value }] : [];
}
