import type { MailContent, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import { line } from '../line.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

/** The mail that makes a booking count. */
export function confirmed(telling: Telling): MailContent {
  const { facts, language } = telling;
  const words = language.mails.confirmed;
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
