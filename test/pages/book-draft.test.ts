import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { draftCookie } from '../../lib/http/draft-cookie.ts';
import { limits } from '../../lib/http/schemas.ts';
import { packDraft, unpackDraft } from '../../lib/pages/book/draft.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';

const form: BookForm = {
  ...blankForm('1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10', 'America/Argentina/Buenos_Aires', 'live-60'),
  start: '2026-11-24T15:00:00.000Z',
  name: 'Ada "Park" \u{1f600}',
  email: 'ada@example.com',
  topic: 'One\nTwo',
};

describe('a form that is kept', () => {
  it('comes back as it was, with the lines of browsers as our own', () => {
    expect(unpackDraft(packDraft(form))).toEqual(form);
    expect(unpackDraft(packDraft({ ...form, topic: 'One\r\nTwo' }))).toEqual(form);
  });

  it('fits into a cookie whatever its fields hold', () => {
    const longest = (make: (index: number) => string): BookForm => ({
      ...form,
      ...Object.fromEntries(
        (['name', 'email', 'mobile', 'companyCode', 'topic'] as const).map((name) => [
          name,
          Array.from({ length: limits[name] }, (_, index) => make(index)).join(''),
        ]),
      ),
      release: 'r'.repeat(60),
    });
    // Far apart, so that packing finds nothing that repeats.
    const han = (index: number): string => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000));
    for (const make of [
      han,
      () => '\n',
      () => '"',
      (index: number) => String.fromCharCode(1 + (index % 31)),
    ]) {
      const [pair = ''] = draftCookie(['key'], packDraft(longest(make)), 0).split(';', 1);
      expect(pair.length).toBeLessThan(4096);
      expect(unpackDraft(packDraft(longest(make)))?.topic).toHaveLength(limits.topic);
    }
  });

  it('is cut where a field holds more than it may', () => {
    expect(unpackDraft(packDraft({ ...form, topic: 'x'.repeat(4000) }))?.topic).toBe(
      'x'.repeat(limits.topic),
    );
  });

  it('of another shape than ours is none', () => {
    expect(unpackDraft(deflateRawSync(JSON.stringify({ ...form, more: '1' })))).toBeUndefined();
    expect(unpackDraft(deflateRawSync('null'))).toBeUndefined();
  });
});
