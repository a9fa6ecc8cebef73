import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';
import { book } from '../acting.ts';
import { attendee, DAY, HOUR, missed, notCome } from './standing-world.ts';
import { type Written, written } from './written.ts';

const TABLES = 20;
const RACES_A_TABLE = 10;
/** 09:00 and the four hours after it in New York; each is given by two consultants. */
const hourOf = (index: number) => (Math.floor(index / 2) - 1) * HOUR;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('dynoxide');
});
afterAll(() => engine.stop());

/** Somebody with one no-show, whose second session is over, and nobody was there. */
async function runner(world: World, index: number): Promise<{ email: string; second: Booking }> {
  const email = `runner-${index}@example.com`;
  const second = await book(world.deps, { start: START + DAY + hourOf(index), attendee: attendee(email) });
  await missed(world, START + hourOf(index), email);
  return { email, second };
}

type Outcome = 'booked' | 'refused';

/** Books while the second no-show lands: that one begins `head` reads of the table later. */
async function race(world: World, index: number, head: number): Promise<Outcome> {
  const { email, second } = await runner(world, index);
  world.clock.now = START + DAY + 5 * HOUR;
  const third = book(world.deps, { start: START + 3 * DAY + hourOf(index), attendee: attendee(email) });
  const outcome = third.then(
    (): Outcome => 'booked',
    (error: unknown): Outcome => {
      if (error instanceof Refusal && error.code === 'free-session-blocked') return 'refused';
      throw error;
    },
  );
  for (let reads = 0; reads < head; reads++) await world.deps.table.phone('+15550100199');
  await notCome(world, second);
  return outcome;
}

/** Bookings that the table took after the no-show that blocks who they are for. */
async function outrunning(
  writes: readonly Written[],
  emailOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const noShows = new Map<string, number>();
  const outran: string[] = [];
  for (const { pk, sk, how } of writes) {
    if (pk.startsWith('STANDING#') && sk === 'STANDING') {
      const email = pk.slice('STANDING#'.length);
      noShows.set(email, (noShows.get(email) ?? 0) + 1);
    }
    if (sk !== 'BOOKING' || how !== 'INSERT') continue;
    const email = emailOf.get(pk) ?? '';
    if ((noShows.get(email) ?? 0) >= 2) outran.push(pk);
  }
  return outran;
}

it('never is a free session booked after the no-show that blocks them, in 200 races', async () => {
  const outcomes: Outcome[] = [];
  const outran: string[] = [];
  for (let table = 0; table < TABLES; table++) {
    const world = await makeWorld(engine);
    for (let index = 0; index < RACES_A_TABLE; index++) {
      world.clock.now = START - 2 * DAY;
      outcomes.push(await race(world, index, (table + index) % 5));
    }
    const writes = await written(world.table);
    const emails = await Promise.all(
      writes
        .filter(({ sk, how }) => sk === 'BOOKING' && how === 'INSERT')
        .map(async ({ pk }): Promise<[string, string]> => {
          const booking = await world.deps.table.booking(pk.slice('BOOKING#'.length));
          return [pk, booking?.attendee.email ?? ''];
        }),
    );
    expect(writes.filter(({ pk }) => pk.startsWith('STANDING#'))).toHaveLength(2 * RACES_A_TABLE);
    outran.push(...(await outrunning(writes, new Map(emails))));
  }
  expect(outcomes).toHaveLength(TABLES * RACES_A_TABLE);
  expect(outran).toEqual([]);
  // Both ends of the race were seen: else nothing was shown.
  expect(new Set(outcomes)).toEqual(new Set(['booked', 'refused']));
}, 180_000);
