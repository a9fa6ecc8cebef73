import { type Block, type Detail, paragraph, type Section } from '../content.ts';
import type { Consequence } from '../facts.ts';
import { money } from '../money.ts';
import { moment, shortMoment } from '../time.ts';
import type { Telling } from './telling.ts';

/** What follows from a no-show for the next free sessions: exactly, where it is known, else as a rule. */
export function following(telling: Telling, consequence?: Consequence): Section {
  const words = telling.language.mails.noShow;
  return { title: words.follows, blocks: consequences(telling, consequence) };
}

function consequences(telling: Telling, consequence?: Consequence): readonly Block[] {
  const words = telling.language.mails.noShow;
  // One that has been taken back in the meantime, or lies too far back, doesn't count any more.
  if (consequence === undefined || consequence.counted === 0) return [paragraph(words.meaning)];
  const { block } = consequence;
  return [
    ...(block === undefined ? [paragraph(words.counted(consequence))] : blocked(telling, consequence, block)),
    ...approval(telling, consequence),
  ];
}

function blocked(
  telling: Telling,
  consequence: Consequence,
  { until, missed, fee }: NonNullable<Consequence['block']>,
): readonly Block[] {
  const { facts, language } = telling;
  const words = language.mails.noShow;
  const end = { label: words.blockedUntil, value: moment(until, facts.timeZone, language), strong: true };
  return [
    paragraph(words.blocked(consequence)),
    { kind: 'details', rows: [end, ...missedRows(missed, facts.timeZone, telling)] },
    paragraph(words.sooner(money(fee, language), facts.brand.supportMail)),
  ];
}

/** The sessions that led to a block, one a row. */
export function missedRows(
  missed: readonly { readonly start: number }[],
  timeZone: string,
  { language }: Pick<Telling, 'language'>,
): readonly Detail[] {
  const label = language.mails.noShow.missed;
  return missed.map(({ start }) => ({ label, value: shortMoment(start, timeZone, language) }));
}

function approval({ facts, language }: Telling, { approval: needed }: Consequence): readonly Block[] {
  if (needed === undefined) return [];
  const until = moment(needed.until, facts.timeZone, language);
  return [paragraph(language.mails.noShow.approval(needed.lateNotices, until))];
}
