import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerStrayText } from '../../lib/app/answer-stray-text.ts';
import { receiveText } from '../../lib/app/receive-text.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { book, events, fire, firstTime, interleaved, mobile } from './acting.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let engine: Engine;
let world: World;
let asked: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
/** A booking whose check-in was texted a minute ago. */
beforeEach(async () => {
  world = await makeWorld(engine);
  const first = await book(world.deps);
  asked = await fire(world, first, 'check-in', START + 5 * MINUTE);
  await world.deps.table.rememberThread(mobile, first.id, world.clock.now);
  world.clock.now = START + 6 * MINUTE;
});

function text(body: string, messageId = 'm1', stamp = START + 6 * MINUTE) {
  return { messageId, from: mobile, body, stamp };
}

async function types(): Promise<string[]> {
  return (await events(world)).map(({ event }) => event.type);
}

describe('a text to a booking', () => {
  it('of 1 keeps the session open, as of when it was sent', async () => {
    await receiveText(world.deps, text(' 1. '));
    expect((await world.deps.table.booking(asked.id))?.checkIn).toEqual({
      askedAt: START + 5 * MINUTE,
      answeredAt: START + 6 * MINUTE,
      answer: 'keep',
    });
  });

  it('brought twice is taken once', async () => {
    await receiveText(world.deps, text('1'));
    await receiveText(world.deps, text('1'));
    expect(await types()).toEqual(['booked', 'check-in-asked', 'check-in-answered']);
  });

  it('brought twice is taken once where its answer is a note, which could be made again', async () => {
    world.clock.now = START + 2 * HOUR;
    const late = text('1', 'm1', START + 90 * MINUTE);
    await receiveText(world.deps, late);
    await receiveText(world.deps, late);
    expect(await types()).toEqual(['booked', 'check-in-asked', 'reply-noted']);
  });

  it('brought twice at once is taken once', async () => {
    const twin = firstTime(() => receiveText(world.deps, text('what?')));
    const deps = interleaved(world.deps, twin);
    await receiveText(deps, text('what?'));
    expect(await types()).toEqual(['booked', 'check-in-asked', 'reply-noted']);
  });

  it('that says nothing we know is helped once, and then met with silence', async () => {
    await receiveText(world.deps, text('who is this', 'm1'));
    await receiveText(world.deps, text('hello?', 'm2'));
    expect(await types()).toEqual(['booked', 'check-in-asked', 'reply-noted']);
    await receiveText(world.deps, text('1', 'm3'));
    expect((await types()).at(-1)).toBe('check-in-answered');
  });
});

describe('a text from a number that we know no booking for', () => {
  const stranger = { ...text('1'), from: '+15550100999' };

  it('is recorded once, and changes no booking', async () => {
    await receiveText(world.deps, stranger);
    await receiveText(world.deps, stranger);
    expect(await world.deps.table.booking(asked.id)).toEqual(asked);
    const strays = (await everyRow(world.table)).filter(({ about }) => about === 'stray-text');
    expect(strays).toHaveLength(1);
  });

  it('is answered once, however often its row is brought', async () => {
    const stray = { mobile: stranger.from, messageId: 'm1' };
    await answerStrayText(world.deps, stray, 30_000);
    await answerStrayText(world.deps, stray, 30_000);
    expect(world.texter.sent.map(({ to }) => to)).toEqual(['+15550100999']);
  });

  it('is recorded again after an hour, not before: two machines never talk for long', async () => {
    await receiveText(world.deps, stranger);
    world.clock.now += HOUR - 1;
    await receiveText(world.deps, { ...stranger, messageId: 'm2' });
    world.clock.now += 1;
    await receiveText(world.deps, { ...stranger, messageId: 'm3' });
    const strays = (await everyRow(world.table)).filter(({ about }) => about === 'stray-text');
    expect(strays.map(({ messageId }) => messageId)).toEqual(['m1', 'm3']);
  });
});
