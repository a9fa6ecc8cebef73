import { describe, expect, it } from 'vitest';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import { outcomeWords } from '../../lib/pages/session/outcome-words.ts';
import { due, given, startPlus } from '../domain/given.ts';

function cannot(minute: number): [minute: number, command: BookingCommand] {
  return [
    minute,
    { type: 'reply', stamp: startPlus(minute), messageId: `text ${minute}`, meaning: 'cannot' },
  ];
}

const texts = (booking: Booking, toHolder = true): string[] =>
  [languages.en, languages.de].map((language) => outcomeWords(booking, language, toHolder).text);

describe('what became of a session', () => {
  it('was done by text, where it was cancelled by one', () => {
    const [english, german] = texts(given([cannot(-120)]));
    expect(english).toMatch(/^It was cancelled by text on Tue 24 Nov, /);
    expect(german).toMatch(/^Er wurde am Di\., 24\. Nov\..* per SMS abgesagt /);
  });

  it('was learnt by text, where that came too late', () => {
    const [english, german] = texts(given([cannot(-20), cannot(-19)]));
    expect(english).toMatch(/^A text told us on .* that nobody can come, too late/);
    expect(german).toMatch(/ wurde per SMS abgesagt, zu spät/);
  });

  it('was done by us, where staff cancelled', () => {
    const by = { by: 'staff', staffId: 'per_robin', reason: 'Robin is ill' } as const;
    const [english, german] = texts(given([[-20, { type: 'cancel', stamp: startPlus(-20), ...by }]]));
    expect(english).toMatch(/^We cancelled it on Tue 24 Nov, /u);
    expect(german).toMatch(/^Wir haben ihn am Di\., 24\. Nov\..* abgesagt\./u);
  });

  it('speaks of no question to a number that can’t be texted: it may never have arrived', () => {
    const lost: [number, BookingCommand] = [5.5, { type: 'lose-mobile', reason: 'refused' }];
    const asked = given([
      [5, due('check-in')],
      [15, due('close')],
    ]);
    const refused = given([[5, due('check-in')], lost, [10, due('close')]]);
    expect(texts(asked)[0]).toContain('no answer to the text we sent');
    expect(texts(refused)[0]).toMatch(/^Nobody joined, online or by phone\. So the session closed at /);
    expect(texts(refused)[1]).not.toContain('SMS');
  });
});
