import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importOf } from '../../lib/adapters/outbox-row.ts';
import { rearm } from '../../lib/app/rearm.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { book } from './acting.ts';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

describe('the timers of a booking that came with a copy', () => {
  it('are set as it has them due, with the last of its events alone', async () => {
    const { id, revision, version, due } = await book(world.deps);
    await rearm(world.deps, { bookingId: id, number: revision + 1 });
    await rearm(world.deps, { bookingId: id, number: revision - 1 });
    expect([...world.timers.held]).toEqual([]);
    await rearm(world.deps, { bookingId: id, number: revision });
    expect([...world.timers.held]).toEqual(due.map(({ kind, at }) => [`${id}.${kind}.v${version}`, at]));
  });

  it('are left to the sweep where they are overdue', async () => {
    const { id, revision, version } = await book(world.deps);
    world.clock.now = START - 1;
    await rearm(world.deps, { bookingId: id, number: revision });
    const held = [...world.timers.held.keys()];
    expect(held).toContain(`${id}.close.v${version}`);
    expect(held).not.toContain(`${id}.remind-2h.v${version}`);
  });

  it('are nobody’s where there is no booking', async () => {
    await expect(rearm(world.deps, { bookingId: 'bkg_gone', number: 1 })).resolves.toBeUndefined();
  });
});

describe('an event', () => {
  it('says whether it came with a copy, and had been told', () => {
    expect(importOf({})).toBeUndefined();
    expect(importOf(undefined)).toBeUndefined();
    expect(importOf({ imported: { S: 'untold' } })).toBe('untold');
    // Of what is not known nobody is told twice.
    for (const S of ['told', 'anything']) expect(importOf({ imported: { S } })).toBe('told');
  });
});
