import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelMyBooking,
  moveMyBooking,
  myBooking,
  myBookings,
  type When,
} from '../../lib/app/my-bookings.ts';
import type { MemberActor } from '../../lib/domain/people/actor.ts';
import { as, member } from '../domain/people/given-people.ts';
import { type Engine, makeWorld, NOW, openEngine, putCompany, START, type World } from '../world.ts';
import { book, refusalOf, sessionType } from './acting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ada: MemberActor = as(member('basic', { id: 'per_ada', email: 'ada@example.com' }));
const kim: MemberActor = as(member('basic', { id: 'per_kim', email: 'kim@example.com' }));
const elsewhere: MemberActor = as(
  member('primary', { id: 'per_elsewhere', email: 'ada@example.com', companyId: 'other' }),
);

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const short = { sessionType: sessionType('call-30') };
const startsOf = async (when: When, actor = ada) => {
  const { items } = await myBookings(world.deps, actor, when, { limit: 50 });
  return items.map(({ start }) => start);
};

describe('my sessions', () => {
  it('are those for my address, however it was written on booking, and nobody else’s', async () => {
    await book(world.deps, { ...short, attendee: { name: 'Ada', email: 'Ada+Phone@Example.com' } });
    await book(world.deps, {
      ...short,
      start: START + HOUR,
      attendee: { name: 'Kim', email: 'kim@example.com' },
    });
    expect(await startsOf('coming')).toEqual([START]);
    expect(await startsOf('coming', kim)).toEqual([START + HOUR]);
  });

  it('are not those of another company with the same address', async () => {
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER-2026');
    await book(world.deps, short);
    await book(world.deps, { ...short, start: START + HOUR, companyCode: 'OTHER-2026' });
    expect(await startsOf('coming')).toEqual([START]);
    expect(await startsOf('coming', elsewhere)).toEqual([START + HOUR]);
  });

  it('are coming, the next first, until they have ended; then past, the latest first', async () => {
    for (const hours of [0, 2, 1]) await book(world.deps, { ...short, start: START + hours * HOUR });
    world.clock.now = START + HOUR + 30 * 60_000 - 1;
    expect(await startsOf('coming')).toEqual([START + HOUR, START + 2 * HOUR]);
    expect(await startsOf('past')).toEqual([START]);
    world.clock.now += 1;
    expect(await startsOf('coming')).toEqual([START + 2 * HOUR]);
    expect(await startsOf('past')).toEqual([START + HOUR, START]);
  });

  it('stay in the list when they are cancelled, each at its own time', async () => {
    const { id } = await book(world.deps, short);
    await cancelMyBooking(world.deps, ada, id, { stamp: NOW });
    const { items } = await myBookings(world.deps, ada, 'coming', { limit: 5 });
    expect(items.map(({ status }) => status)).toEqual(['cancelled']);
  });

  it.each<When>(['coming', 'past'])('that are %s come page by page, each once', async (when) => {
    const starts = Array.from({ length: 7 }, (_, index) => START + index * HOUR);
    for (const start of starts) await book(world.deps, { ...short, start });
    if (when === 'past') world.clock.now = START + 2 * DAY;
    const seen: number[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await myBookings(world.deps, ada, when, { limit: 3, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ start }) => start));
      cursor = page.next;
      pages++;
    } while (cursor !== undefined);
    expect(seen).toEqual(when === 'coming' ? starts : starts.toReversed());
    expect(pages).toBe(3);
  });

  it('have no next page where the page is just full, or what follows is not mine', async () => {
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER-2026');
    await book(world.deps, short);
    await book(world.deps, { ...short, start: START + HOUR, companyCode: 'OTHER-2026' });
    expect((await myBookings(world.deps, ada, 'coming', { limit: 1 })).next).toBeUndefined();
  });

  it('can’t be had by a cursor of somebody else’s list', async () => {
    for (const hours of [0, 1]) await book(world.deps, { ...short, start: START + hours * HOUR });
    const { next = '' } = await myBookings(world.deps, ada, 'coming', { limit: 1 });
    expect(next).not.toBe('');
    expect((await myBookings(world.deps, kim, 'coming', { limit: 5, cursor: next })).items).toEqual([]);
  });

  it.each(['', 'x', 'bm90aGluZw', Buffer.from('1.bkg_one').toString('base64url'), 'é'.repeat(99)])(
    'have no cursor %j',
    async (cursor) => {
      const refusal = await refusalOf(myBookings(world.deps, ada, 'coming', { limit: 1, cursor }));
      expect(refusal).toMatchObject({ code: 'invalid-input', facts: { errors: [{ field: 'cursor' }] } });
    },
  );
});

describe('a session that I book', () => {
  it('knows my account, where it is active and of the company of the code', async () => {
    const { deps } = world;
    const { person } = ada;
    const table = { ...deps.table, personByEmail: () => Promise.resolve(person) };
    const mine = await book({ ...deps, table }, short);
    expect(mine.personId).toBe('per_ada');
    expect(await deps.table.booking(mine.id)).toEqual(mine);
    expect((await book(deps, { ...short, start: START + HOUR })).personId).toBeUndefined();
  });
});

describe('a session of mine', () => {
  it('is moved and cancelled by the rules of its link', async () => {
    const { id } = await book(world.deps, short);
    const moved = await moveMyBooking(world.deps, ada, id, { start: START + HOUR, stamp: NOW });
    expect(moved).toMatchObject({ start: START + HOUR, version: 2 });
    const late = { stamp: START };
    expect((await refusalOf(cancelMyBooking(world.deps, ada, id, late))).code).toBe('outside-change-window');
    const cancelled = await cancelMyBooking(world.deps, ada, id, { stamp: NOW, reason: 'Solved' });
    expect(cancelled.cancelled).toMatchObject({ by: 'link', reason: 'Solved' });
  });

  it('is found by its id; anybody else’s is as if there were none, and stays as it is', async () => {
    const { deps } = world;
    const booking = await book(deps, short);
    expect(await myBooking(deps, ada, booking.id)).toEqual(booking);
    for (const actor of [kim, elsewhere]) {
      const tries = [
        () => myBooking(deps, actor, booking.id),
        () => moveMyBooking(deps, actor, booking.id, { start: START + HOUR, stamp: NOW }),
        () => cancelMyBooking(deps, actor, booking.id, { stamp: NOW }),
      ];
      const none = await refusalOf(myBooking(deps, actor, booking.id.replace(/.$/u, 'z')));
      for (const attempt of tries) expect(await refusalOf(attempt())).toEqual(none);
    }
    expect(await deps.table.booking(booking.id)).toEqual(booking);
  });

  it.each(['', 'bkg_', '../x', 'b'.repeat(3000), 'bkg_0000000000000000000000000\n'])(
    'is not found by what is no id: %j',
    async (id) => {
      expect((await refusalOf(myBooking(world.deps, ada, id))).code).toBe('not-found');
    },
  );
});
