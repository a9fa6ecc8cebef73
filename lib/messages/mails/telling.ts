import type { Link } from '../content.ts';
import type { BookingFacts } from '../facts.ts';
import type { Language } from '../language/en.ts';
import { line, shorten } from '../line.ts';
import { phoneNumber } from '../phone-number.ts';
import { shortMoment } from '../time.ts';

/** What every mail is told from: the booking, the language it is told in, and the instant it is told at. */
export interface Telling {
  readonly facts: BookingFacts;
  readonly language: Language;
  readonly now: number;
}

/** What a subject names. The session's name is kept short, so that the time still shows on a phone. */
export function subjectOf({ facts, language }: Telling): { session: string; when: string } {
  return {
    session: shorten(line(facts.sessionName), 32),
    when: shortMoment(facts.start, facts.timeZone, language),
  };
}

/** The number that we text from, as people read it, leading to a text to it. */
export function textLink({ facts: { textNumber } }: Telling): Link {
  return { label: phoneNumber(textNumber), url: `sms:${textNumber}` };
}

/** The last four digits of the mobile number: enough to recognise it, too little to give it away. */
export function mobileEnding({ facts }: Telling): string | undefined {
  return facts.attendee.mobile?.slice(-4);
}
