import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLevel } from '../../../lib/app/people/change-account.ts';
import { changeCompany, createCompany, rotateCode } from '../../../lib/app/people/companies.ts';
import { companyById } from '../../../lib/app/people/look-up.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, NOW, openEngine } from '../../world.ts';
import { firstTime, refusalOf } from '../acting.ts';
import {
  activeMember,
  as,
  interleaved,
  makePeopleWorld,
  operator,
  type PeopleWorld,
} from './people-world.ts';

const DAY = 86_400_000;
let engine: Engine;
let world: PeopleWorld;
let primary: Member;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePeopleWorld(engine);
  primary = await activeMember(world, 'primary');
});

const facts = { name: 'Boxes', planUntil: '2028-12-31', afterHours: true };

describe('a company', () => {
  it('begins with the code that is given, or one that is made', async () => {
    const boxes = await createCompany(world.deps, operator, { id: 'boxes', ...facts });
    expect(boxes.code).toMatch(/^MADE-/u);
    const tins = await createCompany(world.deps, operator, { id: 'tins', ...facts, code: 'TINS-2026' });
    expect(await companyById(world.deps, operator, 'tins')).toEqual(tins);
    expect(await world.companyByCode('TINS2026')).toEqual({ id: 'tins', ...facts });
  });

  it('is not begun twice, nor with the code of another', async () => {
    const rows = await everyRow(world.table);
    const again = createCompany(world.deps, operator, { id: 'crates', ...facts });
    expect((await refusalOf(again)).code).toBe('company-exists');
    const taken = createCompany(world.deps, operator, { id: 'boxes', ...facts, code: 'demo 2026' });
    expect((await refusalOf(taken)).code).toBe('code-taken');
    expect(await everyRow(world.table)).toEqual(rows);
  });

  it('begun twice at once is begun once', async () => {
    const wish = { id: 'boxes', ...facts };
    const meanwhile = firstTime(() => createCompany(world.deps, operator, wish));
    const slower = createCompany(interleaved(world.deps, 'commitCompany', meanwhile), operator, wish);
    expect((await refusalOf(slower)).code).toBe('company-exists');
  });

  it('changes for those who book with its code at once', async () => {
    await changeCompany(world.deps, operator, 'crates', facts);
    expect(await world.companyByCode('DEMO2026')).toEqual({ id: 'crates', ...facts });
    expect(await world.eventsOf('crates')).toEqual([
      'company-created',
      'plan-changed',
      'company-renamed',
      'after-hours-changed',
    ]);
  });

  it('is changed by staff and operators alone, and shown to its own members', async () => {
    const change = changeCompany(world.deps, as(primary), 'crates', facts);
    expect((await refusalOf(change)).code).toBe('not-allowed');
    expect(await companyById(world.deps, as(primary), 'crates')).toMatchObject({ code: 'DEMO-2026' });
    for (const id of ['other', 'none'])
      expect((await refusalOf(companyById(world.deps, as(primary), id))).code).toBe('not-found');
    expect((await refusalOf(changeCompany(world.deps, operator, 'none', facts))).code).toBe('not-found');
  });
});

describe('a code', () => {
  it('that is replaced works 14 more days beside the new one, and not a millisecond longer', async () => {
    const { code } = await rotateCode(world.deps, as(primary), 'crates', 'DEMO-2026');
    const normalized = code.replace('-', '');
    world.clock.now = NOW + 14 * DAY - 1;
    expect(await world.companyByCode('DEMO2026')).toMatchObject({ id: 'crates' });
    world.clock.now = NOW + 14 * DAY;
    expect(await world.companyByCode('DEMO2026')).toBeUndefined();
    expect(await world.companyByCode(normalized)).toMatchObject({ id: 'crates' });
  });

  it('follows a change of the plan while it goes on working', async () => {
    await rotateCode(world.deps, as(primary), 'crates', 'DEMO-2026');
    await changeCompany(world.deps, operator, 'crates', { planUntil: '2026-12-01' });
    expect(await world.companyByCode('DEMO2026')).toMatchObject({ planUntil: '2026-12-01' });
  });

  it('is replaced once by two who do so at once', async () => {
    const { deps } = world;
    const meanwhile = firstTime(() => rotateCode(deps, as(primary), 'crates', 'DEMO-2026'));
    const slower = interleaved(deps, 'commitCompany', meanwhile);
    const seen = await rotateCode(slower, as(primary), 'crates', 'DEMO-2026');
    expect(seen).toEqual(await meanwhile());
    expect(await world.eventsOf('crates')).toEqual(['company-created', 'code-rotated']);
  });

  it('is replaced though the plan, or a Primary, changes at that moment', async () => {
    const { deps } = world;
    const second = await activeMember(world, 'primary', { email: 'second@example.com' });
    const meanwhile = firstTime(async () => {
      await changeCompany(deps, operator, 'crates', { planUntil: '2030-12-31' });
      await changeLevel(deps, as(primary), second.id, 'manager');
    });
    const { code } = await rotateCode(
      interleaved(deps, 'commitCompany', meanwhile),
      as(primary),
      'crates',
      'DEMO-2026',
    );
    expect(await world.companyByCode(code.replace('-', ''))).toMatchObject({ planUntil: '2030-12-31' });
  });

  it('is replaced by a Primary of the company alone', async () => {
    const manager = await activeMember(world, 'manager');
    const stranger = await activeMember(world, 'primary', { companyId: 'other' });
    const by = async (person: Member) =>
      (await refusalOf(rotateCode(world.deps, as(person), 'crates', 'DEMO-2026'))).code;
    expect(await by(manager)).toBe('not-allowed');
    expect(await by(stranger)).toBe('not-found');
  });
});
