import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import { dynamoHours } from '../../../lib/adapters/hours.ts';
import { bookingsWithin } from '../../../lib/app/desk/bookings-within.ts';
import { addHours, hoursOf, previewHours, removeHours } from '../../../lib/app/desk/hours.ts';
import { handle } from '../../../lib/app/handle.ts';
import type { HoursDeps } from '../../../lib/app/hours-deps.ts';
import { moveSession } from '../../../lib/app/move-session.ts';
import { explainSlot, findSlots } from '../../../lib/app/slots.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { CELL_MS } from '../../../lib/domain/calendar/cells.ts';
import type { HoursWish } from '../../../lib/domain/calendar/hours-exception.ts';
import type { Actor, StaffActor } from '../../../lib/domain/people/actor.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, interleaved, refusalOf, sessionType } from '../acting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const offer = sessionType('live-60');
const staff: StaffActor = { kind: 'staff', id: 'per_kim' };

let engine: Engine;
let world: World;
let deps: HoursDeps & World['deps'];
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = { ...world.deps, search: dynamoSearch(world.table), hours: dynamoHours(world.table) };
});

/** Time off of robin from START, for an hour. */
function wish(changes: Partial<HoursWish> = {}): HoursWish {
  return {
    consultantId: 'robin',
    kind: 'off',
    from: START,
    to: START + HOUR,
    reason: 'Training',
    ...changes,
  };
}

const slots = (from: number, to: number) => findSlots(deps, offer, from, to);
const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

describe('time off', () => {
  it('closes the consultant’s time to searches, bookings and moves, and gives it back when it is removed', async () => {
    const { hours } = await addHours(deps, staff, wish());
    expect(hours).toMatchObject({ ...wish(), by: 'per_kim', at: NOW });
    expect(hours.id).toMatch(/^hrs_[0-9a-z]{26}$/u);
    await addHours(deps, staff, wish({ consultantId: 'kim' }));
    expect(await slots(START, START + 1)).toEqual([]);
    expect(await explainSlot(deps, offer, START)).toMatchObject({
      reasons: [
        { code: 'time-off', consultant: 'robin' },
        { code: 'time-off', consultant: 'kim' },
      ],
    });
    expect((await refusalOf(book(deps))).code).toBe('slot-unavailable');
    const later = await book(deps, { start: START + 2 * HOUR });
    const byLink = moveSession(deps, later.id, { by: 'link', start: START, stamp: NOW });
    expect((await refusalOf(byLink)).facts['reasons']).toMatchObject([
      { code: 'time-off' },
      { code: 'time-off' },
    ]);
    const byStaff = { by: 'staff', start: START, stamp: NOW, reason: 'Ill', staffId: 'per_kim' } as const;
    expect((await refusalOf(moveSession(deps, later.id, byStaff))).code).toBe('slot-unavailable');
    const removed = await removeHours(deps, staff, 'robin', hours.id);
    expect(removed).toMatchObject({ hours: { ...hours, removed: { by: 'per_kim', at: NOW } }, bookings: [] });
    expect((await book(deps)).consultantId).toBe('robin');
  });

  it('that lands while somebody books sends the booking to the next consultant, and is not outrun', async () => {
    let meanwhile = 0;
    const racing = interleaved(deps, async () => {
      if (meanwhile++ === 0) await addHours(deps, staff, wish());
    });
    expect((await book(racing)).consultantId).toBe('kim');
    expect(meanwhile).toBe(2);
  });

  it('that lands while somebody moves sends the session to the next consultant likewise', async () => {
    const booked = await book(deps, { start: START + 2 * HOUR });
    const racing = interleaved(deps, () => addHours(deps, staff, wish()));
    const move = { by: 'link', start: START, stamp: NOW } as const;
    expect(booked.consultantId).toBe('robin');
    expect((await moveSession(racing, booked.id, move)).consultantId).toBe('kim');
  });

  it('leaves every session booked, and lists it before and after', async () => {
    const during = await book(deps);
    const into = await book(deps, { start: START + HOUR / 2 });
    await moveSession(deps, into.id, { by: 'link', start: START - HOUR / 2, stamp: NOW });
    const stretch = wish({ consultantId: during.consultantId, from: START - 2 * HOUR, to: START + 8 * HOUR });
    const before = await previewHours(deps, staff, stretch);
    expect(idsOf(before.bookings)).toEqual([during.id]);
    expect(await hoursOf(deps, staff, 'robin', START, START + 1)).toEqual([]);
    const after = await addHours(deps, staff, stretch);
    expect(after).toEqual(before);
    expect(await deps.table.booking(during.id)).toEqual(during);
  });

  it('is added once, asked for twice at once or after each other, by whomever', async () => {
    const other: StaffActor = { kind: 'staff', id: 'per_robin' };
    const added = await Promise.all([staff, other, staff].map((one) => addHours(deps, one, wish())));
    expect(new Set(added.map(({ hours }) => JSON.stringify(hours))).size).toBe(1);
    const again = await addHours(deps, other, wish({ reason: 'Said otherwise' }));
    expect(again.hours).toEqual(added[0]?.hours);
    await removeHours(deps, staff, 'robin', again.hours.id);
    expect(await slots(START, START + 1)).toEqual([START]);
    expect((await deps.hours.calendarNow(START, START)).off.get('robin') ?? []).toEqual([]);
  });

  it('is removed once, and can be added anew after that', async () => {
    const { hours } = await addHours(deps, staff, wish());
    const removals = await Promise.all([1, 2, 3].map(() => removeHours(deps, staff, 'robin', hours.id)));
    expect(new Set(removals.map((done) => JSON.stringify(done.hours))).size).toBe(1);
    const again = await addHours(deps, staff, wish());
    expect(again.hours.id).not.toBe(hours.id);
    expect((await deps.hours.calendarNow(START, START)).off.get('robin')).toHaveLength(4);
  });
});

describe('extra hours', () => {
  const saturday = START + 4 * DAY;
  const extra = wish({ kind: 'extra', from: saturday, to: saturday + 2 * HOUR });

  it('open time to searches and bookings', async () => {
    expect(await slots(saturday, saturday + 3 * HOUR)).toEqual([]);
    expect((await addHours(deps, staff, extra)).bookings).toEqual([]);
    const found = await slots(saturday, saturday + 3 * HOUR);
    expect(found).toEqual([saturday, saturday + HOUR / 2, saturday + HOUR]);
    expect((await book(deps, { start: saturday })).consultantId).toBe('robin');
  });

  it('leave the sessions that are booked in them where they are when they are removed, and list them', async () => {
    const { hours } = await addHours(deps, staff, extra);
    const booked = await book(deps, { start: saturday });
    const removed = await removeHours(deps, staff, 'robin', hours.id);
    expect(removed.bookings).toEqual([booked]);
    expect(await slots(saturday, saturday + 3 * HOUR)).toEqual([]);
  });
});

describe('the bookings within a stretch', () => {
  const within = (from: number, to: number) => bookingsWithin(deps, 'robin', from, to);

  it('are the open ones of that consultant that touch it, the soonest first', async () => {
    const first = await book(deps, { start: START - HOUR });
    const next = await book(deps, { start: START + DAY });
    await handle(deps, (await book(deps, { start: START + DAY + 3 * HOUR })).id, {
      type: 'cancel',
      by: 'link',
      stamp: NOW,
    });
    const kims = await book(deps, { start: START + DAY });
    expect([first, next, kims].map(({ consultantId }) => consultantId)).toEqual(['robin', 'robin', 'kim']);
    expect(idsOf(await within(START - CELL_MS, START + 3 * DAY))).toEqual([first.id, next.id]);
    expect(idsOf(await within(START, START + DAY))).toEqual([]);
    expect(idsOf(await within(START, START + DAY + CELL_MS))).toEqual([next.id]);
  });

  it('are found also where the list of them lags behind', async () => {
    const booked = await book(deps);
    let looks = 0;
    const { bookingsIn, ...search } = deps.search;
    const lagging: HoursDeps = {
      ...deps,
      search: {
        ...search,
        bookingsIn: (...asked) => (looks++ < 2 ? Promise.resolve([]) : bookingsIn(...asked)),
      },
    };
    expect(idsOf(await bookingsWithin(lagging, 'robin', START, START + HOUR))).toEqual([booked.id]);
  });

  it('are never left out: where the list stays behind, whoever asks is asked to come back', async () => {
    await book(deps);
    const lost: HoursDeps = { ...deps, search: { ...deps.search, bookingsIn: () => Promise.resolve([]) } };
    expect((await refusalOf(addHours(lost, staff, wish()))).code).toBe('busy');
    expect((await addHours(deps, staff, wish())).bookings).toHaveLength(1);
  });

  it('are all found where they are more than one page', async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({
      bookingId: `bkg_${String(index).padStart(26, '0')}`,
      start: START + index,
    }));
    const booked = await book(deps);
    const paged: HoursDeps = {
      ...deps,
      table: { ...deps.table, booking: (id) => Promise.resolve({ ...booked, id }) },
      search: {
        ...deps.search,
        bookingsIn: (_, { after, limit }) => {
          const first =
            after === undefined ? 0 : many.findIndex(({ bookingId }) => bookingId === after.bookingId) + 1;
          return Promise.resolve(many.slice(first, first + limit));
        },
      },
    };
    expect(await bookingsWithin(paged, 'robin', START, START + HOUR)).toHaveLength(230);
  });
});

describe('hours', () => {
  it('are told as far as they touch a stretch, in order, and not when they are removed', async () => {
    const long = await addHours(deps, staff, wish({ from: START - DAY / 2, to: START + 80 * DAY }));
    const short = await addHours(
      deps,
      staff,
      wish({ kind: 'extra', from: START + 9 * HOUR, to: START + 10 * HOUR }),
    );
    const gone = await addHours(deps, staff, wish());
    await removeHours(deps, staff, 'robin', gone.hours.id);
    const told = async (from: number, to: number) =>
      (await hoursOf(deps, staff, 'robin', from, to)).map(({ id }) => id);
    expect(await told(START, START + DAY)).toEqual([long.hours.id, short.hours.id]);
    expect(await told(START + 79 * DAY, START + 90 * DAY)).toEqual([long.hours.id]);
    expect(await told(START + 80 * DAY, START + 90 * DAY)).toEqual([]);
    expect(await told(START - DAY, START - DAY / 2)).toEqual([]);
  });

  it('are the business of our staff alone', async () => {
    const member: Actor = { kind: 'member', person: { staff: false } as Member };
    const rows = await everyRow(world.table);
    for (const act of [
      () => addHours(deps, member, wish()),
      () => previewHours(deps, member, wish()),
      () => removeHours(deps, member, 'robin', 'hrs_0'),
      () => hoursOf(deps, member, 'robin', START, START + 1),
    ])
      expect((await refusalOf(act())).code).toBe('not-allowed');
    expect(await everyRow(world.table)).toEqual(rows);
  });

  it('of nobody, and that there aren’t, are not found', async () => {
    for (const act of [
      () => addHours(deps, staff, wish({ consultantId: 'nobody' })),
      () => removeHours(deps, staff, 'nobody', 'hrs_0'),
      () => removeHours(deps, staff, 'robin', `hrs_${'0'.repeat(26)}`),
      () => hoursOf(deps, staff, '', START, START + 1),
    ])
      expect((await refusalOf(act())).code).toBe('not-found');
  });

  it('are refused by the field that is wrong, and nothing is written', async () => {
    const rows = await everyRow(world.table);
    for (const [field, changes] of [
      ['from', { from: START + 1 }],
      ['to', { to: START }],
      ['to', { to: START + 93 * DAY }],
    ] as const) {
      const { code, facts } = await refusalOf(addHours(deps, staff, wish(changes)));
      expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field }]]);
    }
    expect(await everyRow(world.table)).toEqual(rows);
  });
});
