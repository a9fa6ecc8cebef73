import { lexicon } from './lexicon.ts';
import type { Ending, Place } from './phrase.ts';
import { MOST_TOKENS } from './tokens.ts';
import type { Sense } from './words.ts';

/** A phrase found in a text. */
export interface Piece {
  readonly sense: Sense;
  readonly choice?: number;
}

interface Found extends Piece, Ending {
  readonly end: number;
}

interface Cover {
  readonly count: number;
  readonly first?: Found;
  readonly rest?: Cover;
}

/**
 * The phrases that a text is made of, as few as possible; undefined when they don't cover all of it. Few, so that
 * "no problem" is one phrase, not a "no" with something behind it.
 */
export function cover(tokens: readonly string[]): Piece[] | undefined {
  if (tokens.length > MOST_TOKENS) return undefined;
  const from: (Cover | undefined)[] = [];
  from[tokens.length] = { count: 0 };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    for (const found of phrasesAt(tokens, at)) {
      const rest = from[found.end];
      if (rest === undefined || !fits(found, rest)) continue;
      if (rest.count + 1 < (from[at]?.count ?? Number.POSITIVE_INFINITY)) {
        from[at] = { count: rest.count + 1, first: found, rest };
      }
    }
  }
  return from[0] && piecesOf(from[0]);
}

function fits(found: Found, { first }: Cover): boolean {
  if (first === undefined) return !found.goesOn;
  return (!found.closes || isNeutral(first)) && (!first.opens || isNeutral(found));
}

/** What may stand beside any phrase without changing what it says. */
function isNeutral({ sense }: Piece): boolean {
  return sense === 'filler' || sense === 'nod' || sense === 'answer' || sense === 'pick';
}

function phrasesAt(tokens: readonly string[], start: number): Found[] {
  const found: Found[] = [];
  const { phrases, slots } = lexicon();
  const follow = (place: Place, at: number, choice: number | undefined): void => {
    if (place.ending !== undefined && at > start) {
      found.push({ ...place.ending, end: at, ...(choice === undefined ? {} : { choice }) });
    }
    const token = tokens[at];
    if (token !== undefined) for (const next of place.words.get(token) ?? []) follow(next, at + 1, choice);
    for (const [name, after] of place.slots ?? []) {
      const filled = slots.get(name)?.(tokens, at);
      if (filled !== undefined) for (const next of after) follow(next, filled.end, choice ?? filled.value);
    }
  };
  follow(phrases, start, undefined);
  return found;
}

function piecesOf(whole: Cover): Piece[] {
  const pieces: Piece[] = [];
  for (let cover: Cover | undefined = whole; cover?.first !== undefined; cover = cover.rest) {
    const { sense, choice } = cover.first;
    const numbered = (sense === 'answer' || sense === 'pick') && choice !== undefined;
    pieces.push(numbered ? { sense, choice } : { sense });
  }
  return pieces;
}
