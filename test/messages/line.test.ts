import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greetingName, line, shorten } from '../../lib/messages/line.ts';

describe('text that a person typed', () => {
  test('becomes one line without control or direction characters', () => {
    expect(line('  Ada\r\nBcc: all@example.net\t\u0000\u202eecalevoL ')).toBe(
      'Ada Bcc: all@example.net ecalevoL',
    );
    expect(line('a\ud800b')).toBe('a\ufffdb');
  });

  test('is never longer than asked, and never cut within a character as people count them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const short = shorten(text, most);
        expect(Array.from(new Intl.Segmenter().segment(short)).length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
    expect(shorten('Live session with the whole team', 15)).toBe('Live session…');
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…');
  });
});

describe('the name in a greeting', () => {
  test.each(['Ada', 'Ada Lovelace', 'José Ñandú', '李小龍', "Sinéad O'Connor", 'J. R. Hartley'])(
    'may be %s',
    (name) => {
      expect(greetingName(name)).toBe(name);
    },
  );

  test.each([
    '',
    ' \n ',
    'https://evil.example/win',
    'claim at evil.example now',
    'me@evil.example',
    'x'.repeat(61),
  ])('is left out for %j, which is no name or would turn into a link', (name) => {
    expect(greetingName(name)).toBeUndefined();
  });
});
