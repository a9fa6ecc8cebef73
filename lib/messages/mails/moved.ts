import type { MailContent } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { moment, shortMoment } from '../time.ts';
import { greeting, reasonRows, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

type Moved = Extract<MailKind, { kind: 'moved' }>;

/** The mail that makes a new time count. `previousStart` is the instant it replaces. */
export function moved(telling: Telling, { previousStart, reason, byStaff = false }: Moved): MailContent {
  const { facts, language } = telling;
  const words = language.mails.moved;
  const { labels } = language.parts;
  const rows = [
    timeRow(telling, labels.newTime),
    { label: labels.oldTime, value: moment(previousStart, facts.timeZone, language) },
    ...sessionRows(telling),
    ...reasonRows(telling, reason),
  ];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview(shortMoment(previousStart, facts.timeZone, language)),
    heading: words.heading,
    opening: [
      ...greeting(telling, ...(byStaff ? [words.byStaff] : []), words.lead),
      { kind: 'details', rows },
      joinButton(telling),
    ],
    sections: upcomingSections(telling),
  };
}
