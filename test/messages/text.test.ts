import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookingFacts, TextKind } from '../../lib/messages/facts.ts';
import { septets } from '../../lib/messages/gsm.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { introduced, renderPhoneText, renderText } from '../../lib/messages/text.ts';
import { bookingFacts, HOUR, MINUTE, START } from './booking-facts.ts';
import { EVERY_PHONE_TEXT, EVERY_SHORT_TEXT, EVERY_TEXT, MOVE_URL, STAGES } from './every-message.ts';
import { zonesByLength } from './zones.ts';

const { brand } = bookingFacts();

function branded(name: string, more: Partial<typeof brand> = {}) {
  return bookingFacts({ brand: { ...brand, name, ...more } });
}

/** The longest that names, addresses and times get: a date with "Sept" and a zone without a name. */
function longest(): BookingFacts {
  const supportMail = `${'s'.repeat(60)}@${'e'.repeat(60)}.example`;
  const { brand: long } = branded('€'.repeat(60), {
    supportMail,
    website: `https://${'w'.repeat(150)}.example`,
  });
  const start = Date.UTC(2026, 8, 23, 15);
  const joinUrl = `https://x.example/${'j'.repeat(150)}`;
  const mail = start - 120 * MINUTE;
  return bookingFacts({
    brand: long,
    timeZone: 'Asia/Kathmandu',
    start,
    joinUrl,
    changeBy: { link: mail, mail, text: mail },
  });
}

const say = (kind: TextKind, facts = bookingFacts()): string => renderText(kind, facts);

describe('a text', () => {
  test('asks at the check-in, says who asks, when it closes, what a 2 counts as, and tells times in the attendee’s zone', () => {
    expect(say({ kind: 'check-in' })).toBe(
      "Example Support: nobody has joined your 10:00 EST session. Reply 1 to keep it open, 2 if you can't make it (a no-show). Without an answer it closes at 10:15.",
    );
    expect(say({ kind: 'check-in' }, bookingFacts({ timeZone: 'Asia/Kathmandu' }))).toMatch(
      /20:45 GMT\+5:45 session\. .*\(a no-show\).* closes at 21:00\.$/,
    );
  });

  test('warns of late notice by the policy’s own minutes, and asks once more', () => {
    expect(say({ kind: 'late-notice-warning' })).toBe(
      'Example Support: notice of less than 30 minutes counts as a no-show. Reply 2 to give your 10:00 EST session back all the same, 1 if you are coming.',
    );
    const changeBy = { link: START - HOUR, mail: START - 45 * MINUTE, text: START - 45 * MINUTE };
    expect(say({ kind: 'late-notice-warning' }, bookingFacts({ changeBy }))).toContain(
      'less than 45 minutes',
    );
  });

  test('says after giving the time back that it counts as a no-show, and where to write', () => {
    expect(say({ kind: 'given-up' })).toMatch(
      /counts as a no-show\. If that is wrong, write to support@example\.com$/,
    );
  });

  test('gives the way in once the session stays open', () => {
    const { joinUrl } = bookingFacts();
    expect(say({ kind: 'kept-open' })).toContain(joinUrl);
    expect(say({ kind: 'joined' })).toContain(joinUrl);
    expect(say({ kind: 'no-show-reversed', sessionOpen: true })).toContain(joinUrl);
  });

  test('leaves the address of the way in to the mail where it would not fit', () => {
    const joinUrl = `https://book.example.com/join/${'x'.repeat(120)}`;
    expect(say({ kind: 'kept-open' }, bookingFacts({ joinUrl }))).toBe(
      'Example Support: thank you, your 10:00 EST session stays open. Please join with the link in our mail.',
    );
  });

  test('says the domain where the alphabet cannot tell the brand', () => {
    expect(say({ kind: 'expected' }, branded('示例支持'))).toMatch(/^mail\.example\.com: /);
  });

  test.each([
    ['cancelled', /was cancelled/],
    ['completed', /is already over/],
    ['absent', /nobody joined .* counts as a no-show/],
    ['late_notice', /you gave .* back by text.* counts as a no-show/],
    ['never_joined_after_keeping_open', /we kept .* open, but nobody joined\. It counts as a no-show/],
  ] as const)('about a session that is over (%s) says what is true of it', (ended, true_) => {
    const text = say({ kind: 'too-late', ended });
    expect(text).toMatch(true_);
    expect(text).toContain('Tue 24 Nov, 10:00 EST');
    expect(text).not.toMatch(/confirmed|reply/i);
  });
});

describe('a text that brings the link to move a session', () => {
  const moving = (url: string, until = START - 30 * MINUTE): string => say({ kind: 'move-link', url, until });

  test('takes one part where that holds it, and says until when', () => {
    const url = `https://example.com/manage/bkg_01k9x7m3v8q2t4w6y8z0a2c4e6.${'x'.repeat(22)}`;
    const text = moving(url);
    expect(text).toBe(`Example Support: pick a new time for your 10:00 EST session until 09:30: ${url}`);
    expect(septets(text)).toBeLessThanOrEqual(160);
  });

  test('tells the day of the deadline where that is another than the session’s', () => {
    const start = Date.UTC(2026, 10, 24, 5, 15);
    const kind = { kind: 'move-link', url: MOVE_URL, until: start - 30 * MINUTE } as const;
    expect(renderText(kind, bookingFacts({ start }))).toContain('until Mon 23 Nov 23:45');
  });

  test.each(Object.values(languages))(
    'never cuts the link, and takes two parts at most, in $code',
    (language) => {
      for (const facts of [bookingFacts(), longest()]) {
        for (let length = 40; length <= 130; length += 1) {
          const url = `https://book.example.com/manage/${'x'.repeat(length - 32)}`;
          const until = facts.start - 24 * HOUR;
          const text = renderText({ kind: 'move-link', url, until }, facts, language);
          expect(text.endsWith(` ${url}`), text).toBe(true);
          expect(septets(text)).toBeLessThanOrEqual(306);
          expect(septets(introduced(text, facts.brand, language)), text).toBeLessThanOrEqual(306);
        }
      }
    },
  );

  test('is longer rather than useless: a link that no two parts hold is whole as well', () => {
    const url = `https://book.example.com/${'x'.repeat(400)}`;
    expect(moving(url)).toContain(url);
  });
});

describe('the first text to a number', () => {
  const text = say({ kind: 'check-in' });

  test('goes on with who texts and why, what it may cost, and how to stop it', () => {
    expect(introduced(text, brand)).toBe(
      `${text} You get texts about sessions booked with Example Support. Message and data rates may apply. Reply STOP to stop, HELP for help.`,
    );
    expect(introduced(text, brand, languages.de)).toMatch(/STOP beendet diese SMS, HELP bringt Hilfe\.$/);
  });

  test.each(Object.values(languages))('fits two parts, whatever it says, in $code', (language) => {
    for (const facts of [bookingFacts(), longest()]) {
      const texts = [
        ...EVERY_TEXT.map((kind) => renderText(kind, facts, language)),
        ...EVERY_PHONE_TEXT.map((kind) => renderPhoneText(kind, facts, language)),
      ];
      for (const one of texts) {
        const first = introduced(one, facts.brand, language);
        expect(first.startsWith(`${one} `)).toBe(true);
        expect(first).toMatch(/STOP.*HELP/);
        expect(septets(first), first).toBeLessThanOrEqual(306);
      }
    }
  });
});

const TIMES = /GMT\S+|\d\d:\d\d|\d+\.? (?:Nov|Sept)|\d+ (?:minutes|Minuten)/g;

/** What a text asks to be answered with. */
function digitsAsked(text: string): string[] {
  return [...new Set(text.replace(TIMES, '').match(/(?<!\S)[123](?=[\s:,])/g))].toSorted();
}

describe.each(['en', 'de'] as const)('a text in %s', (code) => {
  const language = languages[code];
  const render = (kind: TextKind, facts = bookingFacts()): string => renderText(kind, facts, language);
  const all = (): [string, string][] => [
    ...EVERY_TEXT.map((kind): [string, string] => [kind.kind, render(kind)]),
    ...EVERY_PHONE_TEXT.map((kind): [string, string] => [
      kind.kind,
      renderPhoneText(kind, bookingFacts(), language),
    ]),
  ];

  test('never holds a word that carriers keep for themselves, but for STOP where help was asked for', () => {
    for (const [kind, text] of all()) {
      expect(text).not.toMatch(
        /\b(stopp|stopall|end|ende|cancel|quit|remove|unsubscribe|abmelden|help|hilfe|info)\b/i,
      );
      expect(/\bstop\b/i.test(text), text).toBe(kind === 'help');
    }
  });

  test.each(STAGES)('asks at the stage %s for what would be done then, and for nothing else', (stage) => {
    const digits = { early: ['1', '2', '3'], late: ['1', '2'], asked: ['1', '2'], idle: [] }[stage];
    for (const facts of [bookingFacts(), longest()]) {
      expect(digitsAsked(render({ kind: 'unclear', stage }, facts))).toEqual(digits);
      expect(digitsAsked(render({ kind: 'help', stage }, facts))).toEqual(digits);
      expect(digitsAsked(render({ kind: 'move-too-late', stage }, facts))).toEqual(digits);
    }
  });

  test('asks for an answer at the check-in and when it warns, and never else', () => {
    const staged = ['unclear', 'help', 'move-too-late'];
    for (const kind of EVERY_TEXT.filter((one) => !staged.includes(one.kind))) {
      const asks = kind.kind === 'check-in' || kind.kind === 'late-notice-warning';
      for (const facts of [bookingFacts(), longest()]) {
        expect(digitsAsked(render(kind, facts)), kind.kind).toEqual(asks ? ['1', '2'] : []);
      }
    }
  });

  test.each(EVERY_SHORT_TEXT)(
    'of kind $kind fits one part and names who texts, whatever the brand is called',
    (kind) => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
          const text = render(kind, branded(name));
          expect(septets(text)).toBeLessThanOrEqual(160);
          expect(text).toMatch(/^\S.*: .+[^\s]$/u);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(EVERY_SHORT_TEXT)(
    'of kind $kind loses no word, however long names and addresses are and wherever people live',
    (kind) => {
      const text = render(kind, longest());
      expect(septets(text)).toBeLessThanOrEqual(160);
      expect(text).toMatch(/\.$/);
    },
  );

  test('is told in the alphabet in every zone of the world, and loses no word there', () => {
    for (const timeZone of zonesByLength(language)) {
      for (const kind of EVERY_SHORT_TEXT) {
        const text = render(kind, { ...longest(), timeZone });
        expect(septets(text), `${timeZone}: ${text}`).toBeLessThanOrEqual(160);
        expect(text, timeZone).toMatch(/\.$/);
      }
    }
  });

  test.each(EVERY_PHONE_TEXT)('of kind $kind to a number alone fits one part, and loses no word', (kind) => {
    const text = renderPhoneText(kind, longest(), language);
    expect(septets(text)).toBeLessThanOrEqual(160);
    expect(text).toMatch(/\.$/);
  });
});

describe('a text in German', () => {
  test('asks at the check-in as the English one does', () => {
    expect(renderText({ kind: 'check-in' }, bookingFacts(), languages.de)).toBe(
      'Example Support: Zum Termin um 10:00 Uhr EST ist niemand da. Antwort 1: er bleibt offen, 2: Sie können nicht (gilt als versäumt). Sonst schließt er um 10:15.',
    );
  });
});
