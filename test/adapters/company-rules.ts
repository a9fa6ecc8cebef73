import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { Stale, type Table } from '../../lib/app/deps.ts';
import { CodeTaken, type CompanyChange, type PeopleTable } from '../../lib/app/people-deps.ts';
import type { Company } from '../../lib/domain/company.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const LATER = NOW + 1000;

/** Every field of a company, so that a new one is not forgotten in its row. */
const crates: Required<Company> = {
  id: 'example-crates',
  name: 'Example Crates',
  planUntil: '2027-12-31',
  afterHours: true,
  code: 'DEMO-2026',
  formerCodes: [{ code: 'OLD-CODE', until: LATER }],
  ruling: { decision: 'block', at: NOW, by: 'per_robin', reason: 'Too many', until: NOW + 86_400_000 },
  formerRulings: [{ decision: 'nothing', at: NOW - 1000, by: 'per_robin', reason: 'Once is fine' }],
  revision: 1,
};
const { id, name, planUntil, ruling } = crates;
const holder = { id, name, planUntil, afterHours: true, ruling };

/** What the rows of companies promise, whichever engine keeps the table. */
export function companyRules(engine: () => Engine): void {
  let client: TableClient;
  let people: PeopleTable;
  let table: Table;

  beforeEach(async () => {
    client = await engine().freshTable();
    people = dynamoPeople(client);
    table = dynamoTable(client);
  });

  const creation = (company: Company = crates): CompanyChange => ({
    before: undefined,
    after: company,
    events: [{ type: 'company-created', at: NOW, by: 'operator' }],
    now: NOW,
  });

  const change = (
    before: Company,
    fields: Partial<Company>,
    more: Partial<CompanyChange> = {},
  ): CompanyChange => ({
    before,
    after: { ...before, ...fields, revision: before.revision + 1 },
    events: [],
    now: NOW,
    ...more,
  });

  describe('a company', () => {
    it('reads back as it was decided', async () => {
      await people.commitCompany(creation());
      expect(await people.company(crates.id)).toEqual(crates);
      expect(await people.company('other')).toBeUndefined();
    });

    it('adds its events to the outbox, numbered by revision', async () => {
      await people.commitCompany(creation());
      const silent = change(crates, {});
      await people.commitCompany(silent);
      const happened = { at: NOW, by: 'operator' };
      await people.commitCompany({
        ...change(silent.after, {}),
        events: [
          { type: 'after-hours-changed', ...happened, afterHours: false },
          { type: 'plan-changed', ...happened, from: '2027-12-31', planUntil: '2028-12-31' },
        ],
      });
      const events = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(events).toEqual([
        {
          ...{ pk: 'COMPANY#example-crates', sk: 'EVENT#000001', kind: 'event', about: 'company' },
          ...{ companyId: 'example-crates', number: 1 },
          event: { type: 'company-created', ...happened },
        },
        expect.objectContaining({ sk: 'EVENT#000003', number: 3 }),
        expect.objectContaining({ sk: 'EVENT#000004', number: 4 }),
      ]);
    });

    it('is stale when it was changed since it was read, or begun since; not one row is different then', async () => {
      await people.commitCompany(creation());
      await people.commitCompany(change(crates, { name: 'Crates' }));
      const rows = await everyRow(client);
      await expect(people.commitCompany(change(crates, { code: 'NEW-CODE' }))).rejects.toThrow(Stale);
      await expect(people.commitCompany(creation({ ...crates, code: 'NEW-CODE' }))).rejects.toThrow(Stale);
      expect(await everyRow(client)).toEqual(rows);
    });

    it('never takes two of twenty changes that were decided on the same row', async () => {
      await people.commitCompany(creation());
      const changes = Array.from({ length: 20 }, (_, index) => change(crates, { code: `CODE-${index}` }));
      const outcomes = await Promise.allSettled(changes.map((made) => people.commitCompany(made)));
      const won = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
      expect(won.length).toBeLessThanOrEqual(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Stale);
      const [first] = won;
      expect((await people.company(crates.id))?.code).toBe(
        first === undefined ? crates.code : `CODE-${first}`,
      );
    });

    it('is refused with a blank code, or with a plan that ends on no date', async () => {
      const blank = creation({ ...crates, code: ' -\t' });
      await expect(people.commitCompany(blank)).rejects.toThrow('the code of example-crates is blank');
      const never = creation({ ...crates, planUntil: '2026-02-30' });
      await expect(people.commitCompany(never)).rejects.toThrow('planUntil');
      expect(await everyRow(client)).toEqual([]);
    });
  });

  describe('many companies and codes', () => {
    it('are those that there are, each by what it was asked for', async () => {
      await people.commitCompany(creation());
      const ids = Array.from({ length: 250 }, (_, number) => `none-${number}`);
      expect(await people.companies([...ids, id, id])).toEqual(new Map([[id, crates]]));
      const codes = await people.codeHolders(['DEMO2026', 'OLDCODE', 'NONE'], NOW);
      expect([...codes.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['DEMO2026', 'OLDCODE']);
      expect(codes.get('DEMO2026')).toEqual(holder);
      expect((await people.codeHolders(['OLDCODE'], LATER)).size).toBe(0);
    });
  });

  describe('a code', () => {
    it('opens what booking must know of its company', async () => {
      await people.commitCompany(creation());
      expect(await table.companyByCode('DEMO2026', NOW)).toEqual(holder);
      expect(await table.companyByCode('NONE', NOW)).toBeUndefined();
    });

    it('that was replaced works until its end, to the millisecond, and then is nobody’s', async () => {
      await people.commitCompany(creation());
      expect(await table.companyByCode('OLDCODE', LATER - 1)).toEqual(holder);
      expect(await table.companyByCode('OLDCODE', LATER)).toBeUndefined();
    });

    it('that was replaced ends with its row', async () => {
      await people.commitCompany(creation());
      const rows = (await everyRow(client)).filter(({ kind }) => kind === 'company-code');
      expect(rows.map(({ pk, expiresAt }) => [pk, expiresAt])).toEqual([
        ['CODE#DEMO2026', undefined],
        ['CODE#OLDCODE', LATER / 1000],
      ]);
    });

    it('tells of a change of plan, name or add-on at once, and so does the one before it', async () => {
      await people.commitCompany(creation());
      const fields = { name: 'Crates', planUntil: '2030-01-31', afterHours: false };
      await people.commitCompany(change(crates, fields));
      for (const code of ['DEMO2026', 'OLDCODE'])
        expect(await table.companyByCode(code, NOW)).toEqual({ ...holder, ...fields });
    });

    it('tells of what was decided on its company at once, and so does the one before it', async () => {
      await people.commitCompany(creation());
      const later = { ...crates.ruling, at: NOW + 1, decision: 'approval' as const };
      await people.commitCompany(change(crates, { ruling: later, formerRulings: [crates.ruling] }));
      for (const code of ['DEMO2026', 'OLDCODE'])
        expect(await table.companyByCode(code, NOW)).toEqual({ ...holder, ruling: later });
      expect((await people.company(crates.id))?.formerRulings).toEqual([crates.ruling]);
    });

    it('is replaced in one transaction', async () => {
      await people.commitCompany(creation());
      const formerCodes = [...crates.formerCodes, { code: crates.code, until: LATER + 1 }];
      await people.commitCompany(change(crates, { code: 'NEW-CODE', formerCodes }));
      expect(await table.companyByCode('NEWCODE', LATER)).toEqual(holder);
      expect(await table.companyByCode('DEMO2026', LATER)).toEqual(holder);
      expect(await table.companyByCode('DEMO2026', LATER + 1)).toBeUndefined();
    });

    it('is never taken over from another company, while it works; nothing is written then', async () => {
      await people.commitCompany(creation());
      const rows = await everyRow(client);
      for (const code of ['demo 2026', 'old-code']) {
        const other = creation({ ...crates, id: 'other', code, formerCodes: [] });
        await expect(people.commitCompany(other)).rejects.toThrow(CodeTaken);
      }
      expect(await everyRow(client)).toEqual(rows);
    });

    it('that has ended may be anybody’s, though its row is still there', async () => {
      await people.commitCompany(creation());
      const other = { ...crates, id: 'other', name: 'Other', code: 'OLD-CODE', formerCodes: [] };
      await people.commitCompany({ ...creation(other), now: LATER });
      expect(await table.companyByCode('OLDCODE', LATER)).toMatchObject({ id: 'other' });
      // Its first company forgets it, and doesn't write over it.
      await people.commitCompany(change(crates, { name: 'Crates' }, { now: LATER }));
      expect(await table.companyByCode('OLDCODE', LATER)).toMatchObject({ id: 'other' });
    });
  });
}
