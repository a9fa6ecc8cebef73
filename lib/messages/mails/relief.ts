import { type Block, paragraph } from '../content.ts';
import type { Relief } from '../facts.ts';
import { moment } from '../time.ts';
import type { Telling } from './telling.ts';

/** What is gone with a no-show that doesn't count any more, and what stays all the same. */
export function relieved({ facts, language }: Telling, relief?: Relief): readonly Block[] {
  if (relief === undefined) return [];
  const { unblocked, unstruck, blockedUntil } = relief;
  const words = language.mails.relief;
  const gone = unstruck ? words.unblockedAndUnstruck : words.unblocked;
  return [
    paragraph(unblocked ? gone : words.unstruck),
    ...(blockedUntil === undefined
      ? []
      : [paragraph(words.stillBlocked(moment(blockedUntil, facts.timeZone, language)))]),
  ];
}
