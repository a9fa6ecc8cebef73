import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../lib/messages/colour.ts';
import { assetResult, assetsOf, kept } from '../../lib/pages/assets.ts';
import { compressed } from '../../lib/pages/compress.ts';
import { pageHeaders } from '../../lib/pages/headers.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Language } from '../../lib/pages/language/en.ts';
import { languageFor } from '../../lib/pages/language/language-for.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import { paletteCss } from '../../lib/pages/palette.ts';
import { failurePage } from '../../lib/pages/problem-page.tsx';
import { hrefOf, inLanguage } from '../../lib/pages/visit.ts';
import settings from '../fixture-config.ts';
import { shown, visit } from './session-visit.ts';

describe('the language', () => {
  it.each([
    ['de', undefined, 'de'],
    [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [undefined, 'en;q=0.5, de;q=0.7', 'de'],
    [undefined, 'fr, DE;q=0.3', 'de'],
    [undefined, 'de;q=0, en', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, '', 'en'],
    ['en', 'de', 'en'],
    ['klingon', 'de', 'de'],
    [undefined, ';;q=,,=;de;q=x', 'en'],
  ])('asked for as %s, with the browser liking %s, is %s', (asked, liked, code) => {
    expect(languageFor(asked, liked)).toBe(code);
  });

  it('says everything in German that it says in English, and nothing in the same words', () => {
    const said = ({ code }: Language) => phrases({ ...languages[code], desk: deskIn({ code }) });
    const [english, german] = [said(languages.en), said(languages.de)];
    expect([...german.keys()]).toEqual([...english.keys()]);
    const alike = [...english].filter(([path, words]) => words === german.get(path));
    // Units and the like are the same in both; so are these words.
    const longer = alike.map(([, words]) => words).filter((words) => /\p{L}{4}/u.test(words));
    expect(new Set(longer)).toEqual(new Set(['Name', 'Code', 'Webhooks']));
  });

  it('once asked for is kept by links, and can be changed on the spot', () => {
    expect(hrefOf(visit(), '/book')).toBe('/book');
    expect(hrefOf(visit('lang=de&embed=1&other=1'), '/book')).toBe('/book?lang=de&embed=1');
    expect(hrefOf(visit('lang=xx'), '/book')).toBe('/book');
    expect(inLanguage(visit('company=A%26B&lang=de'), 'en')).toBe('?company=A%26B&lang=en');
  });
});

describe('the headers of a page', () => {
  it('let nothing in from elsewhere, nothing inline, and leave no trace of the address', () => {
    const headers = pageHeaders(visit(), { holdsToken: true });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('let a page into a frame only where it may, when it asks, and on the sites that are named', () => {
    const framers = (query: string, framable: boolean) =>
      /frame-ancestors (.*)$/u.exec(
        pageHeaders(visit(query), { framable })['content-security-policy'] ?? '',
      )?.[1];
    expect(framers('embed=1', true)).toBe(settings.embed.origins.join(' '));
    expect(framers('', true)).toBe("'none'");
    expect(framers('embed=1', false)).toBe("'none'");
  });
});

describe('colours', () => {
  it('are legible, light and dark, whatever the brand', () => {
    const colour = fc
      .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
      .map((rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
    fc.assert(
      fc.property(colour, (brand) => {
        const blocks = paletteCss(brand).match(/:root\{[^}]*\}/gu) ?? [];
        expect(blocks).toHaveLength(2);
        for (const block of blocks) {
          const tone = (name: string) => new RegExp(`--${name}:(#[0-9a-f]{6})`, 'iu').exec(block)?.[1] ?? '';
          const pairs = ['link', 'text', 'soft', 'bad', 'good'].flatMap((name) =>
            ['page', 'card', 'panel'].map((ground) => [tone(name), tone(ground)] as const),
          );
          for (const [one, other] of [...pairs, [tone('on-link'), tone('link')] as const])
            expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tone('on-brand'), tone('brand'))).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tone('edge'), tone('card'))).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });
});

describe('assets', () => {
  const assets = assetsOf(
    new Map([
      ['style.css', Buffer.from('a{}')],
      ['logo.png', Buffer.from([0xff, 0xd8])],
    ]),
  );

  it('have addresses that change with their content, and are kept for good', () => {
    const url = assets.url('style.css');
    expect(url).toMatch(/^\/assets\/style\.[0-9a-f]{12}\.css$/u);
    const changed = assetsOf(new Map([['style.css', Buffer.from('b{}')]]));
    expect(changed.url('style.css')).not.toBe(url);
    const asset = assets.named(url.slice('/assets/'.length));
    expect(asset && assetResult(asset, kept)).toMatchObject({
      body: 'a{}',
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/css; charset=utf-8',
      },
    });
  });

  it('are found by that address alone, pictures byte by byte', () => {
    expect(assets.named('style.css')).toBeUndefined();
    expect(assets.named('../package.json')).toBeUndefined();
    const logo = assets.named(assets.logo?.slice('/assets/'.length) ?? '');
    expect(logo && assetResult(logo, kept)).toMatchObject({ body: '/9g=', isBase64Encoded: true });
    expect(() => assets.url('other.css')).toThrow('other.css');
    expect(() => assetsOf(new Map([['notes.txt', Buffer.from('')]]))).toThrow('notes.txt');
  });
});

describe('an answer', () => {
  const body = '<p>word</p>'.repeat(500);
  const answer = { statusCode: 200, headers: { 'content-type': 'text/html' }, body };
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('to a browser that takes %s travels as %s', (accepts, name) => {
    const result = compressed(answer, accepts);
    expect(result).toMatchObject({
      isBase64Encoded: true,
      headers: { 'content-encoding': name, vary: 'accept-encoding' },
    });
    expect(unpacked[name](Buffer.from(result.body ?? '', 'base64')).toString()).toBe(body);
    expect(result.body?.length).toBeLessThan(body.length / 4);
  });

  it.each(['', 'identity', 'brx', 'br;q=0'])('to a browser that takes "%s" travels as it is', (accepts) => {
    expect(compressed(answer, accepts)).toMatchObject({ body, headers: { vary: 'accept-encoding' } });
  });

  it('that is short, or packed already, is left alone', () => {
    expect(compressed({ ...answer, body: 'short' }, 'br')).toEqual({ ...answer, body: 'short' });
    const picture = { ...answer, isBase64Encoded: true };
    expect(compressed(picture, 'br')).toEqual(picture);
  });

  it('that holds a secret is left alone, here and on its way', () => {
    const headers = pageHeaders(visit(), { holdsSecret: true });
    expect(headers['cache-control']).toBe('no-store, no-transform');
    const secret = { ...answer, headers };
    expect(compressed(secret, 'br, gzip')).toEqual(secret);
  });
});

describe('the page for a failure of ours', () => {
  it('names the request to ask about, in the reader’s language, and nothing of the cause', () => {
    const page = shown(failurePage(visit('lang=de'), 'JKJaXmPLvHcESHA='), visit('lang=de'));
    expect(page).toMatchObject({ status: 500, html: expect.stringContaining('<html lang="de"') });
    expect(page.text).toContain('Bei uns ging etwas schief');
    expect(page.text).toContain('JKJaXmPLvHcESHA=');
  });
});

/** Every sentence with its place; sentences of data are filled with braces or numbers. */
function phrases(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (/^\.(?:messages|code|name)\b/u.test(path)) return found;
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'function') found.set(path, said(value as (...args: unknown[]) => string));
  else for (const [name, part] of Object.entries(value as object)) phrases(part, `${path}.${name}`, found);
  return found;
}

function said(sentence: (...args: unknown[]) => string): string {
  const lists = Array.from({ length: 4 }, () => Object.assign(['{}'], { toString: () => '{}' }));
  return sentence(...lists);
}
