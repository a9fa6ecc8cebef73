import { describe, expect, test } from 'vitest';
import { any } from '../../../lib/domain/reply/any.ts';
import { cover } from '../../../lib/domain/reply/cover.ts';
import { de } from '../../../lib/domain/reply/de.ts';
import { asciiDigits } from '../../../lib/domain/reply/digit.ts';
import { en } from '../../../lib/domain/reply/en.ts';
import { addPhrase, newPlace, type Place } from '../../../lib/domain/reply/phrase.ts';
import { plain } from '../../../lib/domain/reply/plain.ts';
import type { Sense } from '../../../lib/domain/reply/words.ts';

const fillings = new Map([
  ['<n>', ['5']],
  ['<digit>', ['2']],
  ['<ordinal>', ['2', 'nd']],
  ['<when>', ['thu', '14:00']],
  ['<name>', ['ada']],
  ['<end>', []],
]);

/** Up to so many wordings of a phrase: enough for each of its words to be in one. */
function wordings(phrase: string, most = 400): string[][] {
  const start = newPlace();
  addPhrase(start, phrase, 'filler', (word) => [plain(word)]);
  const found: string[][] = [];
  const walk = (place: Place, words: readonly string[]): void => {
    if (found.length >= most) return;
    if (place.ending !== undefined) found.push(place.ending.goesOn ? [...words, 'hi'] : [...words]);
    for (const [word, next] of place.words) for (const one of next) walk(one, [...words, word]);
    for (const [slot, next] of place.slots ?? []) {
      for (const one of next) walk(one, [...words, ...(fillings.get(slot) ?? [`no words for ${slot}`])]);
    }
  };
  walk(start, []);
  return found;
}

const listed = Object.entries({ any, en, de }).flatMap(([language, { phrases }]) =>
  Object.entries(phrases).flatMap(([sense, list]) =>
    list.map((phrase) => ({ language, sense: sense as Sense, phrase })),
  ),
);

describe('the phrases', () => {
  test.each(listed)('of $language say $sense and nothing else: $phrase', ({ sense, phrase }) => {
    for (const words of wordings(phrase)) {
      const said = new Set(cover(words)?.map((piece) => piece.sense));
      if (sense !== 'filler') said.delete('filler');
      expect([...said], words.join(' ')).toEqual([sense]);
    }
  });

  test.each(['(a/b', 'a]', '[a)', 'a (b', '[a]', ''])(
    'with brackets that do not match, or empty, are refused: %j',
    (phrase) => {
      expect(() => addPhrase(newPlace(), phrase, 'filler', (word) => [word])).toThrow(`"${phrase}"`);
    },
  );
});

test('a digit counts the same in every script', () => {
  let run = '';
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    const character = codePoint >= 0xd800 && codePoint < 0xe000 ? ' ' : String.fromCodePoint(codePoint);
    if (/\p{Nd}/u.test(character)) run += asciiDigits(character.normalize('NFKC'));
    else if (run !== '') {
      expect(run, codePoint.toString(16)).toMatch(/^(?:0123456789)+$/u);
      run = '';
    }
  }
});
