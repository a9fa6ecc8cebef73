import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book, fire } from '../app/acting.ts';
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

async function missed(): Promise<string> {
  const booked = await book(world.deps);
  await fire(world, booked, 'check-in', START + 300_000);
  await fire(world, booked, 'close', START + 900_000);
  return booked.id;
}

describe('the evidence of a booking', () => {
  it('is answered as the document declares it, the verdict in the language that is asked for', async () => {
    const path = { bookingId: await missed() };
    const english = await ask(world, 'getEvidence', { path });
    expect(english).toMatchObject({
      booking: { id: path.bookingId, status: 'no_show' },
      verdict: [{ finding: 'no-show-counts', sentence: 'It is a no-show, and it counts.' }, {}, {}, {}],
      events: [{ type: 'booked' }, { type: 'check-in-asked' }, { type: 'no-show-recorded' }],
      standing: { noShows: [{ booking: path.bookingId }] },
    });
    const german = await ask(world, 'getEvidence', { path, query: { language: 'de' } });
    expect(german['verdict']).toMatchObject([
      { sentence: 'Es ist ein Nichterscheinen, und es zählt.' },
      {},
      {},
      {},
    ]);
  });

  it('of a booking that there is not is not found', async () => {
    const path = { bookingId: 'bkg_00000000000000000000009999' };
    await expect(ask(world, 'getEvidence', { path })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an erasure', () => {
  it('is answered with the tombstone and how much it was, and refuses what is no mail address', async () => {
    await missed();
    world.clock.now = START + 3_600_000;
    const wish = { body: { reason: 'Asked for it' } };
    const told = await ask(world, 'erasePerson', { ...wish, path: { email: 'Ada+x@example.com' } });
    expect(told).toEqual({
      tombstone: expect.stringMatching(/^std_/u),
      ...{ bookings: 1, numbers: 1, account: false },
    });
    await expect(ask(world, 'erasePerson', { ...wish, path: { email: 'ada' } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
