import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book, refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { ask } from './desk-world.ts';

const HOUR = 3_600_000;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const robin = { consultantId: 'robin' };
const iso = (instant: number) => new Date(instant).toISOString();
const off = { kind: 'off', from: iso(START), to: iso(START + HOUR), reason: 'Training' };
const day = { from: '2026-11-24', to: '2026-11-24' };

async function idOfAdded(body: object = off): Promise<string> {
  const { hours } = await ask(world, 'addHours', { path: robin, body });
  return (hours as { id: string }).id;
}

describe('consultants', () => {
  it('are listed with their zone and their weekly hours', async () => {
    const { consultants } = await ask(world, 'listConsultants');
    const window = [{ from: '08:30', to: '17:30' }];
    expect(consultants).toMatchObject([
      { id: 'robin', name: 'Robin Hale', timeZone: 'America/New_York', weeklyHours: { monday: window } },
      { id: 'kim' },
    ]);
  });
});

describe('hours', () => {
  it('are tried, added, listed and removed, with who did it and what is left in them', async () => {
    const { id } = await book(world.deps);
    const tried = await ask(world, 'addHours', { path: robin, body: { ...off, dryRun: true } });
    expect(tried).toMatchObject({
      hours: { ...off, consultant: 'robin', by: 'per_robin' },
      bookings: [{ id, consultant: { id: 'robin' } }],
    });
    expect(await ask(world, 'listHours', { path: robin, query: day })).toEqual({ hours: [] });
    expect(await ask(world, 'addHours', { path: robin, body: off })).toEqual(tried);
    expect(await ask(world, 'listHours', { path: robin, query: day })).toEqual({ hours: [tried['hours']] });
    const path = { ...robin, hoursId: (tried['hours'] as { id: string }).id };
    const removed = await ask(world, 'removeHours', { path, as: 'per_kim' });
    expect(removed).toMatchObject({ hours: { removed: { by: 'per_kim' } }, bookings: [] });
    expect(await ask(world, 'removeHours', { path })).toEqual(removed);
    expect(await ask(world, 'listHours', { path: robin, query: day })).toEqual({ hours: [] });
  });

  it('are listed by dates of the deployment’s zone, both included', async () => {
    const evening = { ...off, from: '2026-11-24T23:45:00-05:00', to: '2026-11-25T00:00:00-05:00' };
    const id = await idOfAdded(evening);
    const listed = async (from: string, to: string) => {
      const { hours } = await ask(world, 'listHours', { path: robin, query: { from, to } });
      return (hours as { id: string }[]).map((one) => one.id);
    };
    expect(await listed('2026-11-20', '2026-11-24')).toEqual([id]);
    expect(await listed('2026-11-25', '2026-11-30')).toEqual([]);
    expect(await listed('2026-11-20', '2026-11-23')).toEqual([]);
  });

  it.each([[{ from: '2026-11-25', to: '2026-11-24' }], [{ from: '2026-11-01', to: '2027-02-01' }]])(
    'are not listed for %j',
    async (query) => {
      const { code, facts } = await refusalOf(ask(world, 'listHours', { path: robin, query }));
      expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field: 'to' }]]);
    },
  );

  it.each([
    ['from', { from: iso(START + 1) }],
    ['to', { to: iso(START) }],
    ['to', { to: iso(START + 100 * 24 * HOUR) }],
    ['kind', { kind: 'holiday' }],
    ['reason', { reason: '' }],
  ])('are refused by %s for %j, tried or meant', async (field, changes) => {
    for (const dryRun of [true, false]) {
      const body = { ...off, ...changes, dryRun };
      const { code, facts } = await refusalOf(ask(world, 'addHours', { path: robin, body }));
      expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field }]]);
    }
  });

  it('of nobody, and that there aren’t, are not found, whatever the path says', async () => {
    const hoursId = await idOfAdded();
    for (const wrong of ['nobody', '', 'x'.repeat(4000), 'robin#', '__proto__']) {
      const path = { consultantId: wrong };
      for (const asking of [
        ask(world, 'listHours', { path, query: day }),
        ask(world, 'addHours', { path, body: off }),
        ask(world, 'removeHours', { path: { ...path, hoursId } }),
        ask(world, 'removeHours', { path: { ...robin, hoursId: wrong } }),
      ])
        expect((await refusalOf(asking)).code).toBe('not-found');
    }
  });
});
