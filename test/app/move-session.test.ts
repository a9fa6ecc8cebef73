import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { busyCellsOn } from '../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, firstTime, interleaved, refusalOf, sessionType } from './acting.ts';
import { roundsOf } from './rounds.ts';

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

const to = (start: number, stamp = NOW) => ({ start, by: 'link', stamp }) as const;

describe('moving a session', () => {
  it('keeps id and consultant, raises the version, and frees the old time', async () => {
    const first = await book(world.deps);
    const moved = await moveSession(world.deps, first.id, to(START + 3 * HOUR));
    expect(moved).toMatchObject({ id: first.id, version: 2, consultantId: 'robin', start: START + 3 * HOUR });
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [72, 73, 74, 75] });
  });

  it('may be into its own time', async () => {
    const { id } = await book(world.deps);
    expect(await moveSession(world.deps, id, to(START + 30 * MINUTE))).toMatchObject({
      consultantId: 'robin',
    });
  });

  it('stays with its consultant even where another is less loaded', async () => {
    const { id } = await book(world.deps);
    await handle(world.deps, (await book(world.deps)).id, { type: 'cancel', by: 'link', stamp: NOW });
    await book(world.deps, { start: START + 5 * HOUR });
    expect(await moveSession(world.deps, id, to(START + HOUR))).toMatchObject({ consultantId: 'robin' });
  });

  it('goes to the other consultant when its own was taken between reading and writing', async () => {
    const { id } = await book(world.deps);
    await book(world.deps, { start: START + 6 * HOUR });
    const rival = firstTime(() =>
      handle(world.deps, 'bkg_rival', {
        type: 'book',
        bookingId: 'bkg_rival',
        sessionType: 'live-60',
        minutes: 60,
        start: START + 2 * HOUR,
        timeZone: 'UTC',
        attendee: { name: 'Rival', email: 'rival@example.com' },
        consultants: ['robin'],
      }),
    );
    const deps = interleaved(world.deps, rival);
    expect(await moveSession(deps, id, to(START + 2 * HOUR))).toMatchObject({
      consultantId: 'kim',
      version: 2,
    });
  });

  it('to the time that it has changes nothing', async () => {
    const first = await book(world.deps);
    expect(await moveSession(world.deps, first.id, to(START))).toEqual(first);
  });

  it('to a time that nobody can give is refused with the reasons', async () => {
    const { id } = await book(world.deps);
    const saturday = START + 4 * 24 * HOUR;
    const { code, facts, detail } = await refusalOf(moveSession(world.deps, id, to(saturday)));
    expect(code).toBe('slot-unavailable');
    expect(detail).toBe("The session doesn't fit into Robin Hale's hours.");
    expect(facts['reasons']).toMatchObject([{ code: 'outside-hours' }, { code: 'outside-hours' }]);
  });

  it('is refused for being late before it is refused for the time asked for', async () => {
    const { id } = await book(world.deps);
    const late = to(START + 4 * 24 * HOUR, START - 65 * MINUTE);
    const { code, facts } = await refusalOf(moveSession(world.deps, id, late));
    expect(code).toBe('outside-change-window');
    expect(facts).toEqual({ until: '2026-11-24T13:55:00.000Z' });
  });

  it('is refused where there is no such booking', async () => {
    expect(await refusalOf(moveSession(world.deps, 'bkg_none', to(START)))).toMatchObject({
      code: 'not-found',
    });
  });

  it('takes two rounds: the booking beside the calendar, then one transaction', async () => {
    const { id } = await book(world.deps);
    const { table, rounds } = roundsOf(world.deps.table);
    await moveSession({ ...world.deps, table }, id, to(START + HOUR));
    expect(rounds()).toEqual([['booking', 'busy'], ['commit']]);
  });

  it('sees the calendar as far as the session reaches, however long it is and late it begins', async () => {
    const late = Date.parse('2026-11-25T23:30:00Z');
    const { id } = await book(world.deps, { sessionType: sessionType('live-90') });
    const busy: [number, number][] = [];
    const table: Table = {
      ...world.deps.table,
      busy: (from, until) => {
        busy.push([from, until]);
        return world.deps.table.busy(from, until);
      },
    };
    await refusalOf(moveSession({ ...world.deps, table }, id, to(late)));
    expect(busy).toEqual([[expect.any(Number), late + 8 * HOUR]]);
  });

  it('that races with another move is decided anew, and frees the time that the other took', async () => {
    const { id } = await book(world.deps);
    const rival = firstTime(() => moveSession(world.deps, id, to(START + 2 * HOUR)));
    const deps = interleaved(world.deps, rival);
    expect(await moveSession(deps, id, to(START + 4 * HOUR))).toMatchObject({
      version: 3,
      start: START + 4 * HOUR,
    });
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [76, 77, 78, 79] });
  });

  it('that races with a cancellation leaves the booking cancelled', async () => {
    const { id } = await book(world.deps);
    const deps = interleaved(world.deps, () =>
      handle(world.deps, id, { type: 'cancel', by: 'link', stamp: NOW }),
    );
    expect(await refusalOf(moveSession(deps, id, to(START + HOUR)))).toMatchObject({ code: 'already-over' });
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [] });
  });
});
