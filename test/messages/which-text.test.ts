import { describe, expect, test } from 'vitest';
import type { PhoneTextKind, SessionMeant } from '../../lib/messages/facts.ts';
import { septets } from '../../lib/messages/gsm.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { introduced, renderPhoneText } from '../../lib/messages/text.ts';
import { bookingFacts, HOUR, START } from './booking-facts.ts';
import { INTENTS } from './every-message.ts';
import { zonesByLength } from './zones.ts';

type Which = Extract<PhoneTextKind, { kind: 'which' }>;

const NEW_YORK = 'America/New_York';
const first = { start: START, timeZone: NEW_YORK };
const second = { start: START + 52 * HOUR, timeZone: NEW_YORK };

function ask(which: Omit<Which, 'kind'>): string {
  return renderPhoneText({ kind: 'which', ...which }, bookingFacts());
}

describe('a text that asks which session is meant', () => {
  test.each([
    ['coming', 'which session are you coming to?'],
    ['cannot', "which session can't you make?"],
    ['move', 'which session do you want to move?'],
  ] as const)(
    'says for %s what it would be done for, and lists the sessions in their zone',
    (intent, question) => {
      expect(ask({ intent, sessions: [first, second] })).toBe(
        `Example Support: ${question} 1 Tue 24 Nov 10:00, 2 Thu 26 Nov 14:00 (EST). Reply with its number.`,
      );
    },
  );

  test('names the zone with each session where they differ', () => {
    const berlin = { ...second, timeZone: 'Europe/Berlin' };
    expect(ask({ intent: 'cannot', sessions: [first, berlin] })).toContain(
      '1 Tue 24 Nov 10:00 EST, 2 Thu 26 Nov 20:00 CET.',
    );
  });

  test('says of the one last spoken of that it is over, and offers what else there is', () => {
    expect(ask({ intent: 'cannot', sessions: [second], over: first })).toBe(
      "Example Support: your session of Tue 24 Nov 10:00 is over. If it is Thu 26 Nov 14:00 EST that you can't make, reply 1.",
    );
    expect(
      ask({ intent: 'move', sessions: [first, second], over: { ...first, start: START - 24 * HOUR } }),
    ).toBe(
      'Example Support: your session of Mon 23 Nov 10:00 is over. Which do you want to move? 1 Tue 24 Nov 10:00, 2 Thu 26 Nov 14:00 (EST). Reply 1 to 2.',
    );
  });

  test('keeps every session and its month where room is short: the weekday and the zone go first', () => {
    const supportDesk = bookingFacts().brand;
    const sessions = [0, 1, 2, 3].map((days) => ({
      start: Date.UTC(2026, 8, 23 + days, 15),
      timeZone: 'Asia/Kathmandu',
    }));
    const facts = bookingFacts({ brand: { ...supportDesk, name: 'x'.repeat(60) } });
    const text = renderPhoneText({ kind: 'which', intent: 'move', sessions }, facts);
    expect(text).toContain('1 23 Sept 20:45, 2 24 Sept 20:45, 3 25 Sept 20:45, 4 26 Sept 20:45');
  });
});

/** Days with the longest name of a month, one in each zone. */
function sessionsIn(zones: readonly string[]): SessionMeant[] {
  return zones.map((timeZone, at) => ({ start: Date.UTC(2026, 8, 21 + at, 15), timeZone }));
}

describe.each(Object.values(languages))('a text that asks which session in $code', (language) => {
  const zones = ['Asia/Kathmandu', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Chatham'];
  const { brand } = bookingFacts();
  const facts = ['Example Support', '€'.repeat(60)].map((name) =>
    bookingFacts({ brand: { ...brand, name } }),
  );

  test.each(INTENTS)(
    'lists one to four sessions within one part, and introduced within two, for %s',
    (intent) => {
      for (const one of facts) {
        for (const count of [1, 2, 3, 4]) {
          for (const own of [zones.slice(0, count), zones.slice(0, count).map(() => 'Asia/Kathmandu')]) {
            const sessions = sessionsIn(own);
            const over = { start: Date.UTC(2026, 8, 20, 15), timeZone: 'Asia/Kathmandu' };
            for (const more of [{}, { over }]) {
              const text = renderPhoneText({ kind: 'which', intent, sessions, ...more }, one, language);
              expect(septets(text), text).toBeLessThanOrEqual(160);
              expect(text).toMatch(/\.$/);
              expect(text.match(/\d\d:\d\d/g)?.length, text).toBeGreaterThanOrEqual(count);
              expect(septets(introduced(text, one.brand, language))).toBeLessThanOrEqual(306);
            }
          }
        }
      }
    },
  );

  test('lists four sessions in every zone of the world', () => {
    for (const timeZone of zonesByLength(language)) {
      const sessions = sessionsIn([timeZone, timeZone, timeZone, timeZone]);
      for (const one of facts) {
        const text = renderPhoneText({ kind: 'which', intent: 'move', sessions }, one, language);
        expect(septets(text), text).toBeLessThanOrEqual(160);
        expect(text).toMatch(/1 to 4|1 bis 4|number|Nummer/);
      }
    }
  });
});
