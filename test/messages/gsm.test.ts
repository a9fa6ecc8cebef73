import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutToSeptets, septets, toGsm } from '../../lib/messages/gsm.ts';

describe('the GSM alphabet', () => {
  test('takes one place for its letters and two for its extension, and has no others', () => {
    expect(septets('Grüße à 5 £ @ §')).toBe(15);
    expect(septets('[€]')).toBe(6);
    expect(septets('ç')).toBeUndefined();
    expect(septets('a…')).toBeUndefined();
  });

  test.each([
    ['Łukasz’s “Support” – Café…', 'Lukasz\'s "Support" - Café...'],
    ['François & Co.', 'Francois & Co.'],
    ['Čeština', 'Cestina'],
    ['Müller\tGmbH\n', 'Müller GmbH'],
    ['Support 🚀 Team', 'Support Team'],
    ['１２３', '123'],
  ])('tells %j as %j', (text, told) => {
    expect(toGsm(text)).toBe(told);
  });

  test.each(['示例支持', 'Поддержка', 'Example 支持'])(
    'cannot tell %s, and does not tell half of it',
    (text) => {
      expect(toGsm(text)).toBeUndefined();
    },
  );

  test('is all that is left of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const told = toGsm(text);
        expect(told === undefined || septets(told) !== undefined).toBe(true);
      }),
    );
  });

  test('is cut between words where it can be, and never beyond the limit', () => {
    expect(cutToSeptets('Example Support of the North', 16)).toBe('Example Support');
    expect(cutToSeptets('€€€', 5)).toBe('€€');
    expect(cutToSeptets('Short', 28)).toBe('Short');
  });
});
