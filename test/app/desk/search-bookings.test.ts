import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import type { BookingSearch } from '../../../lib/app/deps.ts';
import { type DeskDeps, type Sought, searchBookings } from '../../../lib/app/desk/search-bookings.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { booking, cancelled, moved } from '../../adapters/changes.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';
import { refusalOf } from '../acting.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ada = { name: 'Ada', email: 'Ada.Park+work@Example.com', mobile: '+15550100123' };
const bo = { name: 'Bo', email: 'bo@example.com' };

let engine: Engine;
let world: World;
let deps: DeskDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = { ...world.deps, search: dynamoSearch(world.table) };
});

/** An id that begins like this. */
function idOf(beginning: string): string {
  return `bkg_${beginning.padEnd(26, '0')}`;
}

interface Wish extends Partial<Pick<Booking, 'attendee' | 'start' | 'companyId'>> {
  readonly consultant?: string;
}

async function put(beginning: string, { attendee = ada, companyId, ...wish }: Wish = {}): Promise<Booking> {
  const { after, events, ...change } = booking({ id: idOf(beginning), ...wish });
  const { companyId: usual, ...row } = after;
  const company = companyId ?? usual;
  const made = { ...row, attendee, ...(company === undefined ? {} : { companyId: company }) };
  await deps.table.commit({ ...change, after: made, events });
  return made;
}

/** The ids that a search finds, and how it goes on. */
async function found(sought: Sought, limit = 20, cursor?: string) {
  const { items, next } = await searchBookings(deps, sought, { limit, ...(cursor && { cursor }) });
  return { ids: items.map(({ id }) => id), next };
}

/** Page after page, until there is none. */
async function pages(sought: Sought, limit: number): Promise<string[][]> {
  const told: string[][] = [];
  let cursor: string | undefined;
  do {
    const { ids, next } = await found(sought, limit, cursor);
    told.push(ids);
    cursor = next;
  } while (cursor !== undefined);
  return told;
}

describe('a search', () => {
  it('by mail address finds every spelling of it, over or not, the latest session first', async () => {
    const first = await put('1');
    await put('2', { start: START + DAY, attendee: { ...ada, email: 'ada.park@example.com' } });
    await put('3', { start: START + 2 * DAY, attendee: bo });
    await deps.table.commit(cancelled(first));
    const { ids } = await found({ by: 'email', email: 'ADA.PARK@example.com' });
    expect(ids).toEqual([idOf('2'), idOf('1')]);
  });

  it('by mobile number finds the bookings of that number alone', async () => {
    await put('1');
    await put('2', { start: START + DAY, attendee: { ...ada, mobile: '+15550100199' } });
    expect((await found({ by: 'mobile', mobile: '+15550100123' })).ids).toEqual([idOf('1')]);
  });

  it('by company finds the bookings of that company alone, whoever they are for', async () => {
    await put('1');
    await put('2', { start: START + DAY, companyId: 'example-crates-2' });
    await put('3', { start: START + 2 * DAY, attendee: bo });
    const { ids } = await found({ by: 'company', companyId: 'example-crates' });
    expect(ids).toEqual([idOf('3'), idOf('1')]);
  });

  it('by a consultant’s day finds what starts on that date in the deployment’s zone, in its order', async () => {
    // New York's Tuesday: from 05:00 UTC to 05:00 UTC.
    const midnight = Date.parse('2026-11-24T05:00:00Z');
    await put('1', { start: midnight + DAY - HOUR });
    await put('2', { start: midnight });
    await put('3', { start: midnight - HOUR });
    await put('4', { start: midnight + DAY });
    await put('5', { start: midnight + HOUR, consultant: 'kim' });
    const day = { by: 'day', consultantId: 'robin', date: '2026-11-24' } as const;
    expect((await found(day)).ids).toEqual([idOf('2'), idOf('1')]);
    expect(await pages(day, 1)).toEqual([[idOf('2')], [idOf('1')]]);
  });

  it('by a day finds what was moved to it, and not what was moved away', async () => {
    const first = await put('1');
    await deps.table.commit(moved(first, START + DAY, 'kim'));
    expect((await found({ by: 'day', consultantId: 'robin', date: '2026-11-24' })).ids).toEqual([]);
    expect((await found({ by: 'day', consultantId: 'kim', date: '2026-11-25' })).ids).toEqual([idOf('1')]);
  });

  it('by id finds the one, or all that begin so, the first made first', async () => {
    await put('ab1');
    await put('ab2', { start: START + DAY });
    await put('b', { start: START + 2 * DAY });
    expect((await found({ by: 'id', beginning: idOf('ab2') })).ids).toEqual([idOf('ab2')]);
    expect((await found({ by: 'id', beginning: 'bkg_ab' })).ids).toEqual([idOf('ab1'), idOf('ab2')]);
    expect((await found({ by: 'id', beginning: 'bkg_c' })).ids).toEqual([]);
    expect((await found({ by: 'id', beginning: idOf('c') })).ids).toEqual([]);
  });

  it.each<[string, Sought]>([
    ['mail address', { by: 'email', email: ada.email }],
    ['mobile number', { by: 'mobile', mobile: ada.mobile }],
    ['company', { by: 'company', companyId: 'example-crates' }],
    ['beginning of an id', { by: 'id', beginning: 'bkg_' }],
  ])('by %s tells every booking once, page by page', async (_, sought) => {
    for (let day = 0; day < 5; day++) await put(String(day + 1), { start: START + day * DAY });
    const told = await pages(sought, 2);
    expect(told.map((ids) => ids.length)).toEqual([2, 2, 1]);
    const order = sought.by === 'id' ? [1, 2, 3, 4, 5] : [5, 4, 3, 2, 1];
    expect(told.flat()).toEqual(order.map((day) => idOf(String(day))));
  });

  it('that nothing more follows has no next page', async () => {
    await put('1');
    await put('2', { start: START + DAY });
    expect(await pages({ by: 'company', companyId: 'example-crates' }, 2)).toEqual([[idOf('2'), idOf('1')]]);
  });

  it('by a day reads no further than that day', async () => {
    for (let day = 0; day < 5; day++) await put(String(day + 1), { start: START + day * DAY });
    let reads = 0;
    const bookingsIn: BookingSearch['bookingsIn'] = (...asked) => {
      reads++;
      return deps.search.bookingsIn(...asked);
    };
    const counted = { ...deps, search: { ...deps.search, bookingsIn } };
    await searchBookings(counted, { by: 'day', consultantId: 'robin', date: '2026-11-24' }, { limit: 2 });
    expect(reads).toBe(1);
  });

  it('leaves out what an index that lags behind still has', async () => {
    const first = await put('1');
    await deps.table.commit(moved(first, START + DAY, 'kim'));
    const lagging: DeskDeps = {
      ...deps,
      search: { ...deps.search, bookingsIn: async () => [{ bookingId: idOf('1'), start: START }] },
    };
    const { items } = await searchBookings(
      lagging,
      { by: 'day', consultantId: 'robin', date: '2026-11-24' },
      { limit: 20 },
    );
    expect(items).toEqual([]);
  });

  it('refuses a cursor that no page gave', async () => {
    const search = searchBookings(deps, { by: 'id', beginning: 'bkg_' }, { limit: 2, cursor: 'bm9wZQ' });
    expect(await refusalOf(search)).toMatchObject({ code: 'invalid-input' });
  });
});

describe('what happened to a booking', () => {
  it('is told in order, all of it', async () => {
    const first = await put('1');
    const { after } = moved(first, START + DAY);
    await deps.table.commit(moved(first, START + DAY));
    await deps.table.commit(cancelled(after));
    await put('2');
    const events = await deps.search.eventsOf(idOf('1'));
    expect(events.map(({ number, event }) => [number, event.type])).toEqual([
      [1, 'booked'],
      [2, 'rescheduled'],
      [3, 'cancelled'],
    ]);
  });

  it('is nothing where there is no booking', async () => {
    expect(await deps.search.eventsOf(idOf('9'))).toEqual([]);
  });
});
