import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookSession } from '../../lib/app/book-session.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { everyRow } from '../adapters/whole-table.ts';
import settings from '../fixture-config.ts';
import { type Engine, makeWorld, NOW, openEngine, putCompany, START, type World } from '../world.ts';
import { book, firstTime, interleaved, onceFor, refusalOf, request } from './acting.ts';

const HOUR = 3_600_000;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

async function bookings(): Promise<Record<string, unknown>[]> {
  return (await everyRow(world.table)).filter(({ sk }) => sk === 'BOOKING');
}

describe('booking a session', () => {
  it("is free with the company's code, however it is spelled, and is kept as it is answered", async () => {
    const booking = await book(world.deps, {
      companyCode: ' demo-2026 ',
      topic: 'Import',
      release: release('5.2'),
    });
    expect(booking).toMatchObject({ status: 'confirmed', companyId: 'example-crates', release: '5.2' });
    expect(booking).not.toHaveProperty('price');
    expect(booking).not.toHaveProperty('companyCode');
    expect(await world.deps.table.booking(booking.id)).toEqual(booking);
  });

  it('goes to the least loaded consultant of that day', async () => {
    expect((await book(world.deps, { start: START - HOUR })).consultantId).toBe('robin');
    expect((await book(world.deps)).consultantId).toBe('kim');
  });

  it('goes to the next consultant when the first was taken between reading and writing', async () => {
    let rivals = 0;
    const deps = interleaved(world.deps, async () => {
      if (rivals++ === 0) await book(world.deps, { attendee: { name: 'Rival', email: 'rival@example.com' } });
    });
    const booking = await book(deps);
    expect(booking.consultantId).toBe('kim');
    expect((await bookings()).map(({ consultantId }) => consultantId)).toEqual(['kim', 'robin']);
  });

  it('is refused when every consultant was taken between reading and writing', async () => {
    let rivals = 0;
    const deps = interleaved(world.deps, async () => {
      if (rivals++ < 2) await book(world.deps);
    });
    expect(await refusalOf(book(deps))).toMatchObject({ code: 'slot-unavailable' });
    expect(await bookings()).toHaveLength(2);
  });

  it('is refused with the reasons that explain gives', async () => {
    const { code, detail, facts } = await refusalOf(book(world.deps, { start: NOW + HOUR }));
    expect(code).toBe('slot-unavailable');
    expect(detail).toBe('Sessions are booked at least 70 minutes ahead.');
    expect(facts['reasons']).toEqual([{ code: 'too-soon', detail }]);
  });

  it('gives one slot of two consultants to exactly two of fifty', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => book(world.deps)));
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(refusals).toHaveLength(48);
    expect(refusals.every((reason) => reason instanceof Refusal && reason.code === 'slot-unavailable')).toBe(
      true,
    );
    expect((await bookings()).map(({ consultantId }) => consultantId).toSorted(byText)).toEqual([
      'kim',
      'robin',
    ]);
  });
});

describe('admission to a session', () => {
  it.each([
    ['without a code', {}, 'payment-required', { price: { amount: 140, currency: 'USD' } }],
    ['with a code of no company', { companyCode: 'NOBODY' }, 'code-not-recognised', {}],
    [
      'with a plan that ends before it',
      { companyCode: 'ENDED' },
      'code-expired',
      { planUntil: '2026-11-23' },
    ],
    [
      'for a release at its end of life',
      { companyCode: 'DEMO-2026', release: release('4.8') },
      'release-not-supported',
      { mailTo: 'support@example.com' },
    ],
  ])('is refused %s', async (_, wanted, code, facts) => {
    await putCompany(world.table, { id: 'ended', name: 'Ended', planUntil: '2026-11-23' }, 'ENDED');
    const { companyCode: __, ...plain } = request();
    const attempt = bookSession(world.deps, { ...plain, ...wanted }, onceFor('key'));
    expect(await refusalOf(attempt)).toMatchObject({ code, facts });
    expect(await bookings()).toEqual([]);
  });

  it('counts a plan until the end of its last day, where the deployment is', async () => {
    await putCompany(world.table, { id: 'ends', name: 'Ends', planUntil: '2026-11-24' }, 'ENDS');
    expect(await book(world.deps, { companyCode: 'ENDS' })).toMatchObject({ companyId: 'ends' });
  });
});

describe('a repeated booking', () => {
  it('gets the booking as it was first made, also after it was cancelled', async () => {
    const first = await bookSession(world.deps, request(), onceFor('key'));
    await handle(world.deps, first.id, { type: 'cancel', by: 'link', stamp: NOW });
    expect(await bookSession(world.deps, request(), onceFor('key'))).toEqual(first);
    expect(await bookings()).toHaveLength(1);
  });

  it('gets it also when the time could not be booked any more', async () => {
    const first = await bookSession(world.deps, request(), onceFor('key'));
    world.clock.now = START - HOUR;
    expect(await bookSession(world.deps, request(), onceFor('key'))).toEqual(first);
  });

  it('is refused when the request is another', async () => {
    await bookSession(world.deps, request(), onceFor('key', 'one'));
    const attempt = bookSession(world.deps, request({ start: START + HOUR }), onceFor('key', 'another'));
    expect(await refusalOf(attempt)).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('gets it as long as the booking is there, also after it was moved and is over', async () => {
    const first = await bookSession(world.deps, request(), onceFor('key'));
    await moveSession(world.deps, first.id, { by: 'link', stamp: NOW, start: START + 2 * HOUR });
    expect(await bookSession(world.deps, request(), onceFor('key'))).toEqual(first);
    world.clock.now = NOW + 400 * 24 * HOUR;
    expect(await bookSession(world.deps, request(), onceFor('key'))).toEqual(first);
    expect(await bookings()).toHaveLength(1);
  });

  it('is refused once its attendee was erased: nobody knows any more what was asked for', async () => {
    const first = await bookSession(world.deps, request(), onceFor('key'));
    await handle(world.deps, first.id, { type: 'cancel', by: 'link', stamp: NOW });
    await handle(world.deps, first.id, { type: 'erase', staffId: 'per_sam', tombstone: 'std_one' });
    const attempt = bookSession(world.deps, request(), onceFor('key'));
    expect(await refusalOf(attempt)).toMatchObject({ code: 'idempotency-key-reused' });
    expect(await bookings()).toHaveLength(1);
  });

  it('may be corrected under the same key when nothing was booked', async () => {
    await refusalOf(bookSession(world.deps, request({ companyCode: 'TYPO' }), onceFor('key', 'typo')));
    expect(await bookSession(world.deps, request(), onceFor('key', 'right'))).toMatchObject({
      status: 'confirmed',
    });
  });

  it('gets the booking of its twin that was faster', async () => {
    const twin = firstTime(() => bookSession(world.deps, request(), onceFor('key')));
    const deps = interleaved(world.deps, twin);
    expect(await bookSession(deps, request(), onceFor('key'))).toEqual(await twin());
    expect(await bookings()).toHaveLength(1);
  });

  it('is refused when the twin that was faster asked for something else', async () => {
    const twin = firstTime(() =>
      bookSession(world.deps, request({ start: START + HOUR }), onceFor('key', 'other')),
    );
    const deps = interleaved(world.deps, twin);
    const attempt = bookSession(deps, request(), onceFor('key'));
    expect(await refusalOf(attempt)).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is one booking and one answer, of twenty at once', async () => {
    const attempts = Array.from({ length: 20 }, () => bookSession(world.deps, request(), onceFor('key')));
    const answers = await Promise.all(attempts);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await bookings()).toHaveLength(1);
  });
});

function release(id: string) {
  const found = settings.releases.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no release ${id}`);
  return found;
}

function byText(a: unknown, b: unknown): number {
  return String(a).localeCompare(String(b));
}
