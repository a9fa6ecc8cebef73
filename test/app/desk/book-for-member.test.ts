import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import { peopleDepsWith } from '../../../lib/adapters/deps.ts';
import { dynamoHours } from '../../../lib/adapters/hours.ts';
import type { BookingDeps } from '../../../lib/app/book-session.ts';
import {
  bookForMember,
  type MemberBooking,
  type MemberBookingDeps,
} from '../../../lib/app/desk/book-for-member.ts';
import { addHours } from '../../../lib/app/desk/hours.ts';
import { sessionsInTheWay } from '../../../lib/app/desk/sessions-in-the-way.ts';
import { handle } from '../../../lib/app/handle.ts';
import { consultantOf } from '../../../lib/domain/catalogue.ts';
import { busyCellsOn } from '../../adapters/whole-table.ts';
import settings from '../../fixture-config.ts';
import { type Part, parseMime } from '../../messages/parse-mime.ts';
import { company, type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, events, firstTime, interleaved, onceFor, refusalOf, sessionType } from '../acting.ts';
import { tellEverything } from '../telling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const reason = 'Their orders have stopped';
let engine: Engine;
let world: World;
let deps: MemberBookingDeps & BookingDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  const people = { ...peopleDepsWith(world.table), now: () => world.clock.now };
  deps = {
    ...world.deps,
    search: dynamoSearch(world.table),
    hours: dynamoHours(world.table),
    people,
  };
});

let keys = 0;

/** An hour with robin at seven minutes past START, under a key of its own. */
function set(
  changes: Partial<MemberBooking> = {},
  once = onceFor(`desk ${++keys}`),
  its: MemberBookingDeps = deps,
) {
  const wish = {
    sessionType: sessionType('live-60'),
    consultant: consultantOf(settings, 'robin'),
    start: START + 7 * MINUTE,
    minutes: 60,
    timeZone: 'Europe/Berlin',
    attendee: { name: 'Grace Hopper', email: 'grace@example.org' },
    reason,
    staffId: 'per_kim',
    override: false,
    ...changes,
  };
  return bookForMember(its, wish, once);
}

function plainText(part: Part): Part | undefined {
  return part.type.startsWith('text/plain') ? part : part.parts.map(plainText).find(Boolean);
}

describe('a session that our staff set', () => {
  it('is free, exact to the minute, and told by mail with who set it and why', async () => {
    const booking = await set({ companyId: company.id });
    expect(booking).toMatchObject({
      ...{ status: 'confirmed', start: START + 7 * MINUTE, end: START + 67 * MINUTE, consultantId: 'robin' },
      ...{ companyId: company.id, bookedBy: 'per_kim', words: { '1': reason } },
    });
    expect(booking).not.toHaveProperty('price');
    expect(booking).not.toHaveProperty('beside');
    await tellEverything(world);
    const mail = plainText(parseMime(world.mailer.sent.at(-1)?.mime ?? ''))?.body ?? '';
    expect(mail).toContain('16:07');
    expect(mail).toContain('We have set the exact time');
    expect(mail).toContain(reason);
    const [event] = await events(world);
    expect(event?.event).toMatchObject({ by: 'staff', staffId: 'per_kim' });
    expect(JSON.stringify(event)).not.toContain(reason);
  });

  it('keeps every quarter hour that it touches from others', async () => {
    await set();
    const from = START / (15 * MINUTE);
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({
      robin: [0, 1, 2, 3, 4].map((index) => (from + index) % 96),
    });
    expect((await book(world.deps)).consultantId).toBe('kim');
  });

  it.each([
    ['at once', NOW],
    ['a minute ago, as long as typing takes', NOW - MINUTE],
    ['at night', NOW + 9 * HOUR],
    ['on a Sunday', NOW + 6 * DAY],
    ['beyond the horizon', NOW + 200 * DAY],
  ])('may be %s', async (_, start) => {
    expect(await set({ start })).toMatchObject({ start, status: 'confirmed' });
  });

  it('may be in time off, where no member could book', async () => {
    const wish = {
      consultantId: 'robin',
      kind: 'off',
      from: START,
      to: START + 4 * HOUR,
      reason: 'Ill',
    } as const;
    await addHours(deps, { kind: 'staff', id: 'per_kim' }, wish);
    expect(await set()).toMatchObject({ consultantId: 'robin' });
    expect((await book(world.deps)).consultantId).toBe('kim');
  });

  it.each([
    ['in the past', NOW - 3 * MINUTE, 'must not lie in the past'],
    ['off the minute', START + 1, 'must be a whole minute'],
    ['years ahead', NOW + 400 * DAY, 'must be within a year'],
  ])('is refused %s', async (_, start, message) => {
    const refused = await refusalOf(set({ start }));
    expect([refused.code, refused.facts['errors']]).toEqual(['invalid-input', [{ field: 'start', message }]]);
  });

  it('is refused for a company that there is not', async () => {
    expect((await refusalOf(set({ companyId: 'nobody' }))).code).toBe('not-found');
  });

  it('is booked once for a key, and another wish under it is refused', async () => {
    const once = onceFor('a key');
    const first = await set({}, once);
    expect(await set({}, once)).toEqual(first);
    expect((await refusalOf(set({}, onceFor('a key', 'another')))).code).toBe('idempotency-key-reused');
  });
});

describe('where the consultant has other sessions then, one that our staff set', () => {
  it('is refused with those sessions, and put beside them when that is wanted', async () => {
    const other = await book(world.deps);
    const refused = await refusalOf(set());
    expect(refused).toMatchObject({
      code: 'slot-unavailable',
      facts: {
        sessions: [
          {
            ...{ id: other.id, status: 'confirmed', attendee: 'Ada Park' },
            ...{ start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T16:00:00.000Z' },
          },
        ],
      },
    });
    const beside = await set({ override: true });
    expect(beside).toMatchObject({ beside: true, consultantId: 'robin' });
    expect(await world.deps.table.booking(other.id)).toEqual(other);
  });

  it('leaves the time taken by the other when it is cancelled', async () => {
    await book(world.deps);
    const { id } = await set({ start: START, override: true });
    const stamp = world.clock.now;
    await handle(world.deps, id, {
      type: 'cancel',
      by: 'staff',
      reason: 'Solved',
      staffId: 'per_kim',
      stamp,
    });
    expect(Object.values(await busyCellsOn(world.table, '2026-11-24')).flat()).toHaveLength(4);
    expect((await book(world.deps)).consultantId).toBe('kim');
  });

  it('is not beside anything where nothing was in the way after all', async () => {
    expect(await set({ override: true })).not.toHaveProperty('beside');
  });

  it('is told of one that was booked in the very moment, or put beside it', async () => {
    const others = firstTime(() => book(world.deps));
    const racing = interleaved(deps, others);
    const refused = await refusalOf(set({}, undefined, racing));
    expect(refused.facts['sessions']).toMatchObject([{ id: (await others()).id }]);
    expect(await set({ override: true }, undefined, racing)).toMatchObject({ beside: true });
  });

  it('needs a quarter hour that touches no other, though the minutes would not meet', async () => {
    await set({ start: START - 40 * MINUTE, minutes: 45 });
    const wish = { consultant: { id: 'robin' }, start: START + 10 * MINUTE, minutes: 60 };
    expect(await sessionsInTheWay(deps, wish)).toHaveLength(1);
    expect(await sessionsInTheWay(deps, { ...wish, start: START + 15 * MINUTE })).toEqual([]);
    expect(await sessionsInTheWay(deps, { ...wish, consultant: { id: 'kim' } })).toEqual([]);
  });
});
