import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { newCompanyCode } from '../../lib/adapters/company-code.ts';
import { effectKey } from '../../lib/adapters/keys.ts';
import { readOutboxRow } from '../../lib/adapters/outbox-row.ts';
import { newPersonId } from '../../lib/adapters/person-id.ts';
import { normalizedCode } from '../../lib/domain/company.ts';
import type { CompanyEvent, PersonEvent } from '../../lib/domain/people/events.ts';

const happened = { at: 1, by: 'per_ada' };

const personEvents: { readonly [Type in PersonEvent['type']]: Extract<PersonEvent, { type: Type }> } = {
  'person-invited': { type: 'person-invited', ...happened, passwordVersion: 0 },
  'invitation-resent': { type: 'invitation-resent', ...happened, passwordVersion: 0 },
  'password-link-asked': { type: 'password-link-asked', ...happened, passwordVersion: 3 },
  'password-set': { type: 'password-set', ...happened, passwordVersion: 1, activated: true },
  'level-changed': { type: 'level-changed', ...happened, from: 'basic', level: 'it-support' },
  'newsletters-chosen': { type: 'newsletters-chosen', ...happened, newsletters: false },
  'person-removed': { type: 'person-removed', ...happened },
  'person-erased': { type: 'person-erased', ...happened, tombstone: 'gone_1' },
};

const companyEvents: { readonly [Type in CompanyEvent['type']]: Extract<CompanyEvent, { type: Type }> } = {
  'company-created': { type: 'company-created', ...happened },
  'plan-changed': { type: 'plan-changed', ...happened, from: '2026-12-31', planUntil: '2027-12-31' },
  'company-renamed': { type: 'company-renamed', ...happened, from: 'Crates', name: 'Boxes' },
  'after-hours-changed': { type: 'after-hours-changed', ...happened, afterHours: true },
  'company-ruled': { type: 'company-ruled', ...happened, decision: 'block', until: 3 },
  'code-rotated': { type: 'code-rotated', ...happened, formerUntil: 2 },
};

describe('the stream brings', () => {
  it.each(Object.values(personEvents))('what happened to a person, whole: $type', (event) => {
    const row = { kind: 'event', about: 'person', personId: 'per_ada', number: 2, event };
    expect(readOutboxRow(marshall({ pk: 'PERSON#per_ada', sk: 'EVENT#000002', ...row }))).toEqual(row);
  });

  it.each(Object.values(companyEvents))('what happened to a company, whole: $type', (event) => {
    const row = { kind: 'event', about: 'company', companyId: 'crates', number: 2, event };
    expect(readOutboxRow(marshall({ pk: 'COMPANY#crates', sk: 'EVENT#000002', ...row }))).toEqual(row);
  });
});

describe('what is made by chance', () => {
  it('is ids of people that sort by the time they were made', () => {
    const ids = [1, 2, 1_795_000_000_000].map(newPersonId);
    for (const id of ids) expect(id).toMatch(/^per_[0-9a-z]{26}$/u);
    expect(ids.toSorted()).toEqual(ids);
    expect(newPersonId(1)).not.toBe(newPersonId(1));
  });

  it('is codes of four groups without look-alikes, which survive being typed', () => {
    const codes = Array.from({ length: 500 }, newCompanyCode);
    for (const code of codes) expect(code).toMatch(/^(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/u);
    expect(new Set(codes).size).toBe(500);
    // Each of the 32 characters is used, as 80 bits in 16 of them take.
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
    const [code = ''] = codes;
    expect(normalizedCode(` ${code.toLowerCase().replaceAll('-', '\u2013 ')}`)).toBe(
      code.replaceAll('-', ''),
    );
  });
});

describe('a claim on an effect', () => {
  it.each([
    ['per_ada', 'PERSON#per_ada'],
    ['bkg_one', 'BOOKING#bkg_one'],
    ['+15550100123', 'PHONE#+15550100123'],
  ])('stands beside what %s is', (owner, pk) => {
    expect(effectKey(owner, '1.mail')).toEqual({ pk, sk: 'EFFECT#1.mail' });
  });
});
