import type { MailContent, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { line } from '../line.ts';
import { greeting, reasonRows, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

type Confirmed = Extract<MailKind, { kind: 'confirmed' | 'approved' }>;

/** The mail that makes a booking count: at once, or after it was approved. Where our staff set its time, it says so. */
export function confirmed(telling: Telling, kind: Confirmed): MailContent {
  const { facts, language } = telling;
  const { reason, byStaff = false } = kind.kind === 'approved' ? {} : kind;
  const words = language.mails[kind.kind];
  const consultant = line(facts.consultantName);
  const rows = [
    timeRow(telling, language.parts.labels.when),
    ...sessionRows(telling),
    ...reasonRows(telling, reason),
  ];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview(consultant),
    heading: words.heading,
    opening: [
      ...greeting(telling, ...(byStaff ? [language.mails.confirmed.byStaff] : []), words.lead(consultant)),
      { kind: 'details', rows },
      joinButton(telling),
    ],
    sections: [...notices(telling), ...upcomingSections(telling)],
  };
}

function notices({ facts, language }: Telling): readonly Section[] {
  if (facts.limitedRelease === undefined) return [];
  const notice = language.parts.limitedSupport(line(facts.limitedRelease));
  return [{ title: language.parts.notices, blocks: [paragraph(notice)] }];
}
