import type { Block, MailContent, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { clock, minutesBetween, shortMoment } from '../time.ts';
import { following } from './consequence.ts';
import { greeting, priceless } from './details.ts';
import { mobileEnding, subjectOf, type Telling } from './telling.ts';
import { noTexts } from './upcoming.ts';

type NoShow = Extract<MailKind, { kind: 'no-show' }>;

/** What was recorded and why, without blame, what follows, and how to contest it. */
export function noShow(telling: Telling, kind: NoShow): MailContent {
  const words = telling.language.mails.noShow;
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview,
    heading: words.heading,
    opening: [
      ...greeting(telling, why(telling, kind)),
      ...untexted(telling, kind),
      { kind: 'details', rows: priceless(telling) },
    ],
    sections: [following(telling, kind.consequence), contesting(telling)],
  };
}

function contesting({ facts, language }: Telling): Section {
  const words = language.mails.noShow;
  return {
    title: words.isWrong,
    blocks: [
      paragraph(words.wrong),
      { kind: 'button', label: words.contest, url: `${facts.manageUrl}#contest` },
    ],
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
