import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonRuling } from '../../../lib/app/standing/rule-on-person.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';
import { refusalOf } from '../acting.ts';
import { DAY, missed, staff, staffDeps } from './standing-world.ts';

const email = 'ada@example.com';
const companyId = 'example-crates';
const kim = { kind: 'staff', id: 'per_kim' } as const;

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  await missed(world);
  await missed(world, START + DAY);
});

const lift: PersonRuling = { email, companyId, decision: 'lift', reason: 'We talked', seen: 2 };
const entries = async () => (await world.deps.table.record(email)).entries.length;

describe('a decision on a person by what was seen of them', () => {
  it('is recorded where nothing came since', async () => {
    await ruleOnPerson(staffDeps(world), staff, lift);
    expect(await entries()).toBe(3);
  });

  it('is refused where somebody else decided since, also between its reading and its writing', async () => {
    const deps = staffDeps(world);
    const { standings } = deps.standing;
    let first = true;
    const commitRecord: typeof standings.commitRecord = async (change) => {
      if (first) {
        first = false;
        await ruleOnPerson(staffDeps(world), kim, { ...lift, decision: 'payment', reason: 'Invoice 7' });
      }
      return standings.commitRecord(change);
    };
    const raced = { ...deps, standing: { ...deps.standing, standings: { ...standings, commitRecord } } };
    expect((await refusalOf(ruleOnPerson(raced, staff, lift))).code).toBe('changed-meanwhile');
    expect(await entries()).toBe(3);
  });

  it('is made once where the same person presses twice, and refused where it is another decision', async () => {
    await ruleOnPerson(staffDeps(world), staff, lift);
    await ruleOnPerson(staffDeps(world), staff, lift);
    for (const other of [
      { ...lift, reason: 'Else' },
      { ...lift, decision: 'payment' },
      { ...lift, decision: 'block', until: world.clock.now + DAY },
    ] satisfies PersonRuling[])
      expect((await refusalOf(ruleOnPerson(staffDeps(world), staff, other))).code).toBe('changed-meanwhile');
    expect((await refusalOf(ruleOnPerson(staffDeps(world), kim, lift))).code).toBe('changed-meanwhile');
    expect(await entries()).toBe(3);
  });
});
