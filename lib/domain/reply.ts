import { help, optIn, optOut } from './reply/carrier-words.ts';
import { cover } from './reply/cover.ts';
import { NOD } from './reply/emoji.ts';
import { ownWords } from './reply/own-words.ts';
import { plain } from './reply/plain.ts';
import { BREAK, tokensOf } from './reply/tokens.ts';
import { weigh } from './reply/weigh.ts';

/** What a text to us asks. */
export type Meaning = 'coming' | 'cannot' | 'move' | 'help' | 'stop' | 'start' | 'unclear';

export interface Reply {
  readonly meaning: Meaning;
  /**
   * The number (1 to 9) that the text answers with, also where it says which of a list: "2", "Option 2",
   * "2 Thu 14:00", "the second one". Never there when the text contradicts itself.
   */
  readonly choice?: number;
}

/**
 * What a text means, in any of the languages. All of it must be understood, not a word in it: autoresponders, free
 * text and anything that could be read in two ways are unclear. The carriers' own words come first, because the
 * carriers have acted on them already.
 */
export function readReply(body: string): Reply {
  const { text, quotes } = ownWords(plain(body));
  const tokens = tokensOf(text);
  const words = tokens.filter((token) => token !== NOD);
  const carried = carrierMeaning(words);
  if (carried !== undefined) return { meaning: carried };
  if (words.every((word) => word === BREAK)) return nod(words.length < tokens.length && !quotes);
  const pieces = cover(words);
  if (pieces === undefined) return { meaning: 'unclear' };
  const { says: meaning, choice } = weigh(pieces);
  return choice === undefined ? { meaning } : { meaning, choice };
}

function carrierMeaning(tokens: readonly string[]): Meaning | undefined {
  const alone = tokens.filter((token) => token !== BREAK && token !== '?').join(' ');
  if (optOut.includes(alone)) return 'stop';
  if (optIn.includes(alone)) return 'start';
  const onlyAsks = alone === '' && tokens.includes('?');
  return onlyAsks || help.includes(alone) ? 'help' : undefined;
}

function nod(given: boolean): Reply {
  return { meaning: given ? 'coming' : 'unclear' };
}
