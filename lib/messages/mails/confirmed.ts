import type { MailContent, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import { line } from '../line.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

/** The mail that makes a booking count: at once, or after it was approved. */
export function confirmed(telling: Telling, as: 'confirmed' | 'approved'): MailContent {
  const { facts, language } = telling;
  const words = language.mails[as];
  const consultant = line(facts.consultantName);
  const rows = [timeRow(telling, language.parts.labels.when), ...sessionRows(telling)];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview(consultant),
    heading: words.heading,
    opening: [...greeting(telling, words.lead(consultant)), { kind: 'details', rows }, joinButton(telling)],
    sections: [...notices(telling), ...upcomingSections(telling)],
  };
}

function notices({ facts, language }: Telling): readonly Section[] {
  if (facts.limitedRelease === undefined) return [];
  const notice = language.parts.limitedSupport(line(facts.limitedRelease));
  return [{ title: language.parts.notices, blocks: [paragraph(notice)] }];
}
