import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explainSlot, findSlots } from '../../lib/app/slots.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, refusalOf, sessionType } from './acting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const offer = sessionType('live-60');
const slots = (from: number, to: number) => findSlots(world.deps, offer, from, to);

describe('the slots of a day', () => {
  const midnight = Date.parse('2026-11-24T05:00:00Z');

  it('are every half hour that the session fits into', async () => {
    const found = await slots(midnight, midnight + DAY);
    expect(found[0]).toBe(Date.parse('2026-11-24T13:30:00Z'));
    expect(found.at(-1)).toBe(Date.parse('2026-11-24T21:30:00Z'));
    expect(found).toHaveLength(17);
  });

  it('keep a time until the last consultant of it is booked', async () => {
    await book(world.deps);
    expect(await slots(START, START + 1)).toEqual([START]);
    await book(world.deps);
    expect(await slots(midnight, midnight + DAY)).not.toContain(START);
    expect(await explainSlot(world.deps, offer, START)).toMatchObject({
      bookable: false,
      reasons: [
        { code: 'booked', consultant: 'robin' },
        { code: 'booked', consultant: 'kim' },
      ],
    });
    expect(await refusalOf(book(world.deps))).toMatchObject({ code: 'slot-unavailable' });
  });

  it('read nothing where nothing can be booked at all', async () => {
    expect(await slots(NOW - 9 * DAY, NOW)).toEqual([]);
    expect(await slots(NOW + 90 * DAY, NOW + 99 * DAY)).toEqual([]);
  });
});
