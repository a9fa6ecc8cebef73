import type { MailContent } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { moment, shortMoment } from '../time.ts';
import { greeting, reasonRows, sessionRows, timeRow } from './details.ts';
import { deciding, expiring, withdrawing } from './requested.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, upcomingSections } from './upcoming.ts';

type Moved = Extract<MailKind, { kind: 'moved' }>;

/** The mail that makes a new time count, of a session or of what may become one. `previousStart` is the instant it replaces. */
export function moved(telling: Telling, kind: Moved): MailContent {
  const { previousStart, reason, byStaff = false, wanted } = kind;
  const { facts, language } = telling;
  const { preview, request, ...session } = language.mails.moved;
  const words = wanted === undefined ? session : request;
  const { labels } = language.parts;
  const rows = [
    timeRow(telling, labels.newTime),
    { label: labels.oldTime, value: moment(previousStart, facts.timeZone, language) },
    ...sessionRows(telling),
    ...reasonRows(telling, reason),
    ...(wanted === undefined ? [] : [deciding(telling, wanted)]),
  ];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: preview(shortMoment(previousStart, facts.timeZone, language)),
    heading: words.heading,
    opening: [
      ...greeting(telling, ...(byStaff ? [words.byStaff] : []), words.lead),
      { kind: 'details', rows },
      wanted === undefined ? joinButton(telling) : expiring(telling, wanted),
    ],
    sections: wanted === undefined ? upcomingSections(telling) : [withdrawing(telling, wanted)],
  };
}
