import type { MobileLoss } from '../../domain/booking/booking.ts';
import type { Block, Link, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import type { Language } from '../language/en.ts';
import { clock, minutesBetween, moment, shortMoment } from '../time.ts';
import { mobileEnding, type Telling, textLink } from './telling.ts';

/** The way in, as a button. It records attendance and leads to the meeting. */
export function joinButton({ facts, language }: Telling): Block {
  return { kind: 'button', label: language.parts.join.button, url: facts.joinUrl };
}

/** What everyone with a session ahead needs: how to join, what to prepare, how to change, what happens if nobody comes. */
export function upcomingSections(telling: Telling): readonly Section[] {
  return [joining(telling), ...preparing(telling), changing(telling), nobodyJoins(telling)];
}

export function joining({ facts, language }: Telling): Section {
  const { join } = language.parts;
  return {
    title: join.title,
    blocks: [
      paragraph(join.wayIn),
      { kind: 'entries', entries: [{ label: join.meeting, value: facts.room.url, url: facts.room.url }] },
      paragraph(join.audio),
      {
        kind: 'entries',
        entries: [
          { label: join.numbers, value: facts.room.dialInUrl, url: facts.room.dialInUrl },
          { label: join.conferenceId, value: facts.room.conferenceId },
        ],
      },
      paragraph(join.everyone),
    ],
  };
}

function preparing({ facts, language }: Telling): readonly Section[] {
  if (facts.preparation.length === 0) return [];
  return [{ title: language.parts.prepare.title, blocks: [{ kind: 'steps', steps: facts.preparation }] }];
}

/** How the session can be moved or cancelled as long as it can, and what confirms it. */
export function changing(telling: Telling): Section {
  const { facts, language, now } = telling;
  const { change } = language.parts;
  const until = moment(facts.changeBy.link, facts.timeZone, language);
  const open = now < facts.changeBy.link;
  return {
    title: change.title,
    blocks: [
      ...(open ? [changeLinks(telling), ...byText(telling, change.byText)] : []),
      paragraph(open ? change.untilByLink(until) : change.linkIsOver(until)),
      ...(open ? [] : byText(telling, change.stillByText)),
      afterTheLinks(telling, open),
      paragraph(change.confirmed),
    ],
  };
}

function afterTheLinks({ facts, language, now }: Telling, linksOpen: boolean): Block {
  const { start, changeBy, timeZone, brand } = facts;
  const { change } = language.parts;
  const least = minutesBetween(changeBy.mail, start, language);
  if (now >= changeBy.mail) return paragraph(change.over(brand.supportMail, least));
  const byMail = linksOpen ? change.thenByMail : change.stillByMail;
  const until = shortMoment(changeBy.mail, timeZone, language);
  return paragraph(`${byMail(brand.supportMail, until)} ${change.shortNotice(least)}`);
}

/** By text, as long as that changes anything. */
function byText(telling: Telling, words: Language['parts']['change']['byText']): readonly Block[] {
  const { facts, language, now } = telling;
  const until = facts.changeBy.text;
  const ending = mobileEnding(telling);
  if (until === undefined || ending === undefined || now >= until) return [];
  const link = textLink(telling);
  return [paragraph(words(link.label, ending, shortMoment(until, facts.timeZone, language)), link)];
}

/** To move and to cancel. */
export function changeLinks({ facts, language }: Telling): Block {
  const { change } = language.parts;
  const links: readonly Link[] = [
    { label: change.move, url: `${facts.manageUrl}#move` },
    { label: change.cancel, url: `${facts.manageUrl}#cancel` },
  ];
  return { kind: 'links', links };
}

/** When the session closes if nobody joins, and whether a text asks first. */
export function nobodyJoins(telling: Telling): Section {
  const { nobody } = telling.language.parts;
  const { mobileLost } = telling.facts;
  const blocks = [paragraph(closing(telling)), ...(mobileLost ? noTexts(telling, mobileLost) : [])];
  return { title: nobody.title, blocks };
}

/** Why we don't text, and how that can be changed. */
export function noTexts(telling: Telling, reason: MobileLoss): readonly Block[] {
  const { noTexts: words } = telling.language.parts;
  const why = paragraph(words[reason](mobileEnding(telling) ?? ''));
  return reason === 'opted-out' ? [why, startingAgain(telling)] : [why];
}

/** For who has opted out. */
export function startingAgain(telling: Telling): Block {
  const link = textLink(telling);
  return paragraph(telling.language.parts.noTexts.again(link.label), link);
}

function closing(telling: Telling): string {
  const { facts, language, now } = telling;
  const { nobody } = language.parts;
  const closes = clock(facts.closesAt, facts.timeZone, language);
  const ending = mobileEnding(telling);
  if (!ending || facts.checkInAt === undefined || now >= facts.checkInAt) return nobody.withoutMobile(closes);
  return nobody.withMobile(ending, minutesBetween(facts.start, facts.checkInAt, language), closes);
}
