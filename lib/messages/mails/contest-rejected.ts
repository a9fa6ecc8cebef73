import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import { greeting, priceless, reasonRows } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

/** Says that a person has read why the no-show should be wrong, and that it stays. */
export function contestRejected(telling: Telling, reason: string): MailContent {
  const { facts, language } = telling;
  const words = language.mails.contestRejected;
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
