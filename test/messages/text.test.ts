import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { septets } from '../../lib/messages/gsm.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { noOpenBookingText, renderText } from '../../lib/messages/text.ts';
import { bookingFacts } from './booking-facts.ts';
import { EVERY_TEXT } from './every-message.ts';

const { brand } = bookingFacts();

function branded(name: string, more: Partial<typeof brand> = {}) {
  return bookingFacts({ brand: { ...brand, name, ...more } });
}

describe('a text', () => {
  test('asks at the check-in for a 1, says who asks, when it closes, and tells times in the attendee’s zone', () => {
    expect(renderText({ kind: 'check-in' }, bookingFacts())).toBe(
      'Example Support: your 10:00 EST session has started and nobody has joined. Reply 1 to keep it open. Without an answer it closes at 10:15.',
    );
    expect(renderText({ kind: 'check-in' }, bookingFacts({ timeZone: 'Asia/Kathmandu' }))).toMatch(
      /20:45 GMT\+5:45 session .* closes at 21:00\.$/,
    );
  });

  test('gives the way in once the session stays open', () => {
    expect(renderText({ kind: 'kept-open' }, bookingFacts())).toContain(bookingFacts().joinUrl);
    expect(renderText({ kind: 'no-show-reversed', sessionOpen: true }, bookingFacts())).toContain(
      bookingFacts().joinUrl,
    );
  });

  test('leaves the address of the way in to the mail where it would not fit', () => {
    const joinUrl = `https://book.example.com/join/${'x'.repeat(120)}`;
    expect(renderText({ kind: 'kept-open' }, bookingFacts({ joinUrl }))).toBe(
      'Example Support: thank you, your 10:00 EST session stays open. Please join with the link in our mail.',
    );
  });

  test('says the domain where the alphabet cannot tell the brand', () => {
    expect(renderText({ kind: 'too-early' }, branded('示例支持'))).toMatch(/^mail\.example\.com: /);
  });

  test('answers a number that no open booking is known for', () => {
    expect(noOpenBookingText(brand)).toBe(
      'Example Support: we know of no open session for this number. Questions? Write to support@example.com',
    );
  });
});

const ASKS_FOR_A_ONE = { en: /Reply 1\b/, de: /Antworten Sie mit 1\b/ };

describe.each(['en', 'de'] as const)('a text in %s', (code) => {
  const language = languages[code];

  test.each(EVERY_TEXT)('of kind $kind never asks for a word that carriers keep for themselves', (kind) => {
    expect(renderText(kind, bookingFacts(), language)).not.toMatch(
      /\b(stop|stopp|stopall|end|ende|cancel|quit|remove|unsubscribe|abmelden|help|hilfe|info)\b/i,
    );
  });

  test.each(EVERY_TEXT)('of kind $kind asks for a 1 only where a 1 does something', (kind) => {
    const useful = kind.kind === 'check-in' || (kind.kind === 'help' && kind.open);
    expect(ASKS_FOR_A_ONE[code].test(renderText(kind, bookingFacts(), language))).toBe(useful);
  });

  test.each(EVERY_TEXT)(
    'of kind $kind fits one part and names who texts, whatever the brand is called',
    (kind) => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
          const text = renderText(kind, branded(name), language);
          expect(septets(text)).toBeLessThanOrEqual(160);
          expect(text).toMatch(/^\S.*: .+[^\s]$/u);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(EVERY_TEXT)(
    'of kind $kind loses no word, however long names and addresses are and wherever people live',
    (kind) => {
      const long = branded('€'.repeat(60), {
        supportMail: `${'s'.repeat(60)}@${'e'.repeat(60)}.example`,
        website: `https://${'w'.repeat(150)}.example`,
      });
      const text = renderText(
        kind,
        {
          ...long,
          timeZone: 'Asia/Kathmandu',
          start: Date.UTC(2026, 8, 23, 15),
          joinUrl: `https://x.example/${'j'.repeat(150)}`,
        },
        language,
      );
      expect(septets(text)).toBeLessThanOrEqual(160);
      expect(text).toMatch(/\.$/);
    },
  );

  test('is told in the alphabet in every zone of the world', () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      const text = renderText({ kind: 'too-early' }, bookingFacts({ timeZone }), language);
      expect(septets(text), timeZone).toBeLessThanOrEqual(160);
    }
  });

  test('answers an unknown number within one part', () => {
    const supportMail = `${'s'.repeat(120)}@example.com`;
    const text = noOpenBookingText(branded('€'.repeat(200), { supportMail }).brand, language);
    expect(septets(text)).toBeLessThanOrEqual(160);
    expect(text).toMatch(/\.$/);
  });
});

describe('a text in German', () => {
  test('asks at the check-in as the English one does', () => {
    expect(renderText({ kind: 'check-in' }, bookingFacts(), languages.de)).toBe(
      'Example Support: Ihr Termin um 10:00 Uhr EST hat begonnen, und niemand ist da. Antworten Sie mit 1, damit er offen bleibt. Sonst schließt er um 10:15 Uhr.',
    );
  });
});
