import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../lib/domain/language.ts';

describe('words', () => {
  it('given once are the same in every language', () => {
    expect([wordsIn('Call', 'en'), wordsIn('Call', 'de')]).toEqual(['Call', 'Call']);
  });

  it('given per language are told in the one asked for', () => {
    const words = { en: 'Call', de: 'Anruf' };
    expect([wordsIn(words, 'en'), wordsIn(words, 'de')]).toEqual(['Call', 'Anruf']);
  });

  it('left out in a language are told in English', () => {
    expect(wordsIn({ en: 'Call' }, 'de')).toBe('Call');
  });
});
