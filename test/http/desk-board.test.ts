import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { booking } from '../adapters/changes.ts';
import { refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { ask } from './desk-world.ts';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const getBoard = (query?: Readonly<Record<string, string>>) =>
  ask(world, 'getBoard', query === undefined ? {} : { query });

describe('the board for programs', () => {
  it('is today, where nothing else is asked for: who works when, with which sessions', async () => {
    expect(await getBoard()).toMatchObject({
      now: '2026-11-23T15:00:00.000Z',
      days: [
        {
          date: '2026-11-23',
          consultants: [
            {
              id: 'robin',
              open: [{ from: '2026-11-23T13:30:00.000Z', to: '2026-11-23T22:30:00.000Z' }],
              off: [],
              extra: [],
              bookings: [],
            },
            { id: 'kim' },
          ],
        },
      ],
    });
  });

  it('tells each session with how it stands now, and when it closes by itself', async () => {
    await world.deps.table.commit(booking({ id: 'bkg_one', consultant: 'kim' }));
    const session = async () => {
      const { days } = (await getBoard({ date: '2026-11-24', days: '1' })) as {
        days: { consultants: { bookings: object[] }[] }[];
      };
      return days[0]?.consultants.map(({ bookings }) => bookings);
    };
    expect(await session()).toMatchObject([[], [{ id: 'bkg_one', state: 'upcoming' }]]);
    world.clock.now = START + 60_000;
    const closesAt = '2026-11-24T15:15:00.000Z';
    expect(await session()).toMatchObject([[], [{ id: 'bkg_one', state: 'waiting', closesAt }]]);
  });

  it('is up to seven days', async () => {
    const { days } = (await getBoard({ date: '2026-11-23', days: '7' })) as { days: { date: string }[] };
    expect(days.map(({ date }) => date).at(-1)).toBe('2026-11-29');
    for (const wrong of ['0', '8', 'all'])
      expect((await refusalOf(getBoard({ days: wrong }))).code).toBe('invalid-input');
  });
});
