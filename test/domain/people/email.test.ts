import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizedEmail } from '../../../lib/domain/people/email.ts';

describe('a mail address', () => {
  test.each([
    ['Ada@Example.COM', 'ada@example.com'],
    ['  ada@example.com\t', 'ada@example.com'],
    ['ada+sessions@example.com', 'ada@example.com'],
    ['Ada+A+B@example.com', 'ada@example.com'],
    ['ada.park@example.com', 'ada.park@example.com'],
    ['+ada@example.com', '+ada@example.com'],
    ['ada@exa+mple.com', 'ada@exa+mple.com'],
    ['\u0041\u030Ase@example.com', '\u00E5se@example.com'],
    ['no address', 'no address'],
  ])('%j is that of %j', (written, person) => {
    expect(normalizedEmail(written)).toBe(person);
  });

  test('is the same however it is written again, and once it is normalized', () => {
    const name = fc.stringMatching(/^[a-z0-9.]{1,20}$/u);
    fc.assert(
      fc.property(name, fc.stringMatching(/^[a-z0-9+]{0,10}$/u), name, (local, tag, domain) => {
        const plain = `${local}@${domain}`;
        expect(normalizedEmail(`${local.toUpperCase()}+${tag}@${domain.toUpperCase()}`)).toBe(plain);
        expect(normalizedEmail(normalizedEmail(plain))).toBe(plain);
      }),
    );
  });
});
