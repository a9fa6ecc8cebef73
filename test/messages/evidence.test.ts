import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../lib/domain/booking/evidence.ts';
import type { Conclusion, Finding, TextFate } from '../../lib/domain/booking/finding.ts';
import { languageCodes } from '../../lib/domain/language.ts';
import { evidenceDocument } from '../../lib/messages/evidence/document.tsx';
import { evidenceWords, sentenceOf } from '../../lib/messages/evidence/sentence.ts';
import { given, START, startPlus } from '../domain/given.ts';

const zone = 'America/New_York';
const at = START;
const staffId = 'per_robin';

const conclusions: readonly Conclusion[] = [
  'waits-for-approval',
  'open',
  'took-place',
  'cancelled',
  'declined',
  'expired',
  'no-show-counts',
  'no-show-excused',
];
const fates: readonly TextFate[] = ['delivered', 'failed', 'sent', 'withheld', 'not-sent'];

/** Every finding, in every form that changes a word of it. */
const findings: readonly Finding[] = [
  ...conclusions.map((is): Finding => ({ is })),
  ...[true, false].map((free): Finding => ({ is: 'booked', at, start: START, free })),
  ...(['late-notices', 'company'] as const).map(
    (because): Finding => ({ is: 'approval-needed', because, decideBy: at }),
  ),
  ...(['approved-by-staff', 'declined-by-staff'] as const).map((is): Finding => ({ is, at, staffId })),
  ...(['contest-rejected', 'excused'] as const).map((is): Finding => ({ is, at, staffId })),
  ...(['link', 'text', 'staff', 'showup'] as const).flatMap((by): Finding[] => [
    { is: 'moved', at, by, from: START, to: startPlus(60) },
    { is: 'given-back', at, by },
  ]),
  ...[1, 2].map((times): Finding => ({ is: 'reminded', times })),
  ...(['number-lost', 'number-back'] as const).map((is): Finding => ({ is, at })),
  ...fates.map((fate): Finding => ({ is: 'asked', at, fate })),
  { is: 'nobody-decided', at },
  { is: 'answered', at },
  { is: 'contested', at },
  { is: 'completed', at },
  { is: 'erased', at },
  { is: 'warned', at: startPlus(-20), start: START },
  ...(['link', 'staff'] as const).map((evidence): Finding => ({ is: 'joined', at, evidence })),
  ...(['absent', 'never_joined_after_keeping_open', 'late_notice'] as const).map(
    (reason): Finding => ({ is: 'no-show', reason, at: startPlus(15), start: START, noticeMinutes: 30 }),
  ),
  { is: 'no-show', reason: 'late_notice', at: startPlus(-10), start: START, noticeMinutes: 30 },
  ...(['answered', 'joined', 'cancelled'] as const).map(
    (because): Finding => ({ is: 'taken-back', because, at }),
  ),
  ...(['block-started', 'block-shared'] as const).map(
    (is): Finding => ({ is, since: at, until: startPlus(60) }),
  ),
  ...(['payment', 'staff'] as const).map(
    (by): Finding => ({ is: 'block-started', since: at, until: startPlus(60), ended: { at, by } }),
  ),
];

const evidence: Evidence = {
  madeAt: at,
  booking: { ...given(), topic: '<script>alert(1)</script>' },
  verdict: findings,
  events: [
    {
      number: 1,
      policy: 'pol_0123456789ab',
      who: { who: 'staff', staffId },
      event: { type: 'no-show-excused', at, staffId, reason: 'The power was out' },
    },
  ],
  messages: [
    { number: 1, channel: 'mail', kind: 'confirmed', sentAt: at, receipt: 'ses-1', delivery: {} },
    { number: 2, channel: 'text', kind: 'check-in', withheld: 'limit', delivery: {} },
    {
      ...{ number: 3, channel: 'text', kind: 'closed', sentAt: at, receipt: 'sms-1' },
      delivery: { delivered: startPlus(2), sent: startPlus(1) },
    },
  ],
  replies: [{ number: 2, stamp: at, at, messageId: 'carrier-7', understood: 'cannot' }],
  joins: [{ number: 3, stamp: at, evidence: 'provider', by: { who: 'attendee' } }],
  policies: [
    { version: 'pol_0123456789ab', events: [1, 2], text: { noShows: { limit: 2 } } },
    { version: 'pol_gone', events: [3] },
  ],
  entries: [
    { kind: 'no-show', bookingId: 'bkg_1', number: 4, at, start: START, reason: 'absent' },
    { kind: 'blocked', id: 'rul_1', at, by: staffId, reason: 'Shouted at us', until: startPlus(60) },
  ],
  standing: { noShows: [], blocks: [], block: block() },
};

function block(): NonNullable<Evidence['standing']['block']> {
  return { since: at, until: startPlus(60), because: 'staff', missed: [] };
}

describe.each(languageCodes)('evidence in %s', (language) => {
  const html = evidenceDocument(evidence, zone, language);

  it('tells every finding in a sentence of its own', () => {
    const sentences = findings.map((finding) => sentenceOf(finding, zone, language));
    expect(new Set(sentences).size).toBe(findings.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
      expect(sentence).not.toMatch(/[;–—]/u);
      expect(html).toContain(sentence);
    }
  });

  it('is one document that fetches nothing and runs nothing', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|@import|url\(|\bsrc=|\bhref=/i);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html).toContain('@media print');
  });

  it('holds all that there is: who, why, ids, stamps, deliveries, standing and the policy', () => {
    for (const needed of [
      staffId,
      'The power was out',
      'pol_0123456789ab',
      'ses-1',
      'carrier-7',
      'limit',
      'noShows.limit: 2',
      'Shouted at us',
      'ada@example.com',
      evidenceWords(language).policyUnknown,
    ]) {
      expect(html).toContain(needed);
    }
    expect(html.indexOf('sent ')).toBeLessThan(html.indexOf('delivered '));
    expect(html).toMatch(/24\D+Nov|24\.11\.2026/u);
    expect(html).toMatch(/10:00:00/u);
  });
});

it('every language says everything that English says', () => {
  const shapeOf = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([name, part]) => [
        name,
        typeof part === 'object' && part !== null ? shapeOf(part) : typeof part,
      ]),
    );
  for (const language of languageCodes) {
    expect(shapeOf(evidenceWords(language))).toEqual(shapeOf(evidenceWords('en')));
  }
});
