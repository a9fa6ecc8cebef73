import { describe, expect, it } from 'vitest';
import { mobilesIn } from '../../lib/http/mobiles-in.ts';

describe('the numbers that a text can be', () => {
  it.each([
    ['+49 151 12345678', ['+4915112345678']],
    ['0049 (151) 1234-5678', ['+4915112345678']],
    ['0151/12345678', ['+4915112345678']],
    ['0151 – 123 456 78', ['+4915112345678']],
    ['(202) 555-0123', ['+12025550123']],
    ['+1 202.555.0123', ['+12025550123']],
  ])('%j is read in any usual spelling', (text, numbers) => {
    expect(mobilesIn(text, ['US', 'DE'])).toEqual(expect.arrayContaining(numbers));
  });

  it('with + or 00 leave no choice of the country', () => {
    expect(mobilesIn('+49 151 12345678', ['US', 'DE'])).toEqual(['+4915112345678']);
  });

  it.each([
    '',
    'Ada',
    '12',
    '12345',
    'bkg_01kb7m2zq8',
    '2026-11-24 Ada',
    '+',
    '++++++++',
    `+1${'0'.repeat(60)}`,
  ])('are none in %j', (text) => {
    expect(mobilesIn(text, ['US', 'DE'])).toEqual([]);
  });
});
