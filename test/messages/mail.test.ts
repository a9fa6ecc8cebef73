import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoShowReason } from '../../lib/domain/booking/booking.ts';
import type { BookingFacts, Mail } from '../../lib/messages/facts.ts';
import { renderMail } from '../../lib/messages/mail.tsx';
import { bookingFacts, HOUR, MINUTE, START, withoutMobile } from './booking-facts.ts';
import { EVERY_MAIL, LEADING_TO_A_SESSION } from './every-message.ts';

const BEFORE = START - 48 * HOUR;

function unescapeHtml(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What either form, HTML or text, fails to say. */
function unsaid(mail: Mail, ...sentences: readonly string[]): readonly string[] {
  const html = unescapeHtml(mail.html);
  return sentences.filter((sentence) => !(mail.text.includes(sentence) && html.includes(sentence)));
}

function tags(html: string): string[] {
  return html.match(/<\/?[a-z][a-z0-9]*/g) ?? [];
}

describe.each(LEADING_TO_A_SESSION)('a mail of kind $kind', (kind) => {
  const facts = bookingFacts();
  const mail = renderMail(kind, facts, BEFORE);

  test('tells the time in the attendee’s zone, with the zone named', () => {
    expect(unsaid(mail, 'Tuesday, 24 November 2026, 10:00–11:00 (Eastern Standard Time, New York)')).toEqual(
      [],
    );
  });

  test('gives the way in, the meeting’s address, and says that audio is separate', () => {
    expect(
      unsaid(mail, facts.joinUrl, facts.room.url, 'Joining does not connect your audio by itself'),
    ).toEqual([]);
  });

  test('gives the dial-in, and says that everyone may use their own device', () => {
    expect(
      unsaid(mail, facts.room.dialInUrl, '123 456 789', 'Everyone may connect from their own device'),
    ).toEqual([]);
  });

  test('says what to prepare', () => {
    expect(
      unsaid(
        mail,
        'Install the screen-sharing app',
        'https://meet.example.com/app',
        'Allow screen recording under System Settings, Privacy & Security.',
      ),
    ).toEqual([]);
  });

  test('links to move and to cancel, and says until when by link and then by mail', () => {
    expect(
      unsaid(
        mail,
        `${facts.manageUrl}#move`,
        `${facts.manageUrl}#cancel`,
        'until Tuesday, 24 November 2026, 08:55 (Eastern Standard Time, New York)',
        'After that, a mail to support@example.com still counts until Tue 24 Nov, 09:30 EST.',
        'less than 30 minutes before the start comes too late: the session then counts as a no-show',
      ),
    ).toEqual([]);
  });

  test('promises no change by text', () => {
    expect(mail.text).not.toMatch(/(move|cancel|reschedule|change)[^.]*\btext/i);
  });

  test('says what happens when nobody joins', () => {
    expect(
      unsaid(
        mail,
        'If nobody has joined 5 minutes after the start, online or by phone, we send a text to the mobile number ending in 0123',
        'it closes at 10:15 and counts as a no-show',
      ),
    ).toEqual([]);
    expect(mail.html).not.toContain('+15555550123');
  });

  test('says the earlier close, and nothing about texts, to a person without a mobile number', () => {
    const { text } = renderMail(kind, withoutMobile(), BEFORE);
    expect(text).toContain('If nobody has joined by 10:10, online or by phone, the session closes');
    expect(text).not.toMatch(/text/i);
  });
});

describe('every mail', () => {
  test('shows what a person typed, and never takes it for markup', () => {
    const typed = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'b', 'script', ' onload=', '\n', '=', 'é'),
    });
    const plain = tags(
      renderMail({ kind: 'cancelled', reason: 'x' }, bookingFacts({ topic: 'x' }), BEFORE).html,
    );
    fc.assert(
      fc.property(typed, typed, typed, (name, topic, reason) => {
        const facts = bookingFacts({ attendee: { name, email: 'ada@example.org' }, topic: `x${topic}` });
        const { html } = renderMail({ kind: 'cancelled', reason: `x${reason}` }, facts, BEFORE);
        expect(tags(html)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
    const { html } = renderMail({ kind: 'confirmed' }, bookingFacts({ topic: '<b>"A" & B</b>' }), BEFORE);
    expect(html).toContain('&lt;b>');
  });

  test('refuses a brand colour that is none by name', () => {
    const { brand } = bookingFacts();
    expect(() =>
      renderMail({ kind: 'confirmed' }, bookingFacts({ brand: { ...brand, colour: 'red' } }), BEFORE),
    ).toThrow('#rrggbb: red');
  });
});

describe('the confirmation', () => {
  test('says that the plan pays, or the price and that it is not refunded', () => {
    expect(
      unsaid(renderMail({ kind: 'confirmed' }, bookingFacts(), BEFORE), 'Free with your company’s plan'),
    ).toEqual([]);
    const paid = bookingFacts({ free: false, price: { amount: 150, currency: 'USD' } });
    expect(
      unsaid(renderMail({ kind: 'confirmed' }, paid, BEFORE), 'US$150.00. Paid sessions are not refunded.'),
    ).toEqual([]);
  });

  test('says so where the release has limited support', () => {
    const facts = bookingFacts({ limitedRelease: 'Release 5.2' });
    expect(
      unsaid(
        renderMail({ kind: 'confirmed' }, facts, BEFORE),
        'Release 5.2 is deprecated and gets limited support.',
      ),
    ).toEqual([]);
  });

  test('invites the calendar, a move updates it, a cancellation revokes it, and other mails leave it alone', () => {
    const methods = EVERY_MAIL.map((kind) => renderMail(kind, bookingFacts(), BEFORE).calendar?.method);
    expect(methods).toEqual([
      'REQUEST',
      'REQUEST',
      undefined,
      undefined,
      'CANCEL',
      ...EVERY_MAIL.slice(5).map(() => undefined),
    ]);
  });
});

describe('a move', () => {
  test('tells the new time and the old one', () => {
    const mail = renderMail(
      { kind: 'moved', previousStart: START - 25 * HOUR },
      bookingFacts({ version: 2 }),
      BEFORE,
    );
    expect(mail.text).toMatch(/New time: Tuesday, 24 November 2026, 10:00–11:00/);
    expect(mail.text).toMatch(
      /Old time: Monday, 23 November 2026, 09:00 \(Eastern Standard Time, New York\)/,
    );
  });
});

describe('a cancellation', () => {
  test('tells when it was, and the reason where one was given', () => {
    const { text } = renderMail({ kind: 'cancelled', reason: 'No longer\nneeded' }, bookingFacts(), BEFORE);
    expect(text).toContain('Was planned for: Tuesday, 24 November 2026, 10:00–11:00');
    expect(text).toContain('Reason given: No longer needed');
    expect(renderMail({ kind: 'cancelled' }, bookingFacts(), BEFORE).text).not.toContain('Reason');
  });

  test('gives no way in', () => {
    const { html, text } = renderMail({ kind: 'cancelled' }, bookingFacts(), BEFORE);
    expect(html + text).not.toContain(bookingFacts().joinUrl);
    expect(html + text).not.toContain('#move');
  });
});

describe('a reminder', () => {
  const at = (now: number, facts: BookingFacts = bookingFacts()) =>
    renderMail({ kind: 'reminder', hoursBefore: 2 }, facts, now);

  test('says how far away the session is at the instant it is told', () => {
    expect(at(START - 24 * HOUR).subject).toBe('Tomorrow: Live session, Tue 24 Nov, 10:00 EST');
    expect(at(START - 2 * HOUR).subject).toBe('In 2 hours: Live session, Tue 24 Nov, 10:00 EST');
  });

  test('offers the links only as long as they work, and says what still does', () => {
    expect(at(START - 65 * MINUTE - 1).text).toContain('#move');
    const afterLinks = at(START - 65 * MINUTE).text;
    expect(afterLinks).not.toContain('#move');
    expect(afterLinks).toContain(
      'You can still move or cancel by a mail to support@example.com until Tue 24 Nov, 09:30 EST.',
    );
    expect(at(START - 30 * MINUTE - 1).text).toContain('You can still move or cancel');
    const afterAll = at(START - 30 * MINUTE).text;
    expect(afterAll).not.toContain('still');
    expect(afterAll).toContain('less than 30 minutes before the start, the session counts as a no-show');
  });

  test('says the same deadlines to a person without a mobile number', () => {
    expect(at(START - 2 * HOUR, withoutMobile()).text).toContain('until Tue 24 Nov, 09:30 EST.');
  });
});

describe('a no-show', () => {
  const noShow = (reason: NoShowReason, facts: BookingFacts, asked: { readonly askedAt?: number } = {}) =>
    renderMail({ kind: 'no-show', reason, closedAt: facts.closesAt, ...asked }, facts, facts.closesAt).text;

  test('says what was recorded, why, when we asked, and whom to write to', () => {
    const text = noShow('absent', bookingFacts(), { askedAt: START + 6 * MINUTE });
    expect(text).toContain(
      'there was no answer to the text we sent at 10:06 to the mobile number ending in 0123',
    );
    expect(text).toContain('the session closed at 10:15 and was recorded as a no-show');
    expect(text).toContain('Write to us:\nsupport@example.com');
  });

  test('speaks of no text where none was sent', () => {
    const text = noShow('absent', withoutMobile());
    expect(text).toContain('the session closed at 10:10');
    expect(text + noShow('absent', bookingFacts())).not.toMatch(/\btext\b/);
  });

  test('gives its own reason for late notice, and for a session kept open in vain', () => {
    expect(noShow('late_notice', bookingFacts())).toContain(
      'Your notice reached us on Tue 24 Nov, 10:15 EST, too late',
    );
    expect(noShow('never_joined_after_keeping_open', bookingFacts())).toContain(
      'You asked us to keep the session open',
    );
  });

  test('taken back says why, and gives the way in only where the session is open', () => {
    const open = renderMail(
      { kind: 'no-show-reversed', because: 'answered', sessionOpen: true },
      bookingFacts(),
      START,
    );
    expect(unsaid(open, 'Your answer was sent in time', bookingFacts().joinUrl)).toEqual([]);
    const over = renderMail(
      { kind: 'no-show-reversed', because: 'joined', sessionOpen: false },
      bookingFacts(),
      START,
    );
    expect(unsaid(over, 'You had joined in time', 'The session itself is over.')).toEqual([]);
    expect(over.html).not.toContain(bookingFacts().joinUrl);
  });
});
