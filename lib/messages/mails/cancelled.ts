import type { MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { greeting, reasonRows, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';

type Cancelled = Extract<MailKind, { kind: 'cancelled' }>;

/** The mail that makes a cancellation count. */
export function cancelled(telling: Telling, { reason, byStaff = false }: Cancelled): MailContent {
  const { facts, language } = telling;
  const words = language.mails.cancelled;
  const { labels } = language.parts;
  const rows = [
    timeRow(telling, labels.wasPlanned),
    ...sessionRows(telling).filter((row) => row.label !== labels.price),
    ...reasonRows(telling, reason),
  ];
  const paid = !facts.free && facts.price !== undefined;
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, ...(byStaff ? [words.byStaff] : []), words.lead),
      { kind: 'details', rows },
      ...(paid ? [paragraph(words.notRefunded)] : []),
      paragraph(words.again(facts.brand.supportMail)),
    ],
    sections: [],
  };
}
