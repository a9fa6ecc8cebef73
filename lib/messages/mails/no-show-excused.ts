import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

/** Says that the no-show doesn't count. Why our staff excused it is for the record alone. */
export function noShowExcused(telling: Telling): MailContent {
  const { facts, language } = telling;
  const words = language.mails.noShowExcused;
  const { labels } = language.parts;
  const rows = [
    timeRow(telling, labels.wasPlanned),
    ...sessionRows(telling).filter((row) => row.label !== labels.price),
  ];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, words.lead, words.counts),
      { kind: 'details', rows },
      paragraph(words.another(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
