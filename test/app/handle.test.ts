import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../lib/app/handle.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, fire, firstTime, interleaved, mobile, refusalOf } from './acting.ts';
import { roundsOf } from './rounds.ts';

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

const cancel = { type: 'cancel', by: 'link', stamp: NOW } as const;

describe('a command that loses a race', () => {
  /** Somebody else moves the booking to and fro before each of the first so many commits. */
  function contested(id: string, losses: number) {
    const pauses: number[] = [];
    let lost = 0;
    const deps = interleaved(world.deps, async () => {
      if (lost >= losses) return;
      const start = START + (++lost % 2 === 1 ? HOUR : 0);
      await handle(world.deps, id, {
        type: 'reschedule',
        by: 'link',
        stamp: NOW,
        start,
        consultants: ['robin'],
      });
    });
    return { pauses, deps: { ...deps, pause: async (attempt: number) => void pauses.push(attempt) } };
  }

  it('is decided again on what it finds then', async () => {
    const { id } = await book(world.deps);
    const { deps } = contested(id, 1);
    const cancelled = await handle(deps, id, cancel);
    expect(cancelled).toMatchObject({ status: 'cancelled', version: 2, start: START + HOUR });
    expect(await world.deps.table.booking(id)).toEqual(cancelled);
  });

  it('wins at the sixth try, having paused before each', async () => {
    const { id } = await book(world.deps);
    const { deps, pauses } = contested(id, 5);
    expect(await handle(deps, id, cancel)).toMatchObject({ status: 'cancelled', version: 6 });
    expect(pauses).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives up after six, and asks to be tried again', async () => {
    const { id } = await book(world.deps);
    const { deps } = contested(id, 6);
    expect(await refusalOf(handle(deps, id, cancel))).toMatchObject({ code: 'busy' });
    expect(await world.deps.table.booking(id)).toMatchObject({ status: 'confirmed', version: 7 });
  });

  it('changes nothing when the winner has done the same', async () => {
    const { id } = await book(world.deps);
    const twin = firstTime(() => handle(world.deps, id, cancel));
    const deps = interleaved(world.deps, twin);
    expect(await handle(deps, id, cancel)).toEqual(await twin());
  });
});

describe('a command to a booking that was just read', () => {
  it('is decided on that, in one round', async () => {
    const booking = await book(world.deps);
    const { table, rounds } = roundsOf(world.deps.table);
    await handle({ ...world.deps, table }, booking, cancel);
    expect(rounds()).toEqual([['commit']]);
  });

  it('is decided anew on the booking as it is, where that changed meanwhile', async () => {
    const before = await book(world.deps);
    const start = START + HOUR;
    const move = { type: 'reschedule', by: 'link', stamp: NOW, start, consultants: ['robin'] } as const;
    await handle(world.deps, before.id, move);
    const { table, rounds } = roundsOf(world.deps.table);
    const cancelled = await handle({ ...world.deps, table }, before, cancel);
    expect(cancelled).toMatchObject({ status: 'cancelled', version: 2, start });
    expect(await world.deps.table.booking(before.id)).toEqual(cancelled);
    expect(rounds()).toEqual([['commit'], ['booking'], ['commit']]);
  });
});

describe('a command', () => {
  it('to a booking that does not exist is refused', async () => {
    expect(await refusalOf(handle(world.deps, 'bkg_none', cancel))).toMatchObject({ code: 'not-found' });
  });

  it('of a timer that comes early, twice, or for an older version changes nothing', async () => {
    const first = await book(world.deps, { attendee: { name: 'Ada', email: 'ada@example.com', mobile } });
    const early = await fire(world, first, 'check-in', START + 5 * 60_000 - 1);
    expect(early).toEqual(first);
    const stale = await fire(world, { ...first, version: 2 }, 'check-in', START + 5 * 60_000);
    expect(stale).toEqual(first);
    const asked = await fire(world, first, 'check-in', START + 5 * 60_000);
    expect(asked.checkIn).toEqual({ askedAt: START + 5 * 60_000 });
    expect(await fire(world, first, 'check-in', START + 6 * 60_000)).toEqual(asked);
  });
});
