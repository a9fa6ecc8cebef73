import { expect, it } from 'vitest';
import { defineConfig } from '../../lib/config/define.ts';
import fixture from '../fixture-config.ts';
import { problemsOf } from './changed.ts';

const withLogo = (logo: unknown) => ({ ...fixture, brand: { ...fixture.brand, logo } });
const withOrigins = (...origins: unknown[]) => ({ ...fixture, embed: { origins } });
const withCountry = (defaultCountry: unknown) => ({
  ...fixture,
  texts: { ...fixture.texts, defaultCountry },
});

it('no site may show the booking page in a frame, and numbers without + are American, unless it is said', () => {
  const { embed, texts, ...others } = fixture;
  const { from, maxPrice } = texts;
  const settings = defineConfig({ ...others, texts: { from, maxPrice } });
  expect(embed.origins).not.toEqual([]);
  expect(settings).toMatchObject({ embed: { origins: [] }, texts: { defaultCountry: 'US' } });
});

it.each(['https://www.example.com', 'https://example.com:8443', 'http://localhost:3000', 'http://localhost'])(
  'a frame may stand on %s',
  (origin) => {
    expect(problemsOf(withOrigins(origin))).toEqual([]);
  },
);

it.each([
  'http://example.com',
  'https://example.com/',
  'https://example.com/page',
  'https://*.example.com',
  "https://example.com; script-src 'unsafe-inline'",
  'example.com',
  '*',
  '',
  7,
])('a frame may not stand on %s, and the field is named', (origin) => {
  expect(problemsOf(withOrigins('https://www.example.com', origin))).toMatchObject([
    { field: 'embed.origins[1]' },
  ]);
});

it.each(['logo.svg', './brand/logo.png', '../logo.svg'])('a logo is a file: %s', (logo) => {
  expect(problemsOf(withLogo(logo))).toEqual([]);
});

it.each(['https://example.com/logo.svg', '//example.com/logo.svg?', 'logo.gif', 'logo', ''])(
  'a logo is none other: %s',
  (logo) => {
    expect(problemsOf(withLogo(logo))).toMatchObject([{ field: 'brand.logo' }]);
  },
);

it.each(['UK', 'us', 'USA', ''])('numbers of "%s" are none of a country', (country) => {
  expect(problemsOf(withCountry(country))).toMatchObject([{ field: 'texts.defaultCountry' }]);
});
