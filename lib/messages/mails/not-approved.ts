import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import { greeting, priceless, reasonRows } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

/** Says that a booking which needed a person's word doesn't stand: our staff said no, or nobody said anything in time. */
export function notApproved(
  telling: Telling,
  why: 'declined' | 'approvalExpired',
  reason?: string,
): MailContent {
  const { facts, language } = telling;
  const words = language.mails[why];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, words.lead),
      { kind: 'details', rows: [...priceless(telling), ...reasonRows(telling, reason)] },
      paragraph(words.again(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
