import { describe, expect, test } from 'vitest';
import { type Application, admit, noticesOf, priceOf, quote } from '../../../lib/domain/booking/admission.ts';
import type { Release } from '../../../lib/domain/catalogue.ts';
import { consultantOf } from '../../../lib/domain/catalogue.ts';
import { normalizedCode } from '../../../lib/domain/company.ts';
import { levels } from '../../../lib/domain/people/level.ts';
import { catalogue, instant, refusalOf } from '../given.ts';
import { member, staff } from '../people/given-people.ts';

const releases: Release[] = [
  { id: '6.1', name: 'Release 6.1', support: 'active' },
  { id: '5.2', name: 'Release 5.2', support: 'deprecated' },
  { id: '4.8', name: 'Release 4.8', support: 'end-of-life' },
];
const rules = catalogue({ releases });
const open = catalogue({ releases, policy: { accounts: { requirePortalAccount: false } } });
const contacts = { supportMail: 'support@example.com', accountsUrl: 'https://showup.example/portal/people' };
const mika = member('basic');
const hour = { id: 'live-60', name: 'Live session', description: 'An hour.', minutes: 60, fee: 140 };
const crates = { id: 'example-crates', name: 'Example Crates', planUntil: '2026-11-24' };

function apply(changes: Partial<Application> = {}, house = rules) {
  const application = {
    sessionType: hour,
    start: instant('2026-11-24T10:00'),
    codeGiven: true,
    company: crates,
    holder: mika,
  };
  return admit({ ...application, ...changes }, house, contacts);
}

function withoutCompany(codeGiven: boolean) {
  const application = { sessionType: hour, start: instant('2026-11-24T10:00'), codeGiven };
  return refusalOf(() => admit(application, rules, contacts));
}

describe('a company code', () => {
  test('makes the session free, for its company', () => {
    expect(apply()).toEqual({ companyId: 'example-crates', personId: mika.id });
  });

  test('of nobody is not recognised', () => {
    expect(withoutCompany(true).code).toBe('code-not-recognised');
  });

  test('counts through the last day of the plan, in the deployment’s zone', () => {
    expect(apply({ start: instant('2026-11-24T23:30') })).toMatchObject({ companyId: 'example-crates' });
    const tooLate = refusalOf(() => apply({ start: instant('2026-11-25T00:00') }));
    expect(tooLate.code).toBe('code-expired');
    expect(tooLate.facts).toEqual({ planUntil: '2026-11-24', price: { amount: 140, currency: 'USD' } });
  });

  test('whose plan ended the day before has expired', () => {
    expect(refusalOf(() => apply({ company: { ...crates, planUntil: '2026-11-23' } })).code).toBe(
      'code-expired',
    );
  });

  test('is compared in capitals, without spaces and hyphens', () => {
    expect(normalizedCode(' demo - 2026\t')).toBe('DEMO2026');
  });
});

describe('a free session', () => {
  const nobodys = { sessionType: hour, start: instant('2026-11-24T10:00'), codeGiven: true, company: crates };
  const others = [
    ['nobody has the address', undefined],
    ['it was invited, and has no password yet', member('basic', { status: 'invited' })],
    ['it was removed', member('primary', { status: 'removed' })],
    ['it is another company’s', member('primary', { companyId: 'other' })],
    ['it is one of our staff', staff()],
  ] as const;

  test.each(others)('needs an active account of the company: not where %s', (_, holder) => {
    const refusal = refusalOf(() => admit({ ...nobodys, ...(holder && { holder }) }, rules, contacts));
    expect(refusal.code).toBe('account-required');
    expect(refusal.facts).toEqual({ accountsUrl: 'https://showup.example/portal/people' });
    expect(refusal.detail).toContain('A Primary or Manager of it asks for one');
  });

  test('is refused in the same words, whoever has the address', () => {
    const details = others.map(([, holder]) => {
      const { code, detail, facts } = refusalOf(() =>
        admit({ ...nobodys, ...(holder && { holder }) }, rules, contacts),
      );
      return JSON.stringify({ code, detail, facts });
    });
    expect(new Set(details).size).toBe(1);
  });

  test('of whatever level, needs no more than that', () => {
    for (const level of levels) {
      const holder = member(level);
      expect(apply({ holder })).toEqual({ companyId: 'example-crates', personId: holder.id });
    }
  });

  test('says what is wrong with the code first, and nothing of the account', () => {
    const { company: _, ...codeless } = nobodys;
    expect(refusalOf(() => admit(codeless, rules, contacts)).code).toBe('code-not-recognised');
    const ended = { ...nobodys, company: { ...crates, planUntil: '2026-11-23' } };
    expect(refusalOf(() => admit(ended, rules, contacts)).code).toBe('code-expired');
  });

  test('is for whoever has the code where the policy asks for no account, and still known to be a member’s', () => {
    expect(admit(nobodys, open, contacts)).toEqual({ companyId: 'example-crates' });
    expect(apply({}, open)).toEqual({ companyId: 'example-crates', personId: mika.id });
    const other = member('basic', { companyId: 'other' });
    expect(apply({ holder: other }, open)).toEqual({ companyId: 'example-crates' });
  });

  test('has its price told before it is known whom it is for', () => {
    expect(quote(nobodys, rules, contacts)).toEqual({ companyId: 'example-crates' });
  });
});

describe('without a company code', () => {
  test('the price is told, and where to pay it', () => {
    const refusal = withoutCompany(false);
    expect(refusal.code).toBe('payment-required');
    expect(refusal.facts).toEqual({ price: { amount: 140, currency: 'USD' }, mailTo: 'support@example.com' });
    expect(refusal.detail).toContain('140 USD');
  });

  test('the price is that of the kind of session', () => {
    expect(priceOf({ ...hour, fee: 75 }, { ...rules, currency: 'EUR' })).toEqual({
      amount: 75,
      currency: 'EUR',
    });
  });
});

describe('a release', () => {
  const [active, deprecated, ended] = releases as [Release, Release, Release];

  test('at its end of life gets no session, code or not, and is told whom to mail', () => {
    for (const codeGiven of [true, false]) {
      const refusal = refusalOf(() => apply({ release: ended, codeGiven }));
      expect(refusal.code).toBe('release-not-supported');
      expect(refusal.facts).toEqual({ release: '4.8', mailTo: 'support@example.com' });
      expect(refusal.detail).toContain('support@example.com');
    }
  });

  test('that is deprecated is let in, with a notice; an active one has none', () => {
    expect(apply({ release: deprecated })).toMatchObject({ companyId: 'example-crates' });
    expect(noticesOf(rules, '5.2')).toEqual([expect.stringContaining('Release 5.2 is deprecated')]);
    expect(apply({ release: active })).toMatchObject({ companyId: 'example-crates' });
    expect(noticesOf(rules, '6.1')).toEqual([]);
    expect(noticesOf(rules, undefined)).toEqual([]);
  });
});

describe('who gives a booked session', () => {
  test('is the consultant booked, and the first one listed when that one has left', () => {
    expect(consultantOf(rules, 'kim').id).toBe('kim');
    expect(consultantOf(rules, 'gone').id).toBe('robin');
    expect(() => consultantOf({ ...rules, consultants: [] }, 'kim')).toThrow('lists no consultant');
  });
});

describe('a session that costs nothing', () => {
  test('needs neither code nor account', () => {
    const application = {
      sessionType: { ...hour, fee: 0 },
      start: instant('2026-11-24T10:00'),
      codeGiven: false,
    };
    expect(admit(application, rules, contacts)).toEqual({});
  });
});
