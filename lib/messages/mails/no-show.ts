import type { Block, MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { clock, minutesBetween, shortMoment } from '../time.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { mobileEnding, subjectOf, type Telling } from './telling.ts';
import { noTexts } from './upcoming.ts';

type NoShow = Extract<MailKind, { kind: 'no-show' }>;

/** What was recorded and why, without blame, and whom to write to. */
export function noShow(telling: Telling, kind: NoShow): MailContent {
  const { facts, language } = telling;
  const words = language.mails.noShow;
  const { labels, write } = language.parts;
  const rows = [
    timeRow(telling, labels.wasPlanned),
    ...sessionRows(telling).filter((row) => row.label !== labels.price),
  ];
  const { supportMail } = facts.brand;
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, why(telling, kind)),
      ...untexted(telling, kind),
      { kind: 'details', rows },
      paragraph(words.meaning),
      paragraph(words.wrong),
      { kind: 'button', label: write, url: `mailto:${supportMail}` },
    ],
    sections: [],
  };
}

/** Where nobody was there and no text could ask. */
function untexted(telling: Telling, { reason }: NoShow): readonly Block[] {
  const { mobileLost } = telling.facts;
  return mobileLost === undefined || reason !== 'absent' ? [] : noTexts(telling, mobileLost);
}

function why(telling: Telling, { reason, closedAt, askedAt }: NoShow): string {
  const { facts, language } = telling;
  const words = language.mails.noShow;
  const closed = clock(closedAt, facts.timeZone, language);
  const ending = mobileEnding(telling);
  switch (reason) {
    case 'absent':
      // A question that was put to a number that can't be texted may never have arrived.
      return ending && askedAt !== undefined && facts.mobileLost === undefined
        ? words.absentAsked(ending, clock(askedAt, facts.timeZone, language), closed)
        : words.absent(closed);
    case 'never_joined_after_keeping_open':
      return words.keptOpen(closed);
    case 'late_notice':
      return lateNotice(telling, closedAt);
  }
}

function lateNotice({ facts, language }: Telling, at: number): string {
  const { start, timeZone, changeBy } = facts;
  const words = language.mails.noShow;
  const noticed = shortMoment(at, timeZone, language);
  if (at >= start) return words.noticeAfterStart(noticed);
  return words.lateNotice(noticed, minutesBetween(changeBy.mail, start, language));
}
