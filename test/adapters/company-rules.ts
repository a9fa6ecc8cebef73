import { beforeEach, describe, expect, it } from 'vitest';
import { putCompany } from '../../lib/adapters/companies.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { company, type Engine } from '../world.ts';
import { everyRow } from './whole-table.ts';

/** What writing companies promises, whichever engine keeps the table. */
export function companyRules(engine: () => Engine): void {
  let client: TableClient;
  beforeEach(async () => {
    client = await engine().freshTable();
  });

  describe('a company', () => {
    it('is found by its code, however the code was written down', async () => {
      await putCompany(client, company, ' demo 2026');
      expect(await dynamoTable(client).companyByCode('DEMO2026')).toEqual(company);
    });

    it('may be written again, with a plan that lasts longer', async () => {
      await putCompany(client, company, 'DEMO');
      await putCompany(client, { ...company, planUntil: '2030-01-31' }, 'DEMO');
      expect((await dynamoTable(client).companyByCode('DEMO'))?.planUntil).toBe('2030-01-31');
    });

    it("never takes another company's code over", async () => {
      await putCompany(client, company, 'DEMO');
      const rows = await everyRow(client);
      const other = { id: 'other', name: 'Other', planUntil: '2030-01-31' };
      await expect(putCompany(client, other, 'demo')).rejects.toThrow(
        'the code DEMO belongs to another company than other',
      );
      expect(await everyRow(client)).toEqual(rows);
    });

    it('is refused with a blank code, or with a plan that ends on no date', async () => {
      await expect(putCompany(client, company, ' \t')).rejects.toThrow('the code of example-crates is blank');
      await expect(putCompany(client, { ...company, planUntil: '2026-02-30' }, 'DEMO')).rejects.toThrow(
        'planUntil',
      );
      expect(await everyRow(client)).toEqual([]);
    });
  });
}
