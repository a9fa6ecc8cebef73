import { describe, expect, test } from 'vitest';
import type { DeskMailKind, DeskSession } from '../../lib/messages/desk-facts.ts';
import { renderDeskMail } from '../../lib/messages/desk-mail.tsx';
import type { Mail } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import type { StandingFacts, StandingMailKind } from '../../lib/messages/standing-facts.ts';
import { renderStandingMail } from '../../lib/messages/standing-mail.tsx';
import { bookingFacts, HOUR, START } from './booking-facts.ts';

const siteUrl = 'https://book.example.com';
const until = START + 60 * 24 * HOUR;
const fee = { amount: 100, currency: 'USD' };
const reason = 'Robin waited four times';
const member = 'Grace Hopper';
const missed = [{ start: START - 40 * 24 * HOUR }, { start: START }];

const EVERY_STANDING_MAIL: readonly StandingMailKind[] = [
  { kind: 'blocked', until, reason, fee },
  { kind: 'lifted', reason },
  { kind: 'reinstated', paid: fee },
  { kind: 'reinstated', paid: fee, blockedUntil: until },
  { kind: 'block-ended', at: until },
  { kind: 'strike', member, missed, until },
  { kind: 'strike', member, missed },
  { kind: 'strike-gone', member },
  { kind: 'company-ruled', decision: 'block', until, reason },
  { kind: 'company-ruled', decision: 'approval', until, reason },
  { kind: 'company-ruled', decision: 'nothing', reason },
];

const session: DeskSession = {
  bookingId: 'bkg_01k9x7m3v8q2t4w6y8z0a2c4e6',
  attendee: { name: 'Ada Lovelace', email: 'ada@example.org' },
  companyName: 'Example Crates',
  sessionName: 'Live session',
  start: START,
  end: START + HOUR,
  topic: 'Printer',
};
const wanted = { kind: 'approval-wanted', session, decideBy: START - 4 * HOUR } as const;
const text = 'The waiting room kept me out';
const review: DeskMailKind = {
  kind: 'review-opened',
  companyName: 'Example Crates',
  changes: [
    { change: 'cancelled', email: 'ada@example.org', at: START - HOUR, start: START },
    { change: 'moved', at: START - 2 * HOUR, start: START },
  ],
  limit: 1,
  days: 30,
};

const EVERY_DESK_MAIL: readonly DeskMailKind[] = [
  { ...wanted, because: 'late-notices' },
  { ...wanted, because: 'company', previousStart: START - 24 * HOUR },
  { kind: 'contest-opened', session, recorded: 'absent', text },
  { kind: 'contest-opened', session, recorded: 'late_notice', text },
  { kind: 'contest-opened', session, recorded: 'never_joined_after_keeping_open', text },
  review,
];

const { brand } = bookingFacts();

function standingFacts(change: Partial<StandingFacts> = {}): StandingFacts {
  return {
    ...{ brand, siteUrl, timeZone: 'America/New_York' },
    person: { name: 'Ada Lovelace', email: 'ada@example.org' },
    companyName: 'Example Crates',
    ...change,
  };
}

function standing(kind: StandingMailKind, language: Language, change: Partial<StandingFacts> = {}): Mail {
  return renderStandingMail(kind, standingFacts(change), language);
}

function desk(kind: DeskMailKind, language: Language): Mail {
  return renderDeskMail(kind, { brand, siteUrl, timeZone: 'America/New_York' }, language);
}

function everyMail(language: Language): Mail[] {
  const { companyName: _, ...companyless } = standingFacts();
  return [
    ...EVERY_STANDING_MAIL.map((kind) => standing(kind, language)),
    renderStandingMail({ kind: 'lifted', reason }, companyless, language),
    ...EVERY_DESK_MAIL.map((kind) => desk(kind, language)),
  ];
}

describe.each(Object.values(languages))('a mail about standing in $code', (language) => {
  test.each(EVERY_STANDING_MAIL)('of kind $kind greets by name, and says where to write', (kind) => {
    const { html, text: plain, subject } = standing(kind, language);
    for (const form of [html, plain]) {
      expect(form).toContain(language.parts.hello('Ada Lovelace'));
      expect(form).toContain('support@example.com');
    }
    expect(subject.length).toBeLessThan(70);
  });

  test('fetches nothing, runs nothing, and leaves nothing unsaid', () => {
    for (const { html, subject, text: plain } of everyMail(language)) {
      expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|@import|url\(|\bsrc=/i);
      expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language.code}">`));
      expect(`${subject}\n${plain}`).not.toMatch(/['"]|undefined|NaN|\[object/);
    }
  });

  test('makes no link and no line of what somebody typed', () => {
    const typed = 'Click evil.example/now\r\nBcc: x@example.net';
    for (const kind of ['strike', 'strike-gone'] as const) {
      const { html, subject } = standing({ kind, member: typed, missed }, language);
      expect(html).not.toContain('evil.example');
      expect(subject).not.toMatch(/[\r\n]/);
    }
    const contested: DeskMailKind = { kind: 'contest-opened', session, recorded: 'absent', text: typed };
    expect(desk(contested, language).html).not.toMatch(/href="[^"]*evil/);
    const named = { ...session, attendee: { ...session.attendee, name: typed } };
    expect(desk({ ...wanted, because: 'company', session: named }, language).subject).not.toMatch(/[\r\n]/);
  });
});

describe('a mail about standing in German', () => {
  const german = everyMail(languages.de);

  test('has no sentence and no label in common with the English one', () => {
    const sentencesOf = ({ subject, text: plain }: Mail): string[] =>
      [subject, plain]
        .join('\n')
        .split(/\n|(?<=[.:?!]) /)
        .map((sentence) => sentence.trim())
        .filter((sentence) => /\p{L}/u.test(sentence));
    const english = new Set(everyMail(languages.en).flatMap(sentencesOf));
    const shared = new Set(german.flatMap(sentencesOf).filter((sentence) => english.has(sentence)));
    const data = [
      brand.supportMail,
      brand.website,
      `${siteUrl}/book`,
      `${siteUrl}/desk`,
      reason,
      member,
      text,
    ];
    const shown = [
      'Example Crates',
      'Ada Lovelace',
      'Ada Lovelace, ada@example.org',
      'Printer',
      session.bookingId,
    ];
    expect(shared.difference(new Set([...data, ...shown]))).toEqual(new Set());
  });

  test('says as much as the English one', () => {
    const shapeOf = ({ html }: Mail) => html.match(/<\/?[a-z][a-z0-9]*/g);
    expect(german.map(shapeOf)).toEqual(everyMail(languages.en).map(shapeOf));
  });

  test('keeps the word for mail unbroken in HTML, and plain in plain text', () => {
    for (const { html, text: plain, subject } of german) {
      expect(html).toContain('Diese E\u2011Mail');
      expect(subject + plain).not.toMatch(/\u2011|(?<!E-)\bMail\b/);
    }
  });
});

describe('a mail about a block', () => {
  const text = (kind: StandingMailKind) => standing(kind, languages.en).text;

  test('by our staff says until when, why, and what stays open', () => {
    const told = text({ kind: 'blocked', until, reason, fee });
    expect(told).toContain(
      'Blocked until: Saturday, 23 January 2027, 10:00 (Eastern Standard Time, New York)',
    );
    expect(told).toContain(`Reason given: ${reason}`);
    expect(told).toContain('Paid sessions stay open to you. A payment of US$100.00');
  });

  test('that was paid for says what keeps from free sessions all the same', () => {
    expect(text({ kind: 'reinstated', paid: fee })).toContain('You can book free sessions again at once.');
    const still = text({ kind: 'reinstated', paid: fee, blockedUntil: until });
    expect(still).toContain('We have received US$100.00');
    expect(still).toContain('free sessions are blocked until Saturday, 23 January 2027, 10:00');
    expect(still).not.toContain(`${siteUrl}/book`);
  });

  test('that has ended says since when, and where to book', () => {
    const told = text({ kind: 'block-ended', at: until });
    expect(told).toContain('ended on Saturday, 23 January 2027, 10:00');
    expect(told).toContain(`${siteUrl}/book`);
  });
});

describe('the primaries of a company', () => {
  const text = (kind: StandingMailKind) => standing(kind, languages.en).text;

  test('are told whose strike it is, the sessions, and until when they are blocked', () => {
    const told = text({ kind: 'strike', member, missed, until });
    for (const said of [
      member,
      'Thu 15 Oct, 11:00 EDT',
      'Tue 24 Nov, 10:00 EST',
      'Saturday, 23 January 2027',
    ])
      expect(told).toContain(said);
    expect(text({ kind: 'strike', member, missed })).toContain('The block has ended by now.');
  });

  test('are told what was decided on the company, until when and why', () => {
    const told = text({ kind: 'company-ruled', decision: 'approval', until, reason });
    expect(told).toContain('Until: Saturday, 23 January 2027, 10:00');
    expect(told).toContain(`Reason given: ${reason}`);
    expect(text({ kind: 'company-ruled', decision: 'nothing', reason })).not.toMatch(/Until/);
  });
});

describe('a mail to our staff', () => {
  test('to approve a booking says until when, whose it is, and where to decide', () => {
    const { subject, text: told } = desk({ ...wanted, because: 'late-notices' }, languages.en);
    expect(subject).toBe('To approve by Tue 24 Nov, 06:00 EST: Ada Lovelace');
    for (const said of ['ada@example.org', 'Example Crates', session.bookingId, `${siteUrl}/desk`])
      expect(told).toContain(said);
  });

  test('about a contest quotes what was written', () => {
    const contested: DeskMailKind = { kind: 'contest-opened', session, recorded: 'absent', text };
    expect(desk(contested, languages.en).text).toContain(text);
  });

  test('about a company lists the sessions that were given back, and names nobody who was erased', () => {
    const { text: told } = desk(review, languages.en);
    expect(told).toContain(
      'Cancelled: Tue 24 Nov, 09:00 EST, of the session of Tue 24 Nov, 10:00 EST, by ada@example.org',
    );
    expect(told).toContain('by somebody who was erased');
  });
});
