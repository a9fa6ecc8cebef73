import { describe, expect, test } from 'vitest';
import type { AccountFacts, AccountMailKind } from '../../lib/messages/account-facts.ts';
import { renderAccountMail } from '../../lib/messages/account-mail.tsx';
import type { Mail } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { bookingFacts, START } from './booking-facts.ts';

const siteUrl = 'https://book.example.com';
const url = `${siteUrl}/password/per_01k9x7m3v8q2t4w6y8z0a2c4e6.0.1796137200000.Zm9vYmFyYmF6cXV4MTIzNA`;
const by = 'Grace Hopper';

const EVERY_ACCOUNT_MAIL: readonly AccountMailKind[] = [
  { kind: 'invited', by, url, days: 7 },
  { kind: 'invited', url, days: 7 },
  { kind: 'password-link', url, minutes: 60 },
  { kind: 'password-changed', at: START },
  { kind: 'level-changed', by, from: 'basic' },
  { kind: 'level-changed', from: 'it-support' },
  { kind: 'removed', by },
  { kind: 'removed' },
];

function accountFacts(change: Partial<AccountFacts> = {}): AccountFacts {
  return {
    ...{ brand: bookingFacts().brand, siteUrl, timeZone: 'America/New_York' },
    person: { name: 'Ada Lovelace', email: 'ada@example.org' },
    membership: { companyName: 'Example Crates', level: 'manager' },
    ...change,
  };
}

const { membership: _, ...staffFacts } = accountFacts();

/** Every mail about an account, in every situation that changes a word of it. */
function everyAccountMail(language: Language): Mail[] {
  return [
    ...EVERY_ACCOUNT_MAIL.map((kind) => renderAccountMail(kind, accountFacts(), language)),
    renderAccountMail({ kind: 'invited', url, days: 1 }, staffFacts, language),
  ];
}

describe.each(Object.values(languages))('a mail about an account in $code', (language) => {
  test.each(EVERY_ACCOUNT_MAIL)('of kind $kind greets by name, and says where to write', (kind) => {
    const { html, text, subject } = renderAccountMail(kind, accountFacts(), language);
    for (const form of [html, text]) {
      expect(form).toContain(language.parts.hello('Ada Lovelace'));
      expect(form).toContain('support@example.com');
    }
    expect(subject.length).toBeLessThan(60);
  });

  test.each(EVERY_ACCOUNT_MAIL)('of kind $kind fetches nothing and runs nothing', (kind) => {
    const { html } = renderAccountMail(kind, accountFacts(), language);
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|@import|url\(|\bsrc=/i);
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language.code}">`));
    expect(html).toContain('prefers-color-scheme:dark');
  });

  test('is set with the marks of print, and leaves nothing unsaid', () => {
    for (const { subject, text } of everyAccountMail(language)) {
      expect(`${subject}\n${text}`).not.toMatch(/['"]|undefined|NaN|\[object/);
    }
  });

  test('carries the link that sets a password in either form, and says how long it works', () => {
    for (const [kind, life] of [
      [{ kind: 'invited', url, days: 7 }, language.accountMails.days(7)],
      [{ kind: 'password-link', url, minutes: 60 }, language.time.minutes(60)],
    ] as const) {
      const { html, text } = renderAccountMail(kind, accountFacts(), language);
      expect(html).toContain(`href="${url}"`);
      expect(text).toContain(`\n${url}\n`);
      for (const form of [html, text]) expect(form).toContain(life);
    }
  });

  test('tells whom to ask: the colleague who did it, else us', () => {
    const text = (kind: AccountMailKind) => renderAccountMail(kind, accountFacts(), language).text;
    for (const kind of [
      { kind: 'invited', url, days: 7 },
      { kind: 'level-changed', from: 'basic' },
      { kind: 'removed' },
    ] as const) {
      expect(text({ ...kind, by }).split(by)).toHaveLength(3);
      expect(text(kind)).not.toContain(by);
    }
  });

  test('makes no link and no line of what somebody typed', () => {
    const typed = 'Click evil.example/now\r\nBcc: x@example.net';
    const facts = accountFacts({ person: { name: typed, email: 'ada@example.org' } });
    for (const kind of EVERY_ACCOUNT_MAIL) {
      const { html, text } = renderAccountMail('by' in kind ? { ...kind, by: typed } : kind, facts, language);
      expect(html + text).not.toContain('evil.example');
    }
    const marked = '<b>Crates</b>\n& Sons';
    const html = renderAccountMail(
      { kind: 'removed' },
      accountFacts({ membership: { companyName: marked, level: 'basic' } }),
      language,
    ).html;
    expect(html).toContain('&lt;b>Crates&lt;/b> &amp; Sons');
  });
});

describe('a mail about an account in German', () => {
  const german = everyAccountMail(languages.de);

  test('has no sentence and no label in common with the English one', () => {
    const sentencesOf = ({ subject, text }: Mail): string[] =>
      [subject, text]
        .join('\n')
        .split(/\n|(?<=[.:?!]) /)
        .map((sentence) => sentence.trim())
        .filter((sentence) => /\p{L}/u.test(sentence));
    const english = new Set(everyAccountMail(languages.en).flatMap(sentencesOf));
    const shared = new Set(german.flatMap(sentencesOf).filter((sentence) => english.has(sentence)));
    const { supportMail, website } = bookingFacts().brand;
    const data = [supportMail, website, url, `${siteUrl}/forgot`, `${siteUrl}/portal`];
    expect(shared.difference(new Set([...data, 'Example Crates', 'ada@example.org']))).toEqual(new Set());
  });

  test('says as much as the English one', () => {
    const shapeOf = ({ html }: Mail) => html.match(/<\/?[a-z][a-z0-9]*/g);
    expect(german.map(shapeOf)).toEqual(everyAccountMail(languages.en).map(shapeOf));
  });

  test('keeps the word for mail unbroken in HTML, and plain in plain text', () => {
    for (const { html, text, subject } of german) {
      expect(html).toContain('Diese E\u2011Mail schickt');
      expect(text).toContain('Diese E-Mail schickt');
      expect(subject + text).not.toMatch(/\u2011|(?<!E-)\bMail\b/);
    }
  });
});

test('the mail about a changed password tells when, in the zone of the deployment, and carries no token', () => {
  const { text } = renderAccountMail({ kind: 'password-changed', at: START }, accountFacts(), languages.en);
  expect(text).toContain('on Tuesday, 24 November 2026, 10:00 (Eastern Standard Time, New York)');
  expect(text).toContain(`${siteUrl}/forgot`);
  expect(text).not.toContain('/password/');
});

test('the mail to one of our staff names no company and no level', () => {
  const { text } = renderAccountMail({ kind: 'invited', url, days: 7 }, staffFacts, languages.en);
  expect(text).toContain('There is now a staff account for you at Example Support.');
  expect(text).not.toMatch(/Company|Level/);
});
