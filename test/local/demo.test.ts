import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { normalizedCode } from '../../lib/domain/company.ts';
import { seedDemo } from '../../local/demo.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { CODE, type Engine, NOW, openEngine } from '../world.ts';

const YEAR = 365 * 86_400_000;
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());

it('brings a company whose code is free for a year, with its people and one of staff, and mails nobody', async () => {
  const table = await engine.freshTable();
  const address = await table.client.config.endpoint?.();
  const seed = (now: number) => seedDemo(`http://127.0.0.1:${address?.port}`, table.name, now);
  const seeded = await seed(NOW);
  expect(
    seeded.map((person) => [person.email, person.staff ? 'staff' : person.level, person.status]),
  ).toEqual([
    ['member@example.com', 'basic', 'active'],
    ['manager@example.com', 'manager', 'active'],
    ['primary@example.com', 'primary', 'active'],
    ['staff@example.com', 'staff', 'active'],
  ]);
  const people = dynamoPeople(table);
  for (const person of seeded) expect(await people.personByEmail(person.email)).toEqual(person);
  const codeHolder = await dynamoTable(table).companyByCode(normalizedCode(CODE), NOW);
  expect(codeHolder).toMatchObject({ id: 'example-crates', planUntil: '2027-11-23' });
  expect((await everyRow(table)).filter(({ kind }) => kind === 'event')).toEqual([]);

  expect(await seed(NOW + YEAR)).toEqual(seeded);
  expect(await people.company('example-crates')).toMatchObject({ planUntil: '2028-11-22', code: CODE });
});
