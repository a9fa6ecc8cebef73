import { describe, expect, it } from 'vitest';
import { Refusal } from '../../lib/domain/refusal.ts';
import { pressed } from '../../lib/pages/book/action.ts';
import { check } from '../../lib/pages/book/check.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';
import { mobileOf, mobileText } from '../../lib/pages/book/mobile.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import settings from '../fixture-config.ts';

const key = '1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10';
const filled: BookForm = {
  ...blankForm(key, 'America/New_York', 'live-60'),
  start: '2026-12-02T15:00:00.000Z',
  name: ' Ada Park ',
  email: 'ada@example.com',
};

describe('pressing a button', () => {
  it('changes what the button is for, and loses nothing that was typed or picked', () => {
    const shown = (action: string) => pressed(filled, action, () => 'new').form;
    expect(shown('type:call-30')).toEqual({ ...filled, sessionType: 'call-30' });
    expect(shown('month:2027-01')).toEqual({ ...filled, month: '2027-01' });
    expect(shown('day:2026-12-03')).toEqual({ ...filled, day: '2026-12-03' });
    expect(shown('take:2026-12-03T15:00:00.000Z')).toEqual({ ...filled, start: '2026-12-03T15:00:00.000Z' });
    expect(shown('show')).toEqual(filled);
    expect(shown('')).toEqual(filled);
  });

  it('books only where it says so; another booking is another form', () => {
    expect(pressed(filled, 'book', () => 'new')).toEqual({ form: filled, wish: 'book' });
    expect(pressed(filled, 'book-at:2026-12-03T15:00:00.000Z', () => 'new')).toMatchObject({
      form: { key, start: '2026-12-03T15:00:00.000Z' },
      wish: 'book',
    });
    expect(pressed(filled, 'sign-in', () => 'new')).toEqual({ form: filled, wish: 'sign-in' });
    expect(pressed(filled, 'another', () => 'new')).toEqual({
      form: { ...filled, key: 'new', start: '' },
      wish: 'show',
    });
  });

  it('that this form has not got is refused', () => {
    for (const action of ['delete', 'book ', '__proto__', 'constructor:x']) {
      expect(() => pressed(filled, action, () => 'new')).toThrow(Refusal);
    }
  });
});

describe('a filled form', () => {
  it('asks for what the API would be asked for, in the language of the page', () => {
    expect(check(filled, settings, languages.de)).toEqual({
      body: {
        sessionType: 'live-60',
        start: Date.parse('2026-12-02T15:00:00Z'),
        timeZone: 'America/New_York',
        attendee: { name: 'Ada Park', email: 'ada@example.com' },
        language: 'de',
      },
    });
  });

  it('brings the number as E.164, and the lines of the topic as the person sees them', () => {
    const form = { ...filled, mobile: '(212) 555-0100', topic: ' One\r\nTwo ', companyCode: ' demo ' };
    expect(check(form, settings, languages.en)).toMatchObject({
      body: { attendee: { mobile: '+12125550100' }, topic: 'One\nTwo', companyCode: 'demo' },
    });
    expect(check({ ...filled, topic: 'x\r\n'.repeat(240) }, settings, languages.en)).toHaveProperty('body');
  });

  it.each([
    ['start', { start: '' }],
    ['start', { start: 'tomorrow' }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'a\u0007b' }],
    ['email', { email: '' }],
    ['email', { email: 'ada@' }],
    ['mobile', { mobile: '12345' }],
    ['mobile', { mobile: 'none' }],
    ['mobile', { mobile: '+1 876 555 0123' }],
    ['mobile', { mobile: '+61 412 345 678' }],
    ['companyCode', { companyCode: 'x'.repeat(41) }],
    ['topic', { topic: 'x'.repeat(501) }],
  ] as const)('is told at the field %s, in both languages, that %j will not do', (field, changes) => {
    const said = Object.values(languages).map((language) =>
      problemsOf({ ...filled, ...changes }, language.code),
    );
    for (const problems of said) expect([...problems.keys()]).toEqual([field]);
    expect(said[0]?.get(field)).not.toBe(said[1]?.get(field));
  });

  it('is told that a number of another country can be left out, and not that it is wrong', () => {
    const abroad = problemsOf({ ...filled, mobile: '+1 876 555 0123' }, 'en').get('mobile');
    expect(abroad).toBe(
      'Mobile number: we can’t text numbers of this country. Leave it empty to book without one.',
    );
    expect(problemsOf({ ...filled, mobile: '12345' }, 'en').get('mobile')).not.toBe(abroad);
    const here = { ...settings, texts: { ...settings.texts, countries: ['JM'] } };
    expect(check({ ...filled, mobile: '+1 876 555 0123' }, here, languages.en)).toHaveProperty('body');
    expect(check({ ...filled, mobile: '+1 212 555 0100' }, here, languages.en)).toHaveProperty('problems');
  });

  it('is turned down, by the name of the field, where a field that nobody types is not as the page sends it', () => {
    for (const field of ['timeZone', 'sessionType'] as const) {
      const turnedDown = () => check({ ...filled, [field]: '' }, settings, languages.en);
      expect(turnedDown, field).toThrow(Refusal);
      expect(turnedDown, field).toThrow(field);
    }
  });

  it('is told all at once, in the order of the fields', () => {
    const form = { ...blankForm(key, 'America/New_York', 'live-60'), mobile: 'x' };
    expect([...problemsOf(form, 'en').keys()]).toEqual(['start', 'name', 'email', 'mobile']);
  });
});

describe('a mobile number', () => {
  it.each([
    ['(212) 555-0100', 'US', '+12125550100'],
    ['212.555.0100', 'US', '+12125550100'],
    ['+49 1511 2345678', 'US', '+4915112345678'],
    ['01511 2345678', 'DE', '+4915112345678'],
    ['00 49 1511 2345678', 'DE', '+4915112345678'],
    ['555-0100', 'US', undefined],
    ['212 555 0100 ext. 5', 'US', undefined],
    ['call me', 'US', undefined],
    ['', 'US', undefined],
  ])('written %s in %s is %s', (typed, country, mobile) => {
    expect(mobileOf(typed, country)).toBe(mobile);
  });

  it('is read back in groups', () => {
    expect(mobileText('+12125550100')).toBe('+1 212 555 0100');
  });
});

function problemsOf(form: BookForm, code: 'en' | 'de'): ReadonlyMap<string, string> {
  const checked = check(form, settings, languages[code]);
  if (!('problems' in checked)) throw new Error('nothing is wrong with it');
  return checked.problems;
}
