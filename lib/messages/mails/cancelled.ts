import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import { line, shorten } from '../line.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

/** The mail that makes a cancellation count. `reason` is what the person gave, if anything. */
export function cancelled(telling: Telling, reason?: string): MailContent {
  const { facts, language } = telling;
  const words = language.mails.cancelled;
  const { labels } = language.parts;
  const given = shorten(line(reason ?? ''), 300);
  const rows = [
    timeRow(telling, labels.wasPlanned),
    ...sessionRows(telling).filter((row) => row.label !== labels.price),
    ...(given ? [{ label: labels.reason, value: given }] : []),
  ];
  const paid = !facts.free && facts.price !== undefined;
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, words.lead),
      { kind: 'details', rows },
      ...(paid ? [paragraph(words.notRefunded)] : []),
      paragraph(words.again(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
