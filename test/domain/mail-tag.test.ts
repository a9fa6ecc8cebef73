import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { fromMailTag, toMailTag } from '../../lib/domain/mail-tag.ts';

it('a tag is in the alphabet of the mail service, and is read back as what it was', () => {
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (id) => {
      expect(toMailTag(id)).toMatch(/^[A-Za-z0-9_-]+$/u);
      expect(fromMailTag(toMailTag(id))).toBe(id);
    }),
  );
});

it('the tags of our effects stay short', () => {
  const long = 'block-end.a-company-with-a-name-of-forty-letters-xx.1795532705123';
  expect(toMailTag('3.strike.per_01kb7m0a2b3c4d5e6f7g8h9j0k')).toBe(
    '3_2estrike_2eper_5f01kb7m0a2b3c4d5e6f7g8h9j0k',
  );
  expect(toMailTag(long).length).toBeLessThan(256);
});

it.each(['', 'a.b', '_', '_g0', '_2', 'ä'])('%j is no tag of ours', (tag) => {
  expect(fromMailTag(tag)).toBeUndefined();
});
