import { describe, expect, test } from 'vitest';
import type { BookingFacts, Mail, MailKind } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { renderMail } from '../../lib/messages/mail.tsx';
import { renderPhoneText, renderText } from '../../lib/messages/text.ts';
import { span } from '../../lib/messages/time.ts';
import { bookingFacts, HOUR, MINUTE, mobileLost, START, withoutMobile } from './booking-facts.ts';
import { EVERY_MAIL, EVERY_PHONE_TEXT, EVERY_TEXT } from './every-message.ts';
import { parseCalendar } from './parse-calendar.ts';

const BEFORE = START - 48 * HOUR;
const PAID = { free: false, price: { amount: 140, currency: 'USD' } };

/** Every mail, in every situation that changes a word of it. */
function everyMail(language: Language): Mail[] {
  const situations: readonly [BookingFacts, number][] = [
    [bookingFacts({ topic: 'Printer', limitedRelease: 'Release 5.2' }), BEFORE],
    [withoutMobile(PAID), START - 50 * MINUTE],
    [bookingFacts(), START - 10 * MINUTE],
    [bookingFacts(), START - 50 * MINUTE],
    [mobileLost('opted-out'), BEFORE],
    [mobileLost('refused'), START + MINUTE],
    [mobileLost('withheld'), START + MINUTE],
  ];
  return situations.flatMap(([facts, now]) =>
    EVERY_MAIL.map((kind) => renderMail(kind, facts, now, language)),
  );
}

/** What stands in a mail by itself: a sentence, a label, a value. */
function sentencesOf({ subject, text, calendar }: Mail): string[] {
  const entry = calendar ? parseCalendar(calendar.content).filter(({ name }) => name === 'DESCRIPTION') : [];
  return [subject, text, ...entry.map((description) => description.text)]
    .join('\n')
    .split(/\n|(?<=[.:?!]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** What the test's own booking and configuration say, in whichever language. */
const DATA = [
  ...Object.values(bookingFacts().brand),
  ...bookingFacts().preparation.flatMap(({ title, text, url }) => [`* ${title}:`, text, url ?? '']),
  ...Object.values(bookingFacts().room),
  bookingFacts().joinUrl,
  bookingFacts().manageUrl,
  `${bookingFacts().manageUrl}#move`,
  `${bookingFacts().manageUrl}#cancel`,
  `${bookingFacts().manageUrl}#contest`,
  'Grace Hopper',
  'Printer',
  'No longer needed',
  'Robin is ill',
  'Please send the log first',
  'The meeting shows nobody',
];

describe.each(Object.values(languages))('a mail in $code', (language) => {
  test.each(EVERY_MAIL)('of kind $kind tells when it is in the attendee’s zone, in either form', (kind) => {
    const { html, text } = renderMail(kind, bookingFacts(), BEFORE, language);
    const when = span(START, START + HOUR, 'America/New_York', language);
    expect(html).toContain(when);
    expect(text).toContain(when);
  });

  test.each(EVERY_MAIL)(
    'of kind $kind says what and when in a subject of one line, short enough for a phone',
    (kind) => {
      const sessionName = 'Live\r\nBcc: x@example.net, with all of us';
      const { subject } = renderMail(kind, bookingFacts({ sessionName }), BEFORE, language);
      expect(subject).toMatch(/24.* Nov.*, 10:00 .*EST$/);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject.length).toBeLessThan(85);
      expect(subject).not.toContain('Example Support');
    },
  );

  test.each(EVERY_MAIL)('of kind $kind fetches nothing and runs nothing', (kind) => {
    const { html } = renderMail(kind, bookingFacts(), BEFORE, language);
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|@import|url\(|\bsrc=/i);
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language.code}">`));
    expect(html).toContain('prefers-color-scheme:dark');
  });

  test('is set with the marks of print, and leaves nothing unsaid', () => {
    for (const mail of everyMail(language)) {
      expect(`${mail.subject}\n${mail.text}`).not.toMatch(/['"]|undefined|NaN|\[object/);
    }
  });
});

describe('a mail in German', () => {
  const german = everyMail(languages.de);

  test('has no sentence and no label in common with the English one', () => {
    const english = new Set(everyMail(languages.en).flatMap(sentencesOf));
    const shared = german.flatMap(sentencesOf).filter((sentence) => english.has(sentence));
    expect(new Set(shared).difference(new Set(DATA))).toEqual(new Set());
  });

  test('says as much as the English one', () => {
    const shapeOf = ({ html }: Mail) => html.match(/<\/?[a-z][a-z0-9]*/g);
    expect(german.map(shapeOf)).toEqual(everyMail(languages.en).map(shapeOf));
  });

  test('keeps the word for mail unbroken in HTML, and plain in plain text', () => {
    for (const { html, text, subject } of german) {
      expect(html).toContain('Diese E\u2011Mail schickt');
      expect(html).not.toMatch(/\bMail\b(?<!E\u2011Mail)/);
      expect(text).toContain('Diese E-Mail schickt');
      expect(subject + text).not.toMatch(/\u2011|(?<!E-)\bMail\b/);
    }
  });

  test('tells times, prices and distances as German does', () => {
    const mail = (kind: MailKind, now: number) => renderMail(kind, bookingFacts(PAID), now, languages.de);
    const { text, calendar } = mail({ kind: 'confirmed' }, BEFORE);
    expect(text).toContain(
      'Dienstag, 24. November 2026, 10:00–11:00 Uhr (Nordamerikanische Ostküsten-Normalzeit, New York)',
    );
    expect(text).toContain('Preis: 140,00\u00a0$. Bezahlte Termine werden nicht erstattet.');
    expect(text).toContain('Live session (60 Minuten)');
    expect(calendar?.content).toContain('SUMMARY:Live session mit Example Support');
    const reminder: MailKind = { kind: 'reminder', hoursBefore: 24 };
    expect(mail(reminder, START - 24 * HOUR).subject).toMatch(/^Morgen: /);
    expect(mail(reminder, START - 2 * HOUR).text).toMatch(/^Ihr Termin ist in 2 Stunden\n/);
  });

  test('says until when by link, by text and then by mail', () => {
    const { text } = renderMail({ kind: 'confirmed' }, bookingFacts(), BEFORE, languages.de);
    expect(text).toContain('Beide Links gelten bis Dienstag, 24. November 2026, 08:55 Uhr');
    expect(text).toContain('an support@example.com bis Di., 24. Nov., 09:30 Uhr EST.');
    expect(text).toContain('weniger als 30 Minuten vor Beginn');
    expect(text).toContain('Ist 5 Minuten nach Beginn noch niemand da');
    expect(text).toContain(
      'Oder schreiben Sie von der Mobilnummer mit der Endung 0123 bis Di., 24. Nov., 09:30 Uhr EST eine SMS an +1 202 555 0100: 2 sagt den Termin ab, 3 verschiebt ihn.',
    );
  });
});

describe('a text in German', () => {
  /** What stands in a text by itself, addresses apart. */
  function sentencesIn(text: string): Set<string> {
    const sentences = text.replace('Example Support: ', '').split(/(?<=[.?:]) /);
    return new Set(sentences.filter((sentence) => !/^(https:\/\/|support@)/.test(sentence)));
  }

  test.each(EVERY_TEXT)('of kind $kind has no sentence in common with the English one', (kind) => {
    const [german, english] = [languages.de, languages.en].map((language) =>
      sentencesIn(renderText(kind, bookingFacts(), language)),
    );
    expect(german?.intersection(english ?? new Set())).toEqual(new Set());
  });

  test.each(EVERY_PHONE_TEXT)('to a number alone, of kind $kind, has none either', (kind) => {
    const [german, english] = [languages.de, languages.en].map((language) =>
      sentencesIn(renderPhoneText(kind, bookingFacts(), language)),
    );
    expect(german?.intersection(english ?? new Set())).toEqual(new Set());
  });
});
