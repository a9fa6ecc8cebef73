import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendSession } from '../../../lib/app/attend-session.ts';
import { handle } from '../../../lib/app/handle.ts';
import { moveSession } from '../../../lib/app/move-session.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { busyCellsOn } from '../../adapters/whole-table.ts';
import { type Part, parseMime } from '../../messages/parse-mime.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, events, fire, firstTime, interleaved, refusalOf } from '../acting.ts';
import { tellEverything } from '../telling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

/** The words of the last mail that went out. */
function lastMail(): string {
  return plainText(parseMime(world.mailer.sent.at(-1)?.mime ?? ''))?.body ?? '';
}

function plainText(part: Part): Part | undefined {
  return part.type.startsWith('text/plain') ? part : part.parts.map(plainText).find(Boolean);
}

const robin = { staffId: 'per_robin' };
const kim = { staffId: 'per_kim' };

function cancel(stamp: number, who: { staffId: string; seen?: number } = robin) {
  return { type: 'cancel', by: 'staff', reason: 'Robin is ill', stamp, ...who } as const;
}

function to(start: number, stamp: number, who: { staffId: string; seen?: number } = robin) {
  return { by: 'staff', reason: 'Robin is ill', start, stamp, ...who } as const;
}

/** Books, asks at +5 and closes at +15, a minute before now. */
async function closed(): Promise<Booking> {
  const first = await book(world.deps);
  await fire(world, first, 'check-in', START + 5 * MINUTE);
  const over = await fire(world, first, 'close', START + 15 * MINUTE);
  world.clock.now = START + 16 * MINUTE;
  return over;
}

describe('staff', () => {
  it('cancel when no member could any more, and the mail says that they did, and why', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START - 10 * MINUTE;
    await handle(world.deps, id, cancel(world.clock.now));
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [] });
    await tellEverything(world);
    const mail = lastMail();
    expect(mail).toContain('We have cancelled your session, for the reason given below.');
    expect(mail).toContain('Robin is ill');
    expect(world.timers.held.size).toBe(0);
  });

  it('move at a notice that nobody else could book at, and the mail says that they did, and why', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START - 10 * MINUTE;
    const moved = await moveSession(world.deps, id, to(START + HOUR, world.clock.now));
    expect(moved).toMatchObject({ start: START + HOUR, version: 2 });
    await tellEverything(world);
    const mail = lastMail();
    expect(mail).toContain('We have moved your session, for the reason given below.');
    expect(mail).toContain('Robin is ill');
  });

  it('move to no time that has passed, or that nobody works at or is free for', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START + 10 * MINUTE;
    for (const start of [START - HOUR, START + 12 * HOUR]) {
      const refusal = await refusalOf(moveSession(world.deps, id, to(start, world.clock.now)));
      expect(refusal.code).toBe('slot-unavailable');
      const reasons = refusal.facts['reasons'] as { code: string }[];
      expect(reasons.map(({ code }) => code)).not.toContain('too-soon');
    }
  });

  it('take a no-show back with their word, and the attendee is told', async () => {
    const { id } = await closed();
    const join = { type: 'join', evidence: 'staff', stamp: START + 14 * MINUTE, ...robin } as const;
    expect(await attendSession(world.deps, id, join)).toMatchObject({
      status: 'in_progress',
      attendance: { staffId: 'per_robin' },
    });
    await tellEverything(world);
    expect(world.mailer.subjects().at(-1)).toMatch(/^No-show taken back/u);
  });

  it('complete a session early: its time can be booked again, and its end is called off', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START + 3 * MINUTE;
    await attendSession(world.deps, id, { type: 'join', evidence: 'link', stamp: world.clock.now });
    await tellEverything(world);
    world.clock.now = START + 20 * MINUTE;
    await handle(world.deps, id, { type: 'complete', ...robin });
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [60, 61] });
    await tellEverything(world);
    expect(world.timers.held.size).toBe(0);
  });

  it('excuse a no-show: the attendee is told that, and not why', async () => {
    const { id } = await closed();
    await handle(world.deps, id, { type: 'excuse', reason: 'A death in the family', ...robin });
    await tellEverything(world);
    expect(world.mailer.subjects().at(-1)).toMatch(/^No-show excused: Live session/u);
    expect(lastMail()).toContain('It stays on record, and does not count.');
    expect(lastMail()).not.toContain('death');
  });
});

describe('of two at once', () => {
  it('one cancels, and the other, who wanted to move it, is told that it is over', async () => {
    const { id, revision } = await book(world.deps);
    const rival = firstTime(() => handle(world.deps, id, cancel(NOW, { ...kim, seen: revision })));
    const move = moveSession(
      interleaved(world.deps, rival),
      id,
      to(START + HOUR, NOW, { ...robin, seen: revision }),
    );
    expect(await refusalOf(move)).toMatchObject({
      code: 'already-over',
      facts: { bookingStatus: 'cancelled' },
    });
    expect((await world.deps.table.booking(id))?.cancelled?.staffId).toBe('per_kim');
  });

  it('one moves, and the other, who decided on the old time, is told that it has changed', async () => {
    const { id, revision } = await book(world.deps);
    const rival = firstTime(() =>
      moveSession(world.deps, id, to(START + HOUR, NOW, { ...kim, seen: revision })),
    );
    const late = handle(interleaved(world.deps, rival), id, cancel(NOW, { ...robin, seen: revision }));
    expect(await refusalOf(late)).toMatchObject({
      code: 'changed-meanwhile',
      facts: { revision: revision + 1 },
    });
  });

  it('one excuses, and the other is told: one reason is on record, and one mail goes out', async () => {
    const { id } = await closed();
    const rival = firstTime(() => handle(world.deps, id, { type: 'excuse', reason: 'Ill', ...kim }));
    const late = handle(interleaved(world.deps, rival), id, { type: 'excuse', reason: 'Lost', ...robin });
    expect((await refusalOf(late)).code).toBe('changed-meanwhile');
    const types = (await events(world)).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'no-show-excused')).toHaveLength(1);
  });

  it('a member’s own cancelling and theirs cancel once', async () => {
    const { id } = await book(world.deps);
    const own = { type: 'cancel', by: 'link', stamp: NOW } as const;
    const rival = firstTime(() => handle(world.deps, id, cancel(NOW)));
    expect(await handle(interleaved(world.deps, rival), id, own)).toEqual(await rival());
  });
});
