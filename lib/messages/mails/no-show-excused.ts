import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { greeting, priceless } from './details.ts';
import { relieved } from './relief.ts';
import { subjectOf, type Telling } from './telling.ts';

type Excused = Extract<MailKind, { kind: 'no-show-excused' }>;

/** Says that the no-show doesn't count, and what is gone with it. Why our staff excused it is for the record alone. */
export function noShowExcused(telling: Telling, { relief }: Excused): MailContent {
  const { facts, language } = telling;
  const words = language.mails.noShowExcused;
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, words.lead, words.counts),
      ...relieved(telling, relief),
      { kind: 'details', rows: priceless(telling) },
      paragraph(words.another(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
