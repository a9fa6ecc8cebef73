import type { MailContent } from '../content.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { changing, joinButton, nobodyJoins } from './upcoming.ts';

/** Says that texts are sent again, and what that brings. */
export function mobileRestored(telling: Telling): MailContent {
  const { language } = telling;
  const words = language.mails.mobileRestored;
  const rows = [timeRow(telling, language.parts.labels.when), ...sessionRows(telling)];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [...greeting(telling, words.lead), { kind: 'details', rows }, joinButton(telling)],
    sections: [changing(telling), nobodyJoins(telling)],
  };
}
