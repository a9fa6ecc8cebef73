import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MobileLoss, NoShowReason } from '../../lib/domain/booking/booking.ts';
import type { BookingFacts, Consequence, Mail, MailKind, Relief } from '../../lib/messages/facts.ts';
import { renderMail } from '../../lib/messages/mail.tsx';
import { bookingFacts, HOUR, MINUTE, mobileLost, START, withoutMobile } from './booking-facts.ts';
import {
  CONSEQUENCES,
  EVERY_MAIL,
  LEADING_TO_A_SESSION,
  UNTIL,
  WANTED,
  WITHOUT_A_SESSION,
} from './every-message.ts';

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

  test('says how to change it by text, until when, from which number and to which', () => {
    expect(mail.text).toContain(
      'Or text +1 202 555 0100 from your mobile ending in 0123 until Tue 24 Nov, 09:30 EST: 2 cancels the session, 3 moves it.',
    );
    expect(mail.html).toMatch(/<a [^>]*href="sms:\+12025550100"[^>]*>\+1 202 555 0100<\/a> from your mobile/);
  });

  test('says what happens when nobody joins', () => {
    expect(
      unsaid(
        mail,
        'If nobody has joined 5 minutes after the start, online or by phone, we send a text to the mobile number ending in 0123',
        'Answer it with 1, and the session stays open. Without an answer, it closes at 10:15 and counts as a no-show',
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

const LOSSES = [
  ['opted-out', 'You asked us not to text you, so we don’t.'],
  ['refused', 'We can’t text the mobile number ending in 0123.'],
  ['withheld', 'We could not text the mobile number ending in 0123 this time.'],
] as const;

describe.each(LOSSES)('to a person whose mobile number can’t be texted (%s), a mail', (reason, why) => {
  const facts = mobileLost(reason);

  test.each(LEADING_TO_A_SESSION)(
    'of kind $kind promises no text and no change by text, and says why',
    (kind) => {
      const mail = renderMail(kind, facts, BEFORE);
      expect(
        unsaid(mail, why, 'If nobody has joined by 10:10, online or by phone, the session closes'),
      ).toEqual([]);
      expect(mail.text).not.toMatch(/we send a text|2 cancels|3 moves|Answer it/);
    },
  );

  test('about a no-show speaks of no question, even where one was put, since it may not have arrived', () => {
    const kind = {
      kind: 'no-show',
      reason: 'absent',
      closedAt: facts.closesAt,
      askedAt: START + 5 * MINUTE,
    } as const;
    const mail = renderMail(kind, facts, facts.closesAt);
    expect(unsaid(mail, why, 'the session closed at 10:10')).toEqual([]);
    expect(mail.text).not.toMatch(/no answer|we sent/);
  });

  test('tells how to get texts again only who switched them off', () => {
    const { html, text } = renderMail({ kind: 'confirmed' }, facts, BEFORE);
    const again = 'To get texts again, text START to +1 202 555 0100.';
    expect(text.includes(again)).toBe(reason === 'opted-out');
    expect(html.includes('href="sms:+12025550100"')).toBe(reason === 'opted-out');
  });
});

describe('a mail that a mobile number can’t be texted', () => {
  const lost = (reason: MobileLoss, now: number) =>
    renderMail({ kind: 'mobile-lost', reason }, mobileLost(reason), now);

  test('says that the session stands where somebody may have meant to cancel it, and how to get texts again', () => {
    const mail = lost('opted-out', BEFORE);
    const { manageUrl, joinUrl } = bookingFacts();
    expect(
      unsaid(
        mail,
        'If you only wanted to cancel the session: it still stands. The words STOP, CANCEL or END switch texts off and cancel nothing.',
        `${manageUrl}#cancel`,
        `${manageUrl}#move`,
        joinUrl,
      ),
    ).toEqual([]);
    expect(mail.text).toContain('To get texts again, text START to +1 202 555 0100.');
  });

  test.each([
    ['opted-out', 'Texts are switched off', 'You asked us not to text you any more'],
    ['refused', 'We can’t text your mobile number', 'Perhaps it is a landline.'],
    ['withheld', 'We could not text you this time', 'We could not text the mobile number ending in 0123'],
  ] as const)('says why, and what changes (%s)', (reason, heading, why) => {
    const mail = lost(reason, BEFORE);
    const consequence =
      'So no text asks whether you are coming once the session has started. If nobody has joined by 10:10';
    expect(unsaid(mail, heading, why, consequence)).toEqual([]);
    expect(mail.text).not.toMatch(/2 cancels|Answer it with 1/);
    expect(/START to/.test(mail.text)).toBe(reason === 'opted-out');
  });

  test('puts the way in first once the session has started', () => {
    const { joinUrl } = bookingFacts();
    const place = (now: number, words: string) => lost('withheld', now).text.indexOf(words);
    expect(place(START - 1, joinUrl)).toBeGreaterThan(place(START - 1, 'We could not text the'));
    expect(place(START, joinUrl)).toBeLessThan(place(START, 'We could not text the'));
    expect(place(START, 'So no text asks')).toBe(-1);
    expect(place(START, 'If nobody has joined by 10:10')).toBeGreaterThan(0);
    expect(place(START + 10 * MINUTE, 'If nobody has joined')).toBe(-1);
  });
});

test('a mail that texts are on again says what they bring, and no more of a check-in whose time has come', () => {
  const back = (now: number) => renderMail({ kind: 'mobile-restored' }, bookingFacts(), now).text;
  expect(back(BEFORE)).toContain('2 cancels the session, 3 moves it.');
  expect(back(BEFORE)).toContain('we send a text to the mobile number ending in 0123');
  expect(back(START + 5 * MINUTE)).not.toMatch(/we send a text|2 cancels/);
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
    const withMethod = (wanted: string | undefined) =>
      EVERY_MAIL.filter((kind) => renderMail(kind, bookingFacts(), BEFORE).calendar?.method === wanted);
    const kinds = (wanted: string) => new Set(withMethod(wanted).map(({ kind }) => kind));
    expect(kinds('REQUEST')).toEqual(new Set(['confirmed', 'approved', 'moved']));
    // It is learnt late that somebody had cancelled in time: the session is in their calendar still.
    expect(kinds('CANCEL')).toEqual(new Set(['cancelled', 'no-show-reversed']));
    expect(withMethod('CANCEL')).toContainEqual(expect.objectContaining({ because: 'cancelled' }));
    const left = EVERY_MAIL.filter(({ kind }) => kind === 'cancelled' || kind === 'moved');
    expect(left.filter((kind) => withMethod(undefined).includes(kind))).toEqual(
      WITHOUT_A_SESSION.filter(({ kind }) => kind === 'cancelled' || kind === 'moved'),
    );
  });
});

describe('a change by our staff', () => {
  const by = { byStaff: true, reason: 'Robin\r\nis ill' } as const;
  const told = (kind: MailKind) => renderMail(kind, bookingFacts({ version: 2 }), BEFORE).text;

  test('is told as theirs, with their reason on one line', () => {
    const moved = told({ kind: 'moved', previousStart: START - HOUR, ...by });
    expect(moved).toContain('We have moved your session, for the reason given below.');
    expect(moved).toContain('Reason given: Robin is ill');
    const cancelled = told({ kind: 'cancelled', ...by });
    expect(cancelled).toContain('We have cancelled your session, for the reason given below.');
    expect(cancelled).toContain('Reason given: Robin is ill');
  });

  test('is told by no word where the attendee made it', () => {
    expect(told({ kind: 'moved', previousStart: START - HOUR })).not.toMatch(/We have moved|Reason given/u);
    expect(told({ kind: 'cancelled', reason: 'Ill' })).not.toContain('We have cancelled');
  });
});

describe('an excuse', () => {
  test('says that the no-show stays on record and doesn’t count', () => {
    const mail = renderMail({ kind: 'no-show-excused' }, bookingFacts(), START + 3 * HOUR);
    expect(mail.subject).toBe('No-show excused: Live session, Tue 24 Nov, 10:00 EST');
    expect(mail.text).toContain('It stays on record, and does not count.');
    expect(mail).not.toHaveProperty('calendar');
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
    expect(afterLinks).toContain('You can still text +1 202 555 0100 from your mobile ending in 0123');
    const afterAll = at(START - 30 * MINUTE).text;
    expect(afterAll).not.toMatch(/still|2 cancels/);
    expect(afterAll).toContain('less than 30 minutes before the start, the session counts as a no-show');
  });

  test('says the same deadlines to a person without a mobile number', () => {
    expect(at(START - 2 * HOUR, withoutMobile()).text).toContain('until Tue 24 Nov, 09:30 EST.');
  });
});

describe('a no-show', () => {
  const noShow = (reason: NoShowReason, facts: BookingFacts, asked: { readonly askedAt?: number } = {}) =>
    renderMail({ kind: 'no-show', reason, closedAt: facts.closesAt, ...asked }, facts, facts.closesAt).text;

  test('says what was recorded, why, when we asked, and how to contest it', () => {
    const text = noShow('absent', bookingFacts(), { askedAt: START + 6 * MINUTE });
    expect(text).toContain(
      'there was no answer to the text we sent at 10:06 to the mobile number ending in 0123',
    );
    expect(text).toContain('the session closed at 10:15 and was recorded as a no-show');
    expect(text).toContain(`Contest the no-show:\n${bookingFacts().manageUrl}#contest\n`);
  });

  test('speaks of no text where none was sent', () => {
    const text = noShow('absent', withoutMobile());
    expect(text).toContain('the session closed at 10:10');
    expect(text + noShow('absent', bookingFacts())).not.toMatch(/\btext\b/);
  });

  test('by late notice says when the text came: so much before the start, or after it', () => {
    const noticed = (closedAt: number) =>
      renderMail({ kind: 'no-show', reason: 'late_notice', closedAt }, bookingFacts(), closedAt).text;
    expect(noticed(START - 20 * MINUTE)).toContain(
      'You told us by text on Tue 24 Nov, 09:40 EST that nobody can come. That was less than 30 minutes before the start',
    );
    expect(noticed(START + 6 * MINUTE)).toContain(
      'You told us by text on Tue 24 Nov, 10:06 EST that nobody can come. The session had started by then',
    );
  });

  test('gives its own reason for a session kept open in vain', () => {
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
    const reversed = { kind: 'no-show-reversed', because: 'cancelled', sessionOpen: false } as const;
    const cancelled = renderMail(reversed, bookingFacts(), START);
    expect(
      unsaid(
        cancelled,
        'You had cancelled by text in time',
        'We have taken the no-show back. It does not count.',
        'The session is cancelled, as you asked.',
      ),
    ).toEqual([]);
    expect(cancelled.html).not.toContain(bookingFacts().joinUrl);
  });
});

describe('what follows from a no-show', () => {
  const following = (consequence: Consequence) => {
    const kind = { kind: 'no-show', reason: 'absent', closedAt: START + 15 * MINUTE, consequence } as const;
    return renderMail(kind, bookingFacts(), START + 15 * MINUTE);
  };

  test('is told as it stands: how many count, and how many it takes', () => {
    expect(
      unsaid(
        following(CONSEQUENCES.first),
        'You now have 1 no-show within 6 months. With 2, free sessions are blocked for 60 days.',
      ),
    ).toEqual([]);
  });

  test('is the block with its end, the sessions that led to it, and the ways that stay open', () => {
    expect(
      unsaid(
        following(CONSEQUENCES.blocking),
        'You now have 2 no-shows within 6 months, so free sessions are blocked for you.',
        'Saturday, 23 January 2027, 10:00 (Eastern Standard Time, New York)',
        'Thu 15 Oct, 11:00 EDT',
        'Tue 24 Nov, 10:00 EST',
        'Paid sessions stay open to you. A payment of US$100.00 opens the free ones again at once: write to support@example.com.',
      ),
    ).toEqual([]);
  });

  test('is that bookings need approval after late notices, and until when', () => {
    expect(
      unsaid(
        following(CONSEQUENCES.late),
        'Late notices by now: 3. So until Monday, 24 May 2027, 11:00 (Eastern Daylight Time, New York) a person here approves each of your free sessions first.',
      ),
    ).toEqual([]);
  });

  test('is no count where none counts any more', () => {
    const { text } = following({ ...CONSEQUENCES.first, counted: 0 });
    expect(text).toContain('Repeated no-shows can block free sessions for a while.');
    expect(text).not.toContain('You now have');
  });

  test('is gone with it: the block, the strike, or what of them there was', () => {
    const excused = (relief: Relief) =>
      renderMail({ kind: 'no-show-excused', relief }, bookingFacts(), START + HOUR);
    const both = 'The block on free sessions and the strike on your company are gone with it';
    expect(unsaid(excused({ unblocked: true, unstruck: true }), both)).toEqual([]);
    const other = excused({ unblocked: false, unstruck: true, blockedUntil: UNTIL });
    expect(
      unsaid(
        other,
        'The strike on your company is gone with it.',
        'Free sessions stay blocked until Saturday, 23 January 2027, 10:00 (Eastern Standard Time, New York) all the same',
      ),
    ).toEqual([]);
    expect(other.text).not.toContain('you can book');
  });
});

describe.each(WITHOUT_A_SESSION)('a mail of kind $kind about what is no session', (kind) => {
  const mail = renderMail(kind, bookingFacts(), BEFORE);

  test('gives no way in, no entry for a calendar, and promises no text', () => {
    expect(mail.html + mail.text).not.toContain(bookingFacts().joinUrl);
    expect(mail.calendar).toBeUndefined();
    expect(mail.text).not.toMatch(/\btext\b|no-show/i);
  });
});

describe('a request', () => {
  const mail = renderMail({ kind: 'requested', ...WANTED }, bookingFacts(), BEFORE);

  test('says why it needs approval, until when that can come, and what becomes of it without', () => {
    expect(
      unsaid(
        mail,
        'We look at it first because several of your sessions were given back too late.',
        'Tuesday, 24 November 2026, 06:00 (Eastern Standard Time, New York)',
        'If nobody has decided by Tue 24 Nov, 06:00 EST, the request ends by itself.',
      ),
    ).toEqual([]);
  });

  test('can be moved and withdrawn by its links, for as long as it waits', () => {
    const { manageUrl } = bookingFacts();
    expect(
      unsaid(
        mail,
        `${manageUrl}#move`,
        `${manageUrl}#cancel`,
        'Both links work until Tuesday, 24 November 2026, 06:00 (Eastern Standard Time, New York).',
      ),
    ).toEqual([]);
    const later = renderMail({ kind: 'requested', ...WANTED }, bookingFacts(), WANTED.decideBy);
    expect(later.text).not.toContain('#move');
  });

  test('that was declined says why, and that a paid session needs no approval', () => {
    const declined = renderMail({ kind: 'declined', reason: 'Please send the log' }, bookingFacts(), BEFORE);
    expect(unsaid(declined, 'Please send the log', 'A paid session needs no approval.')).toEqual([]);
  });

  test('that was approved is invited to as a booking is', () => {
    const approved = renderMail({ kind: 'approved' }, bookingFacts({ version: 2 }), BEFORE);
    expect(approved.calendar?.method).toBe('REQUEST');
    expect(approved.calendar?.content).toContain('SEQUENCE:1');
  });
});
