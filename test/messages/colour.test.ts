import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, ground, legibleOn, textOn } from '../../lib/messages/colour.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the brand colour', () => {
  test('contrasts with itself 1 to 1, and black with white 21 to 1', () => {
    expect(contrast('#1f5f8b', '#1f5f8b')).toBeCloseTo(1);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });

  test('carries legible text on a button, whatever the brand', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const button = ground(colour);
        expect(contrast(button.ground, button.text)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('makes legible links on light and on dark, whatever the brand', () => {
    fc.assert(
      fc.property(
        colours,
        fc.constantFrom('#ffffff', '#f7f7f4', '#1d2025', '#262a30'),
        (colour, background) => {
          expect(contrast(legibleOn(colour, background), background)).toBeGreaterThanOrEqual(4.5);
        },
      ),
    );
  });

  test('stays as it is where it is legible already', () => {
    expect(legibleOn('#1f5f8b', '#ffffff')).toBe('#1f5f8b');
  });

  test('is refused by name where it is no colour', () => {
    expect(() => textOn('blue')).toThrow('Not a colour of the form #rrggbb: blue');
  });
});
