import type { MailContent } from '../content.ts';
import { line } from '../line.ts';
import { away } from '../time.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

/** How far away the session is gets told from now, not from the plan: a reminder that was held up stays true. */
export function reminder(telling: Telling): MailContent {
  const { facts, language, now } = telling;
  const words = language.mails.reminder;
  const consultant = line(facts.consultantName);
  const distance = away(facts.start, now, facts.timeZone, language);
  const rows = [timeRow(telling, language.parts.labels.when), ...sessionRows(telling)];
  return {
    subject: words.subject({ ...subjectOf(telling), away: distance }),
    preview: words.preview(consultant),
    heading: words.heading(distance),
    opening: [...greeting(telling, words.lead(consultant)), { kind: 'details', rows }, joinButton(telling)],
    sections: upcomingSections(telling),
  };
}
