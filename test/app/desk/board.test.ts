import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import { type BoardDeps, boardDays } from '../../../lib/app/desk/board.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { booking, cancelled, moved, type Wanted } from '../../adapters/changes.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DATE = '2026-11-24';

let engine: Engine;
let world: World;
let deps: BoardDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = { ...world.deps, search: dynamoSearch(world.table) };
});

async function put(wanted: Wanted): Promise<Booking> {
  const change = booking(wanted);
  await world.deps.table.commit(change);
  return change.after;
}

async function idsOn(first: string, count = 1): Promise<string[]> {
  return (await boardDays(deps, first, count)).bookings.map(({ id }) => id);
}

describe('the days of the board', () => {
  it('have the sessions that begin on them, of all consultants, by their start', async () => {
    await put({ id: 'bkg_late', consultant: 'kim', start: START + 4 * HOUR });
    await put({ id: 'bkg_early', start: START });
    await put({ id: 'bkg_tomorrow', start: START + DAY });
    await put({ id: 'bkg_yesterday', consultant: 'kim', start: START - DAY });
    expect(await idsOn(DATE)).toEqual(['bkg_early', 'bkg_late']);
    expect(await idsOn(DATE, 2)).toEqual(['bkg_early', 'bkg_late', 'bkg_tomorrow']);
  });

  it('begin and end by the clocks of the deployment', async () => {
    // Midnight in New York is five o’clock in UTC.
    const midnight = Date.parse('2026-11-24T05:00:00Z');
    await put({ id: 'bkg_first', start: midnight, minutes: 15 });
    await put({ id: 'bkg_before', start: midnight - HOUR, minutes: 15 });
    expect(await idsOn(DATE)).toEqual(['bkg_first']);
  });

  it('have what is over as well, as its row is now', async () => {
    const one = await put({ id: 'bkg_one' });
    await world.deps.table.commit(cancelled(one));
    expect((await boardDays(deps, DATE, 1)).bookings).toMatchObject([{ id: 'bkg_one', status: 'cancelled' }]);
  });

  it('go by the rows where a list is behind: what has moved away is not told', async () => {
    const one = await put({ id: 'bkg_one' });
    const stale: BoardDeps = {
      ...deps,
      search: { ...deps.search, placesWithin: async () => [{ bookingId: one.id, start: one.start }] },
    };
    await world.deps.table.commit(moved(one, START + DAY));
    expect((await boardDays(stale, DATE, 1)).bookings).toEqual([]);
  });

  it('are read with one look-up for each consultant, and all rows of a hundred at once', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `bkg_${index}`);
    for (const [index, id] of ids.entries()) {
      const consultant = index % 2 === 0 ? 'robin' : 'kim';
      await put({ id, consultant, start: START + (index - 60) * 30 * 60_000, minutes: 15 });
    }
    const calls: string[] = [];
    const { client } = world.table;
    const counted = {
      ...world.table,
      client: new Proxy(client, {
        get: (target, name) => {
          if (name !== 'send') return Reflect.get(target, name) as unknown;
          return (command: Parameters<typeof client.send>[0]) => {
            calls.push(command.constructor.name);
            return target.send(command);
          };
        },
      }),
    };
    const { bookings } = await boardDays({ ...deps, search: dynamoSearch(counted) }, '2026-11-23', 4);
    expect(bookings).toHaveLength(120);
    expect(calls.toSorted()).toEqual(['BatchGetCommand', 'BatchGetCommand', 'QueryCommand', 'QueryCommand']);
  });

  it('are empty where nothing is booked, and then no row is asked for', async () => {
    const batchless: BoardDeps = {
      ...deps,
      search: { ...deps.search, bookings: async (ids) => (ids.length === 0 ? [] : Promise.reject(ids)) },
    };
    expect((await boardDays(batchless, DATE, 7)).bookings).toEqual([]);
  });
});
