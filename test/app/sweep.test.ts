import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingKey } from '../../lib/adapters/keys.ts';
import { sweep } from '../../lib/app/sweep.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { book, events, fire } from './acting.ts';

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

async function types(): Promise<string[]> {
  return (await events(world)).map(({ event }) => event.type);
}

describe('the sweep', () => {
  it('finds nothing to do where every timer came', async () => {
    await book(world.deps);
    expect(await sweep(world.deps)).toEqual({ looked: 0, oldest: 0, failed: [] });
    expect(await types()).toEqual(['booked']);
  });

  it('does what a lost timer left undone, once', async () => {
    await book(world.deps);
    world.clock.now = START + 7 * MINUTE;
    expect(await sweep(world.deps)).toEqual({ looked: 1, oldest: expect.any(Number), failed: [] });
    expect(await sweep(world.deps)).toEqual({ looked: 0, oldest: 0, failed: [] });
    expect(await types()).toEqual(['booked', 'reminder-skipped', 'check-in-asked']);
  });

  it('asks before it closes when both timers were lost, and gives the full time for an answer', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START + 20 * MINUTE;
    await sweep(world.deps);
    expect(await world.deps.table.booking(id)).toMatchObject({
      status: 'confirmed',
      checkIn: { askedAt: START + 20 * MINUTE },
    });
    world.clock.now = START + 30 * MINUTE;
    await sweep(world.deps);
    expect(await world.deps.table.booking(id)).toMatchObject({ status: 'no_show' });
  });

  it('changes nothing when the timer comes after it', async () => {
    const first = await book(world.deps);
    world.clock.now = START + 7 * MINUTE;
    await sweep(world.deps);
    const before = await types();
    await fire(world, first, 'check-in', START + 8 * MINUTE);
    expect(await types()).toEqual(before);
  });

  it('goes on with the others when one booking can not be handled, and says which', async () => {
    const broken = await book(world.deps);
    const sound = await book(world.deps);
    await world.table.client.send(
      new UpdateCommand({
        TableName: world.table.name,
        Key: bookingKey(broken.id),
        UpdateExpression: 'REMOVE attendee',
      }),
    );
    world.clock.now = START + 7 * MINUTE;
    const { looked, failed } = await sweep(world.deps);
    expect(looked).toBe(2);
    expect(failed).toEqual([{ bookingId: broken.id, error: expect.objectContaining({}) as Error }]);
    expect(String(failed[0]?.error)).toContain('attendee');
    expect((await world.deps.table.booking(sound.id))?.checkIn).toBeDefined();
  });
});
