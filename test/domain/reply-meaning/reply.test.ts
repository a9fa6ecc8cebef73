import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Meaning, readReply } from '../../../lib/domain/reply.ts';
import { german } from './replies-de.ts';
import { english } from './replies-en.ts';
import type { Row } from './rows.ts';

const themes = [...Object.entries(english), ...Object.entries(german)];
const rows = themes.flatMap(([, list]) => list);

function expected([, meaning, choice]: Row) {
  return choice === undefined ? { meaning } : { meaning, choice };
}

describe.each(themes)('texts about %s', (_, list) => {
  test.each(list.map((row) => ({ text: JSON.stringify(row[0]), means: row[1], row })))(
    '$text means $means',
    ({ row }) => {
      expect(readReply(row[0])).toEqual(expected(row));
    },
  );
});

describe('what a text means', () => {
  const row = fc.constantFrom(...rows);

  test('does not depend on capitals', () => {
    for (const row of rows) {
      expect(readReply(row[0].toUpperCase()), row[0]).toEqual(expected(row));
      expect(readReply(row[0].toLowerCase()), row[0]).toEqual(expected(row));
    }
  });

  test('does not depend on the space around it, nor on marks after it', () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u200b'), maxLength: 4 });
    const marks = fc.string({ unit: fc.constantFrom('!', '.', '…'), maxLength: 4 });
    fc.assert(
      fc.property(row, space, marks, space, (row, before, mark, after) => {
        expect(readReply(before + row[0] + mark + after)).toEqual(expected(row));
      }),
      { numRuns: 3000 },
    );
  });

  test('is never the same with a "not" put into it', () => {
    const nots = ['not', 'never', "don't", "didn't", 'if', 'nicht', 'nie', 'kein', 'vielleicht', 'maybe'];
    // A second "not" beside one that is there may leave the meaning, and what follows a signature is not read.
    const plain = rows.filter(
      ([text, meaning]) =>
        ['coming', 'cannot', 'move'].includes(meaning) &&
        !/[\n“]| -|Sent|n[o’'´`]?t\b|cannot|nicht|nope|no\b|nein/iu.test(text),
    );
    const wrong = plain.flatMap(([text, meaning]) => {
      const words = text.split(' ');
      const negated = nots.flatMap((not) =>
        [...words, ''].map((_, at) => words.toSpliced(at, 0, not).join(' ')),
      );
      return negated.filter((one) => readReply(one).meaning === meaning);
    });
    expect(plain.length).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  test('does not depend on a greeting, thanks or a smile around it', () => {
    // A thumbs-up, a question mark and a carrier's word mean something only when they stand alone, and a quoted text ends a reply.
    const worded = rows.filter(
      ([text, meaning]) =>
        /\p{L}|\p{N}/u.test(text) && !/\n|-|“|Sent|Grüße/u.test(text) && ['coming', 'move'].includes(meaning),
    );
    for (const row of worded) {
      expect(readReply(`Hi, ${row[0]}`), row[0]).toEqual(expected(row));
      expect(readReply(`${row[0]} 😊`), row[0]).toEqual(expected(row));
      expect(readReply(`${row[0]}, thanks`), row[0]).toEqual(expected(row));
    }
  });
});

describe('any text', () => {
  const meanings: readonly Meaning[] = ['coming', 'cannot', 'move', 'help', 'stop', 'start', 'unclear'];
  const word = fc.constantFrom(...new Set(rows.flatMap(([text]) => text.split(' '))));
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.string({ unit: 'grapheme', maxLength: 2000 }),
    fc.array(word, { maxLength: 300 }).map((words) => words.join(' ')),
  );

  test('has one of the meanings, and a choice from 1 to 9 or none', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { meaning, choice } = readReply(text);
        expect(meanings).toContain(meaning);
        expect([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(choice);
      }),
      { numRuns: 500 },
    );
  });

  test('with a digit for a choice never means what another digit stands for', () => {
    const offered = new Map<number | undefined, Meaning>([
      [1, 'coming'],
      [2, 'cannot'],
      [3, 'move'],
    ]);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const { meaning, choice } = readReply(words.join(' '));
        if (choice !== undefined) expect(['unclear', offered.get(choice)]).toContain(meaning);
      }),
      { numRuns: 5000 },
    );
  });

  test('with two different digits alone in it is unclear', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    const joint = fc.constantFrom(' ', ', ', ' or ', ' and ', '/', '. ', '\n');
    fc.assert(
      fc.property(digit, joint, digit, (one, joint, other) => {
        fc.pre(one !== other);
        expect(readReply(`${one}${joint}${other}`)).toEqual({ meaning: 'unclear' });
      }),
    );
  });

  test.each([
    '"',
    '>',
    '-',
    '- ',
    '?',
    '!',
    '!.',
    ' ',
    '\n',
    '\n-',
    'a',
    'on wrote',
    '1',
    '1 ',
    'no ',
    'hi ',
    '👍',
    'ok, ',
  ])('made of %j again and again is read in no time', (part) => {
    const text = part.repeat(2000 / part.length);
    const from = performance.now();
    for (let times = 0; times < 10; times += 1) readReply(text);
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
