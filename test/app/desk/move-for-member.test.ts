import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addHours } from '../../../lib/app/desk/hours.ts';
import { moveForMember } from '../../../lib/app/desk/move-for-member.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { depsOf } from '../../http/desk-world.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, interleaved, refusalOf } from '../acting.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Tuesday, 21:07 in New York: nobody works then. */
const EVENING = START + 11 * HOUR + 7 * MINUTE;
const move = { by: 'staff', staffId: 'per_kim', reason: 'They are in Tokyo', stamp: NOW } as const;
let engine: Engine;
let world: World;
let booking: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  booking = await book(world.deps);
});

const to = (start: number, deps = world.deps) => moveForMember(deps, booking.id, { ...move, start });
const off = (consultantId: string) =>
  addHours(
    depsOf(world),
    { kind: 'staff', id: 'per_kim' },
    {
      ...{ consultantId, kind: 'off', reason: 'Concert' },
      from: START + 10 * HOUR,
      to: START + 13 * HOUR,
    },
  );

describe('moving a session to a time that our staff type', () => {
  it('finds whoever works then, as everybody’s moves do', async () => {
    for (const start of [START + HOUR, START + HOUR]) await book(world.deps, { start });
    const { code } = await refusalOf(to(START + HOUR));
    expect(code).toBe('slot-unavailable');
    expect((await to(START + 2 * HOUR)).start).toBe(START + 2 * HOUR);
  });

  it('stays with its consultant outside hours, at any minute', async () => {
    const { start, end, consultantId } = await to(EVENING);
    expect([start, end, consultantId]).toEqual([EVENING, EVENING + HOUR, booking.consultantId]);
  });

  it('holds all that it touches outside hours, so that nothing else is moved there', async () => {
    await book(world.deps, { start: START + 2 * HOUR });
    const other = await book(world.deps, { start: START + 2 * HOUR });
    expect(other.consultantId).toBe(booking.consultantId);
    await to(EVENING);
    const again = moveForMember(world.deps, other.id, { ...move, start: EVENING - 50 * MINUTE });
    expect((await refusalOf(again)).code).toBe('slot-unavailable');
  });

  it('goes nowhere where its consultant is off, and says why', async () => {
    await off(booking.consultantId);
    const { code, facts } = await refusalOf(to(EVENING));
    expect(code).toBe('slot-unavailable');
    expect(facts['reasons']).toContainEqual(expect.objectContaining({ code: 'time-off' }));
  });

  it('goes nowhere where the consultant is off a moment later', async () => {
    let done = false;
    const meanwhile = async () => {
      if (done) return;
      done = true;
      await off(booking.consultantId);
    };
    expect((await refusalOf(to(EVENING, interleaved(world.deps, meanwhile)))).code).toBe('slot-unavailable');
    expect((await world.deps.table.booking(booking.id))?.start).toBe(START);
  });

  it('goes nowhere in the past', async () => {
    expect((await refusalOf(to(NOW - HOUR))).code).toBe('slot-unavailable');
  });

  it('goes nowhere where somebody else has changed it meanwhile', async () => {
    const late = moveForMember(world.deps, booking.id, { ...move, start: EVENING, seen: 7 });
    expect((await refusalOf(late)).code).toBe('changed-meanwhile');
  });
});
