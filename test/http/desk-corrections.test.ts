import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book, refusalOf } from '../app/acting.ts';
import { company, type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { ask } from './desk-world.ts';

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

const wish = {
  ...{ sessionType: 'live-60', consultant: 'robin', start: '2026-11-24T15:07:00Z', minutes: 45 },
  attendee: { name: 'Grace Hopper', email: 'grace@example.org' },
  reason: 'Their orders have stopped',
};
let keys = 0;

function set(body: object = wish, key: string | undefined = `key ${++keys}`) {
  return ask(world, 'bookForMember', { body, headers: { 'idempotency-key': key } });
}

/** Path of a session that has begun, and that somebody noted a join of where that is wanted. */
async function begun(joined: boolean) {
  const { id } = await book(world.deps);
  world.clock.now = START + 2 * MINUTE;
  const path = { bookingId: id };
  if (joined) await ask(world, 'markJoined', { path, body: {} });
  return path;
}

describe('a session that our staff set', () => {
  it('is answered with who set it and why, in the zone of the deployment where none is said', async () => {
    expect(await set({ ...wish, company: company.id })).toMatchObject({
      ...{ status: 'confirmed', start: '2026-11-24T15:07:00.000Z', end: '2026-11-24T15:52:00.000Z' },
      ...{ free: true, company: company.id, timeZone: 'America/New_York', consultant: { id: 'robin' } },
      bookedBy: { staffId: 'per_robin', reason: 'Their orders have stopped' },
    });
  });

  it('is told of in its history, with the reason', async () => {
    const { id } = await set();
    const { events } = await ask(world, 'getBooking', { path: { bookingId: String(id) } });
    expect(events).toMatchObject([
      { type: 'booked', by: 'staff', staffId: 'per_robin', reason: 'Their orders have stopped' },
    ]);
  });

  it('names what is in the way, and lies beside it on request', async () => {
    const other = await book(world.deps);
    const refused = await refusalOf(set());
    expect([refused.code, refused.facts['sessions']]).toMatchObject(['slot-unavailable', [{ id: other.id }]]);
    expect(await set({ ...wish, override: true })).toMatchObject({ beside: true });
  });

  it('is the same again under the same key', async () => {
    const first = await set(wish, 'one');
    expect(await set(wish, 'one')).toEqual(first);
    expect((await refusalOf(set({ ...wish, minutes: 30 }, 'one'))).code).toBe('idempotency-key-reused');
  });

  it('needs a key', async () => {
    const without = ask(world, 'bookForMember', { body: wish });
    expect((await refusalOf(without)).code).toBe('idempotency-key-missing');
  });

  it.each([
    ['consultant', { consultant: 'nobody' }],
    ['sessionType', { sessionType: 'nothing' }],
    ['minutes', { minutes: 10 }],
    ['minutes', { minutes: 481 }],
    ['minutes', { minutes: 30.5 }],
    ['start', { start: '2026-11-24T15:07:30Z' }],
    ['start', { start: '2020-11-24T15:07:00Z' }],
    ['reason', { reason: ' ' }],
    ['override', { override: 'yes' }],
    ['companyCode', { companyCode: 'DEMO-2026' }],
    ['attendee.email', { attendee: { name: 'Grace', email: 'grace' } }],
    ['timeZone', { timeZone: 'Mars/Base' }],
  ])('is refused with a wrong %s', async (field, changes) => {
    const { code, facts } = await refusalOf(set({ ...wish, ...changes }));
    expect([code, (facts['errors'] as { field: string }[])[0]?.field]).toEqual(['invalid-input', field]);
  });
});

describe('our staff correct', () => {
  it('a join that they had noted by mistake', async () => {
    const path = await begun(true);
    const taken = await ask(world, 'withdrawJoin', { path, body: { revision: 2 }, as: 'per_kim' });
    expect(taken).toMatchObject({ status: 'confirmed', revision: 3 });
    expect(taken).not.toHaveProperty('attendance');
    expect(await ask(world, 'withdrawJoin', { path })).toEqual(taken);
    const { events } = await ask(world, 'getBooking', { path });
    expect((events as unknown[]).at(-1)).toMatchObject({ type: 'join-withdrawn', staffId: 'per_kim' });
  });

  it('a session that they had completed too soon', async () => {
    const path = await begun(true);
    await ask(world, 'completeBooking', { path, body: {} });
    expect(await ask(world, 'reopenBooking', { path })).toMatchObject({ status: 'in_progress' });
  });

  it('nothing that somebody else has changed since they looked', async () => {
    const path = await begun(true);
    const late = { path, body: { revision: 1 } };
    for (const name of ['withdrawJoin', 'completeBooking'] as const)
      expect((await refusalOf(ask(world, name, late))).code).toBe('changed-meanwhile');
    await ask(world, 'completeBooking', { path });
    expect((await refusalOf(ask(world, 'reopenBooking', late))).code).toBe('changed-meanwhile');
  });
});

describe('a no-show', () => {
  it('is recorded with who did and what they wrote, for the record alone', async () => {
    const path = await begun(false);
    const body = { reason: 'The room is empty', revision: 1 };
    expect(await ask(world, 'markNoShow', { path, body })).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent', staffId: 'per_robin' },
    });
    const { events } = await ask(world, 'getBooking', { path });
    expect((events as unknown[]).at(-1)).toMatchObject({ reason: 'absent', text: 'The room is empty' });
    const second = ask(world, 'markNoShow', { path, body, as: 'per_kim' });
    expect((await refusalOf(second)).code).toBe('changed-meanwhile');
  });
});
