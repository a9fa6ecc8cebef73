import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCompany } from '../../lib/app/people/companies.ts';
import { inviteAccount, inviteStaffAccount } from '../../lib/app/people/invite-account.ts';
import { recordPassword } from '../../lib/app/people/passwords.ts';
import type { Level } from '../../lib/domain/people/level.ts';
import { refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, type World } from '../world.ts';
import { ask, depsOf } from './desk-world.ts';

const COMPANY = 'example-crates';
const operator = { kind: 'operator' } as const;

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const people = () => depsOf(world).people;
const invited = (level: Level = 'basic', companyId = COMPANY) =>
  inviteAccount(people(), operator, {
    companyId,
    name: 'Ada Park',
    email: `ada@${companyId}.example`,
    level,
  });
const path = (personId: string, companyId = COMPANY) => ({ companyId, personId });
const level = (personId: string, wanted: string) =>
  ask(world, 'changeCompanyLevel', { path: path(personId), body: { level: wanted } });

/** Every call about one person, as it is asked for somebody. */
const calls = (of: Record<string, string>) => [
  ask(world, 'resendCompanyInvitation', { path: of }),
  ask(world, 'changeCompanyLevel', { path: of, body: { level: 'manager' } }),
  ask(world, 'removeCompanyPerson', { path: of }),
];

describe('an account of a company', () => {
  it('gets another level, the highest and the lowest among them', async () => {
    const { id } = await invited();
    expect(await level(id, 'primary')).toMatchObject({ id, level: 'primary' });
    // The only Primary there is: staff can, as they can give the level again.
    expect(await level(id, 'basic')).toMatchObject({ id, level: 'basic' });
    expect(await people().people.person(id)).toMatchObject({ level: 'basic' });
  });

  it('gets no level that there is not', async () => {
    const { id } = await invited();
    const { code, facts } = await refusalOf(level(id, 'owner'));
    expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field: 'level' }]]);
  });

  it('is removed, and then is no more', async () => {
    const { id } = await invited();
    const told = await ask(world, 'removeCompanyPerson', { path: path(id) });
    expect(told).toMatchObject({ id, status: 'removed' });
    expect(await ask(world, 'listCompanyPeople', { path: { companyId: COMPANY } })).toEqual({ people: [] });
  });

  it('is invited once more until it has a password', async () => {
    const before = await invited();
    const told = await ask(world, 'resendCompanyInvitation', { path: path(before.id) });
    expect(told).toMatchObject({ id: before.id, status: 'invited' });
    const after = await people().people.person(before.id);
    expect(after?.revision).toBeGreaterThan(before.revision);
    await recordPassword(people(), before.id, 0);
    const again = ask(world, 'resendCompanyInvitation', { path: path(before.id) });
    expect((await refusalOf(again)).code).toBe('account-exists');
  });

  it('is found under its own company alone, and staff under none', async () => {
    const facts = { id: 'zinc', name: 'Zinc', planUntil: '2027-12-31', afterHours: false };
    await createCompany(people(), operator, facts);
    const elsewhere = await invited('basic', 'zinc');
    const lee = { name: 'Lee Staff', email: 'lee@showup.example' };
    const colleague = await inviteStaffAccount(people(), operator, lee);
    const here = await invited();
    const wrong = [
      ...[path(elsewhere.id), path(here.id, 'zinc'), path(here.id, 'nowhere'), path(here.id, 'No!')],
      ...[path(colleague.id), path('per_none'), path('x'.repeat(4000)), { companyId: COMPANY }],
    ];
    for (const of of wrong) {
      const refused = await Promise.all(calls(of).map(refusalOf));
      expect(refused.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found']);
    }
    for (const person of [elsewhere, here, colleague]) {
      expect(await people().people.person(person.id)).toEqual(person);
    }
  });
});
