import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendSession } from '../../lib/app/attend-session.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { busyCellsOn } from '../adapters/whole-table.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { book, events, fire, firstTime, interleaved, refusalOf, sessionType } from './acting.ts';

const MINUTE = 60_000;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

/** Books, asks at +5 and closes at +15, a minute before now. */
async function closed(): Promise<Booking> {
  const first = await book(world.deps, { sessionType: sessionType('live-90') });
  await fire(world, first, 'check-in', START + 5 * MINUTE);
  const over = await fire(world, first, 'close', START + 15 * MINUTE);
  world.clock.now = START + 16 * MINUTE;
  return over;
}

/** Takes everybody's time from half an hour after the start. */
async function takeTheRest(): Promise<void> {
  world.clock.now = START - 120 * MINUTE;
  await book(world.deps, { start: START + 30 * MINUTE });
  await book(world.deps, { start: START + 30 * MINUTE });
  world.clock.now = START + 16 * MINUTE;
}

const answer = (stamp: number) => ({ type: 'reply', stamp, messageId: 'm1', meaning: 'coming' }) as const;
const join = (stamp: number) => ({ type: 'join', stamp, evidence: 'link' }) as const;

describe('an answer that is learnt after the close', () => {
  it('undoes the no-show when it was given before, and takes the time again', async () => {
    const { id } = await closed();
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [60] });
    const open = await attendSession(world.deps, id, answer(START + 15 * MINUTE - 10_000));
    expect(open).toMatchObject({ status: 'confirmed', checkIn: { answer: 'keep' } });
    expect(open).not.toHaveProperty('outcome');
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [60, 61, 62, 63, 64, 65] });
  });

  it('undoes it without the time when that went to somebody else, and leaves their booking be', async () => {
    const { id } = await closed();
    await takeTheRest();
    const after = await attendSession(world.deps, id, answer(START + 14 * MINUTE));
    expect(after).toMatchObject({ status: 'cancelled', cancelled: { by: 'showup' } });
    expect((await busyCellsOn(world.table, '2026-11-24'))['robin']).toEqual([60, 62, 63, 64, 65]);
  });

  it('undoes it without the time when that goes to somebody else between reading and writing', async () => {
    const { id } = await closed();
    let taken = false;
    const deps = interleaved(world.deps, async () => {
      if (!taken) {
        taken = true;
        await takeTheRest();
      }
    });
    expect(await attendSession(deps, id, answer(START + 14 * MINUTE))).toMatchObject({ status: 'cancelled' });
  });

  it('changes nothing but is noted when it was given at the close', async () => {
    const { id } = await closed();
    const after = await attendSession(world.deps, id, answer(START + 15 * MINUTE));
    expect(after.status).toBe('no_show');
    expect((await events(world)).at(-1)?.event).toMatchObject({ type: 'reply-noted', answer: 'too-late' });
  });
});

describe('a join', () => {
  it('that is learnt after the close undoes the no-show when it was made before', async () => {
    const { id } = await closed();
    expect(await attendSession(world.deps, id, join(START + 14 * MINUTE))).toMatchObject({
      status: 'in_progress',
      attendance: { joinedAt: START + 14 * MINUTE, evidence: 'link' },
    });
  });

  it('counts as attended, with the time gone, when it was made before the close', async () => {
    const { id } = await closed();
    await takeTheRest();
    expect(await attendSession(world.deps, id, join(START + 14 * MINUTE))).toMatchObject({
      status: 'completed',
    });
  });

  it('is refused from the close on', async () => {
    const { id } = await closed();
    const late = attendSession(world.deps, id, join(START + 15 * MINUTE));
    expect(await refusalOf(late)).toMatchObject({ code: 'already-over' });
  });

  it('that races with the close is found by it', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    world.clock.now = START + 15 * MINUTE;
    const joined = firstTime(() => attendSession(world.deps, first.id, join(START + 15 * MINUTE - 1)));
    const deps = interleaved(world.deps, joined);
    const after = await fire(
      { ...world, deps: { ...world.deps, ...deps } },
      first,
      'close',
      START + 15 * MINUTE,
    );
    expect(after).toEqual(await joined());
    expect(after.status).toBe('in_progress');
  });
});
