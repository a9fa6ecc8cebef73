import { type Detail, type MailContent, paragraph } from '../../content.ts';
import type { DeskMailKind, SameDay } from '../../desk-facts.ts';
import { line, shorten } from '../../line.ts';
import { shortMoment } from '../../time.ts';
import { type DeskTelling, deskButton } from './telling.ts';

type Review = Extract<DeskMailKind, { kind: 'review-opened' }>;

/** Which company gave back too many sessions on their own date, and which those were. */
export function reviewOpened(telling: DeskTelling, kind: Review): MailContent {
  const { companyName, changes, limit, days } = kind;
  const { reviewOpened: words } = telling.language.deskMails;
  const company = shorten(line(companyName), 60);
  return {
    subject: words.subject(company),
    preview: words.preview(changes.length),
    heading: words.heading,
    opening: [
      paragraph(words.lead({ company, limit, days })),
      { kind: 'details', rows: changes.map((change) => changeRow(telling, change)) },
      paragraph(words.meanwhile),
      deskButton(telling),
    ],
    sections: [],
  };
}

function changeRow({ facts, language }: DeskTelling, { change, at, start, email }: SameDay): Detail {
  const { reviewOpened: words } = language.deskMails;
  const tell = (instant: number) => shortMoment(instant, facts.timeZone, language);
  const value = words.change({ at: tell(at), start: tell(start), who: email ?? words.erased });
  return { label: words.changes[change], value };
}
