import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planImport } from '../../../lib/app/import/plan-import.ts';
import { runImport } from '../../../lib/app/import/run-import.ts';
import { removePerson } from '../../../lib/app/people/change-account.ts';
import { inviteAccount } from '../../../lib/app/people/invite-account.ts';
import { everyoneOf } from '../../../lib/app/people/look-up.ts';
import type { Step } from '../../../lib/domain/import/step.ts';
import type { Actor } from '../../../lib/domain/people/actor.ts';
import { readCompanies } from '../../../lib/sheet/read-companies.ts';
import { type Engine, openEngine } from '../../world.ts';
import { refusalOf } from '../acting.ts';
import {
  activeMember,
  as,
  makePeopleWorld,
  operator,
  type PeopleWorld,
  staffActor,
} from '../people/people-world.ts';

const heading = 'Company ID,Company name,Plan until,Person name,E-mail,Level';
const lines = (count: number, ids: string) =>
  [
    heading,
    ...Array.from({ length: count }, (_, n) => `${ids},Tins,2028-12-31,Number ${n},n${n}@tins.example,basic`),
  ].join('\n');

let engine: Engine;
let world: PeopleWorld;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePeopleWorld(engine);
});

async function stepsOf(sheet: string, actor: Actor = operator): Promise<readonly Step[]> {
  const { steps, problems } = await planImport(world.deps, actor, readCompanies(Buffer.from(sheet)));
  expect(problems).toEqual([]);
  return steps;
}

const kindsOf = (steps: readonly Step[]) => steps.map((step) => step.do);
const people = (companyId: string) => everyoneOf(world.deps.people, companyId);

describe('an import', () => {
  it('is on record as done by whoever did it', async () => {
    await runImport(world.deps, staffActor, await stepsOf(lines(1, 'tins')));
    expect(await people('tins')).toMatchObject([{ invitedBy: 'per_staff' }]);
  });

  it('is for staff and operators alone', async () => {
    const member = as(await activeMember(world, 'primary'));
    expect(await refusalOf(stepsOf(lines(1, 'tins'), member))).toMatchObject({ code: 'not-allowed' });
  });

  it('plans and invites many at once, each once, and keeps the order of the sheet', async () => {
    const steps = await stepsOf(lines(60, 'tins'));
    expect(steps.map(({ line }) => line)).toEqual([2, ...Array.from({ length: 60 }, (_, n) => n + 2)]);
    expect(await runImport(world.deps, staffActor, steps)).toEqual(steps);
    expect(new Set((await people('tins')).map(({ email }) => email)).size).toBe(60);
  });

  it('ends where there is no time for more, and goes on with the rest when the sheet is sent again', async () => {
    const sheet = lines(30, 'tins');
    let left = 12;
    const first = await runImport(world.deps, staffActor, await stepsOf(sheet), () => left-- > 0);
    expect(kindsOf(first)).toEqual(['create-company', ...Array.from({ length: 11 }, () => 'invite')]);
    const rest = await stepsOf(sheet);
    expect(rest).toHaveLength(19);
    await runImport(world.deps, staffActor, rest);
    expect(await stepsOf(sheet)).toEqual([]);
    expect(await people('tins')).toHaveLength(30);
  });

  it('changes the levels of many people of one company without losing any', async () => {
    const sheet = lines(8, 'tins');
    await runImport(world.deps, staffActor, await stepsOf(sheet));
    await runImport(world.deps, staffActor, await stepsOf(sheet.replaceAll('basic', 'manager')));
    expect((await people('tins')).map(({ level }) => level)).toEqual(
      Array.from({ length: 8 }, () => 'manager'),
    );
  });

  it('tells the line where the table has changed meanwhile, and can be sent again for the rest', async () => {
    const sheet = lines(2, 'tins');
    const steps = await stepsOf(sheet);
    await inviteAccount(world.deps, operator, {
      companyId: 'crates',
      name: 'Else',
      email: 'n1@tins.example',
      level: 'basic',
    });
    const refused = await refusalOf(runImport(world.deps, staffActor, steps));
    expect(refused).toMatchObject({ code: 'account-exists', facts: { line: 3 } });
    expect(refused.detail).toMatch(/^line 3: .* send it again for the rest\.$/u);
    expect(await world.deps.people.company('tins')).toBeDefined();
    const [taken] = await people('crates');
    await removePerson(world.deps, operator, taken?.id ?? '');
    await runImport(world.deps, staffActor, await stepsOf(sheet));
    expect(await people('tins')).toHaveLength(2);
  });
});
