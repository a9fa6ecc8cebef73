import { describe, expect, test } from 'vitest';
import type { CodeHolder } from '../../../lib/domain/company.ts';
import { admitByStanding, decideByFor } from '../../../lib/domain/standing/admission.ts';
import type { CompanyRuling, Entry } from '../../../lib/domain/standing/entry.ts';
import { standingOf } from '../../../lib/domain/standing/person-standing.ts';
import { catalogue, instant, type PolicyChanges, refusalOf, STAFF } from '../given.ts';
import { blockedByStaff, excused, lateNotice, noShow } from './histories.ts';

const contacts = { supportMail: 'support@example.com', accountsUrl: 'https://book.example.com/portal' };
const sessionType = { id: 'live-60', name: 'Live session', description: 'An hour.', minutes: 60, fee: 140 };

const one = noShow('one', '2026-11-02T10:00');
const two = noShow('two', '2026-11-24T10:00', { reason: 'never_joined_after_keeping_open' });
const lateNotices = ['2026-09-01T10:00', '2026-10-05T10:00', '2026-11-20T10:00'].map((start, index) =>
  lateNotice(`late-${index}`, start),
);

interface Wanted {
  readonly history?: readonly Entry[];
  readonly ruling?: CompanyRuling;
  readonly now?: string;
  readonly start?: string;
  readonly policy?: PolicyChanges;
}

/** Asks, on a Thursday at ten, for a session on Friday at three. */
function admitted({
  history = [],
  ruling,
  now = '2026-12-03T10:00',
  start = '2026-12-04T15:00',
  policy = { noShows: { limit: 2 } },
}: Wanted) {
  const rules = catalogue({ policy });
  const company: CodeHolder = {
    id: 'example-crates',
    name: 'Example Crates',
    planUntil: '2027-12-31',
    afterHours: false,
    ...(ruling && { ruling }),
  };
  const standing = standingOf(history, rules, instant(now));
  return admitByStanding(
    { standing, company, start: instant(start), sessionType },
    rules,
    contacts,
    instant(now),
  );
}

function decided(decision: CompanyRuling['decision'], until?: string): CompanyRuling {
  const rest = until === undefined ? {} : { until: instant(until) };
  return { decision, at: instant('2026-11-30T10:00'), by: STAFF, reason: 'Four changes in a week', ...rest };
}

/** Late notices are no-shows too: this policy blocks for many more of them. */
const neverBlocks: PolicyChanges = { noShows: { limit: 9 } };

describe('a free session', () => {
  test('is for whoever stands well, with a company or without', () => {
    expect(admitted({})).toBeUndefined();
    expect(admitted({ history: [one, two, excused(two)] })).toBeUndefined();
    const rules = catalogue();
    const standing = standingOf([one], rules, instant('2026-12-03T10:00'));
    const start = instant('2026-12-04T15:00');
    expect(admitByStanding({ standing, start, sessionType }, rules, contacts, start)).toBeUndefined();
  });

  test('is refused to who is blocked, with the end, the sessions that led to it and the paid ways', () => {
    const refusal = refusalOf(() => admitted({ history: [one, two] }));
    expect(refusal.code).toBe('free-session-blocked');
    expect(refusal.facts).toEqual({
      blockedUntil: '2027-01-23T15:00:00.000Z',
      why: [
        { booking: 'one', start: '2026-11-02T15:00:00.000Z', reason: 'absent' },
        { booking: 'two', start: '2026-11-24T15:00:00.000Z', reason: 'never_joined_after_keeping_open' },
      ],
      reinstatementFee: { amount: 100, currency: 'USD' },
      price: { amount: 140, currency: 'USD' },
      mailTo: 'support@example.com',
    });
    expect(refusal.detail).toBe(
      'Free sessions are blocked until 2027-01-23 (2 missed sessions within 6 months). A reinstatement fee of 100 USD ends that at once, or this session costs 140 USD. To pay, write to support@example.com.',
    );
  });

  test('is open again when the block ends, to the minute', () => {
    const history = [one, two];
    const start = '2027-01-29T15:00';
    expect(() => admitted({ history, start, now: '2027-01-23T09:59' })).toThrow('free-session-blocked');
    expect(admitted({ history, start, now: '2027-01-23T10:00' })).toBeUndefined();
  });

  test('is refused to who is blocked also where it starts after the block: who is blocked doesn’t book', () => {
    const start = '2027-01-29T15:00';
    expect(() => admitted({ history: [one, two], start, now: '2027-01-20T10:00' })).toThrow(
      'free-session-blocked',
    );
  });

  test('is refused to whom our staff have blocked, for the reason that they gave', () => {
    const ruling = blockedByStaff(instant('2026-12-01T10:00'), instant('2026-12-24T00:00'));
    const { facts, detail } = refusalOf(() => admitted({ history: [ruling] }));
    expect(facts).toMatchObject({
      blockedUntil: '2026-12-24T05:00:00.000Z',
      why: [],
      reason: 'Shouted at us',
    });
    expect(detail).toContain('blocked until 2026-12-24 (Shouted at us).');
  });

  test.each([
    [{ limit: 1 }, 'a missed session'],
    [{ windowMonths: 1 }, '2 missed sessions within a month'],
  ])('says in words what led to the block: %j, %s', (noShows, said) => {
    const history = 'limit' in noShows ? [two] : [one, two];
    expect(refusalOf(() => admitted({ history, policy: { noShows } })).detail).toContain(`(${said}).`);
  });

  test('is refused to the people of a company that is blocked', () => {
    const refusal = refusalOf(() => admitted({ ruling: decided('block', '2026-12-24T00:00') }));
    expect(refusal.code).toBe('company-blocked');
    expect(refusal.facts).toEqual({
      blockedUntil: '2026-12-24T05:00:00.000Z',
      reason: 'Four changes in a week',
      price: { amount: 140, currency: 'USD' },
      mailTo: 'support@example.com',
    });
    expect(refusal.detail).toBe(
      'Free sessions are blocked for your company until 2026-12-24 (Four changes in a week). This session costs 140 USD. To pay, write to support@example.com.',
    );
  });

  test.each(['block', 'approval'] as const)('is free of a company’s %s that has ended', (decision) => {
    expect(admitted({ ruling: decided(decision, '2026-12-03T10:00') })).toBeUndefined();
    expect(admitted({ ruling: decided('nothing') })).toBeUndefined();
  });

  test('is refused for the person’s own block first', () => {
    const ruling = decided('block', '2026-12-24T00:00');
    expect(() => admitted({ history: [one, two], ruling })).toThrow('free-session-blocked');
  });
});

describe('approval', () => {
  const decideBy = instant('2026-12-04T11:00');

  test('is needed of the people of a company of which our staff decided so', () => {
    const ruling = decided('approval', '2026-12-24T00:00');
    expect(admitted({ ruling })).toEqual({ because: 'company', decideBy });
  });

  test('is needed of whoever gave late notice too often, whatever was decided on their company', () => {
    const asked = { history: lateNotices, policy: neverBlocks };
    expect(admitted(asked)).toEqual({ because: 'late-notices', decideBy });
    const ruling = decided('approval', '2026-12-24T00:00');
    expect(admitted({ ...asked, ruling })).toEqual({ because: 'late-notices', decideBy });
  });

  test('helps nobody who is blocked, or whose company is', () => {
    expect(() => admitted({ history: lateNotices })).toThrow('free-session-blocked');
    const ruling = decided('block', '2026-12-24T00:00');
    expect(() => admitted({ history: lateNotices, policy: neverBlocks, ruling })).toThrow('company-blocked');
  });

  test('must be possible still: four working hours before the start it is too late', () => {
    const ruling = decided('approval', '2026-12-24T00:00');
    expect(admitted({ ruling, now: '2026-12-04T10:59' })).toEqual({ because: 'company', decideBy });
    const refusal = refusalOf(() => admitted({ ruling, now: '2026-12-04T11:00' }));
    expect(refusal.code).toBe('approval-required');
    expect(refusal.facts).toEqual({ decideBy: '2026-12-04T16:00:00.000Z' });
  });

  test('is decided by a time in working hours, over nights, weekends and holidays', () => {
    const rules = catalogue({ holidays: ['2026-12-04'] });
    expect(decideByFor(rules, instant('2026-12-07T10:00'))).toBe(instant('2026-12-03T15:00'));
    const longer = catalogue({ policy: { lateNotices: { decideWorkingHoursBefore: 9 } } });
    expect(decideByFor(longer, instant('2026-12-07T10:00'))).toBe(instant('2026-12-04T10:00'));
  });
});
