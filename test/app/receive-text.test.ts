import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { receiveText } from '../../lib/app/receive-text.ts';
import { tellNumber } from '../../lib/app/tell-number.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { busyCellsOn, everyRow } from '../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, events, fire, firstTime, interleaved, mobile } from './acting.ts';
import { roundsOf } from './rounds.ts';
import { LEASE, phoneEvents, tellEverything } from './telling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

let texts = 0;

/** A text that is sent now, and arrives now. */
function text(body: string, more: { from?: string; stamp?: number; messageId?: string } = {}) {
  return { messageId: `m${++texts}`, from: mobile, body, stamp: world.clock.now, ...more };
}

async function say(body: string, more: Parameters<typeof text>[1] = {}): Promise<void> {
  await receiveText(world.deps, text(body, more));
}

async function statusOf({ id }: Booking): Promise<string | undefined> {
  return (await world.deps.table.booking(id))?.status;
}

async function types(): Promise<string[]> {
  return (await events(world)).map(({ event }) => event.type);
}

/** Asked at +5, and told so: what comes next is about it. */
async function asked(): Promise<Booking> {
  const first = await book(world.deps);
  const booking = await fire(world, first, 'check-in', START + 5 * MINUTE);
  await tellEverything(world);
  return booking;
}

describe('a text about the booking that was texted about', () => {
  it('of 1 keeps the session open, as of when it was sent', async () => {
    const { id } = await asked();
    world.clock.now = START + 8 * MINUTE;
    await say(' 1. ', { stamp: START + 6 * MINUTE });
    expect((await world.deps.table.booking(id))?.checkIn).toEqual({
      askedAt: START + 5 * MINUTE,
      answeredAt: START + 6 * MINUTE,
      answer: 'keep',
    });
  });

  it('brought twice is taken once', async () => {
    await asked();
    const same = text('1');
    await receiveText(world.deps, same);
    await receiveText(world.deps, same);
    expect(await types()).toEqual(['booked', 'check-in-asked', 'check-in-answered']);
  });

  it('brought twice at once is taken once', async () => {
    await asked();
    const same = text('what?');
    const twin = firstTime(() => receiveText(world.deps, same));
    await receiveText(interleaved(world.deps, twin), same);
    expect(await types()).toEqual(['booked', 'check-in-asked', 'reply-noted']);
  });

  it('brought again after everything has changed does nothing, although it would mean another booking now', async () => {
    const first = await book(world.deps);
    const second = await book(world.deps, { start: START + 7 * DAY });
    await handle(world.deps, second.id, { type: 'cancel', by: 'link', stamp: NOW });
    const same = text('2');
    await receiveText(world.deps, same);
    expect(await statusOf(first)).toBe('cancelled');
    const third = await book(world.deps, { start: START + 8 * DAY });
    world.clock.now += 30 * MINUTE;
    await receiveText(world.deps, { ...same, stamp: world.clock.now });
    expect(await statusOf(third)).toBe('confirmed');
  });

  it('brought again so late that sixty others came since does nothing either', async () => {
    const first = await book(world.deps);
    const same = text('2');
    await receiveText(world.deps, same);
    for (let count = 0; count < 60; count++) await say('hello?');
    expect((await world.deps.table.phone(mobile)).heard).not.toContain(same.messageId);
    const second = await book(world.deps);
    await receiveText(world.deps, { ...same, stamp: world.clock.now + 1 });
    expect([await statusOf(first), await statusOf(second)]).toEqual(['cancelled', 'confirmed']);
  });

  it('changes the booking and the number, or neither: a second delivery finds all to be done, or nothing', async () => {
    const first = await book(world.deps);
    const same = text('2');
    const { table } = world.deps;
    const crashed = () => Promise.reject(new Error('crashed'));
    const before = { ...table, commit: crashed };
    await expect(receiveText({ ...world.deps, table: before }, same)).rejects.toThrow('crashed');
    expect(await statusOf(first)).toBe('confirmed');
    expect((await table.phone(mobile)).heard).toEqual([]);
    const after = { ...table, commit: (change: Change) => table.commit(change).then(crashed) };
    await expect(receiveText({ ...world.deps, table: after }, same)).rejects.toThrow('crashed');
    await receiveText(world.deps, same);
    expect(await types()).toEqual(['booked', 'cancelled']);
    expect((await table.phone(mobile)).heard).toEqual([same.messageId]);
  });

  it('takes three rounds: the number beside the index, the booking, and one transaction', async () => {
    await asked();
    const { table, rounds } = roundsOf(world.deps.table);
    await receiveText({ ...world.deps, table }, text('1'));
    expect(rounds()).toEqual([['phone', 'bookingsOf'], ['booking'], ['commit']]);
  });
});

describe('a text that meets another change', () => {
  it('of its booking is decided anew on that, and answered once', async () => {
    const { id } = await book(world.deps);
    const start = START + 5 * HOUR;
    const moved = firstTime(() => moveSession(world.deps, id, { start, by: 'link', stamp: NOW }));
    await receiveText(interleaved(world.deps, moved), text('2'));
    expect(await world.deps.table.booking(id)).toMatchObject({ status: 'cancelled', version: 2 });
    expect(await types()).toEqual(['booked', 'rescheduled', 'cancelled']);
    expect((await busyCellsOn(world.table, '2026-11-24'))['robin']).toEqual([]);
    await tellEverything(world);
    expect(world.texter.to(mobile)).toHaveLength(1);
  });

  it('of its number is decided anew on what that says by now', async () => {
    const first = await book(world.deps);
    const second = await book(world.deps, { start: START + 7 * DAY });
    await say('3');
    const [pick, again] = [text('2'), text('2')];
    const other = firstTime(() => receiveText(world.deps, again));
    await receiveText(interleaved(world.deps, other), pick);
    // The question was answered by the other: this is none any more, and asks which session to cancel.
    expect([await statusOf(first), await statusOf(second)]).toEqual(['confirmed', 'confirmed']);
    expect(await types()).toEqual(['booked', 'booked', 'reply-noted']);
    expect((await world.deps.table.phone(mobile)).question).toMatchObject({ intent: 'cannot' });
    expect((await world.deps.table.phone(mobile)).heard.slice(-2)).toEqual([again.messageId, pick.messageId]);
  });
});

describe('a text of a number with one open session', () => {
  it('means that: 2 cancels it and frees the time, and 1 and 3 are answered', async () => {
    const first = await book(world.deps);
    for (const body of ['1', '3', "Sorry, I can't make it!"]) {
      await say(body);
      await tellEverything(world);
    }
    expect(await statusOf(first)).toBe('cancelled');
    const [expected, link, cancelled] = world.texter.to(mobile);
    expect(expected).toContain('Reply STOP to stop');
    expect(link).toContain('https://showup.example/manage/bkg_');
    expect(cancelled).toContain('cancelled');
    expect(world.mailer.subjects().at(-1)).toMatch(/cancelled/iu);
  });
});

describe('late notice', () => {
  it('given twice frees the rest of the consultant’s time at once', async () => {
    const first = await book(world.deps);
    world.clock.now = START - 20 * MINUTE;
    await say('2');
    expect(await busyCellsOn(world.table, '2026-11-24')).toEqual({ robin: [60, 61, 62, 63] });
    world.clock.now += MINUTE;
    await say('2');
    expect((await world.deps.table.booking(first.id))?.outcome?.reason).toBe('late_notice');
    expect((await busyCellsOn(world.table, '2026-11-24'))['robin']).toEqual([]);
  });
});

describe('a text that was long on its way', () => {
  it('cancels in time what was closed as a no-show meanwhile, although nothing is open any more', async () => {
    const first = await asked();
    await fire(world, first, 'close', START + 15 * MINUTE);
    await tellEverything(world);
    await say('2', { stamp: START - 31 * MINUTE });
    expect(await statusOf(first)).toBe('cancelled');
    await tellEverything(world);
    expect(world.mailer.subjects().at(-1)).toMatch(/no-show/iu);
  });
});

describe('an answer that undoes a no-show', () => {
  it('does so without the time where that goes to somebody else between reading and writing', async () => {
    const first = await asked();
    await fire(world, first, 'close', START + 15 * MINUTE);
    world.clock.now = START + 16 * MINUTE;
    const taken = firstTime(async () => {
      world.clock.now = START - 120 * MINUTE;
      const someone = { attendee: { name: 'Bo', email: 'bo@example.com' }, start: START + 30 * MINUTE };
      await book(world.deps, someone);
      await book(world.deps, someone);
      world.clock.now = START + 16 * MINUTE;
    });
    const late = text('1', { stamp: START + 14 * MINUTE });
    await receiveText(interleaved(world.deps, taken), late);
    expect(await world.deps.table.booking(first.id)).toMatchObject({ cancelled: { by: 'showup' } });
    expect((await world.deps.table.phone(mobile)).heard).toEqual([late.messageId]);
  });
});

describe('a text of a number with several open sessions', () => {
  it('is asked about, and the answer does what was asked, to the one that it picks', async () => {
    const first = await book(world.deps);
    const second = await book(world.deps, { start: START + 7 * DAY });
    await say('2');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['confirmed', 'confirmed']);
    await tellEverything(world);
    expect(world.texter.to(mobile)[0]).toMatch(/1 Tue 24 Nov.* 2 Tue 1 Dec/su);
    await say('2');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['confirmed', 'cancelled']);
  });

  it('picks a session that has gone meanwhile: the truth is told of that, and no other is touched', async () => {
    const first = await book(world.deps);
    const second = await book(world.deps, { start: START + 7 * DAY });
    await say('2');
    await handle(world.deps, second.id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    await say('2');
    expect(await statusOf(first)).toBe('confirmed');
    await tellEverything(world);
    expect(world.texter.to(mobile)).toContainEqual(expect.stringMatching(/1 Dec.*was cancelled/su));
  });

  it('is not asked about twice in a row', async () => {
    await book(world.deps);
    await book(world.deps, { start: START + 7 * DAY });
    await say('2');
    await say('cannot come');
    await tellEverything(world);
    expect(world.texter.to(mobile)).toHaveLength(1);
  });
});

describe('a text of a number that we know no open session for', () => {
  const stranger = '+15550100999';

  it('changes no booking, and is told so once in an hour: two machines never talk for long', async () => {
    const first = await book(world.deps);
    await say('1', { from: stranger });
    world.clock.now += HOUR - 1;
    await say('hello?', { from: stranger });
    world.clock.now += 1;
    await say('2', { from: stranger });
    await tellEverything(world);
    await tellEverything(world);
    expect(await world.deps.table.booking(first.id)).toEqual(first);
    expect(world.texter.to(stranger)).toHaveLength(2);
  });
});

describe('STOP', () => {
  it('takes every open session of the number under the rules of those without one, and is not answered by text', async () => {
    const [first, second] = [await book(world.deps), await book(world.deps, { start: START + 7 * DAY })];
    await tellEverything(world);
    await say('Stop.');
    await tellEverything(world);
    expect(world.texter.sent).toEqual([]);
    expect(world.mailer.sent).toHaveLength(4);
    expect(world.timers.held.get(`${first.id}.close.v1`)).toBe(START + 10 * MINUTE);
    expect(world.timers.held.has(`${second.id}.check-in.v1`)).toBe(false);
  });

  it('counts for what is booked later, until START, which also tells the service', async () => {
    await say('STOP');
    const first = await book(world.deps);
    expect(first.mobileLost?.reason).toBe('opted-out');
    world.clock.now += MINUTE;
    await say('start');
    await tellEverything(world);
    expect(await world.deps.table.booking(first.id)).not.toHaveProperty('mobileLost');
    expect(world.texter.optedIn).toEqual([mobile]);
    expect(world.timers.held.get(`${first.id}.check-in.v1`)).toBe(START + 5 * MINUTE);
    expect(world.timers.held.get(`${first.id}.close.v1`)).toBe(START + 15 * MINUTE);
    expect(world.texter.to(mobile)).toHaveLength(1);
  });

  it('and START are taken in the order in which they were sent', async () => {
    const first = await book(world.deps);
    const sent = world.clock.now;
    world.clock.now += 5 * MINUTE;
    await say('START', { stamp: sent + 2 * MINUTE });
    await say('STOP', { stamp: sent + MINUTE });
    expect((await world.deps.table.phone(mobile)).consent?.given).toBe(true);
    expect((await world.deps.table.booking(first.id))?.mobileLost).toBeUndefined();
  });

  it('is remembered where telling the sessions failed, once it is brought again', async () => {
    const first = await book(world.deps);
    const same = text('STOP');
    const table = { ...world.deps.table, commit: () => Promise.reject(new Error('crashed')) };
    await expect(receiveText({ ...world.deps, table }, same)).rejects.toThrow('crashed');
    await receiveText(world.deps, same);
    expect((await world.deps.table.booking(first.id))?.mobileLost?.reason).toBe('opted-out');
  });
});

it('what is said to a number leaves rows that end by themselves', async () => {
  await say('hello', { from: '+15550100998' });
  expect(await phoneEvents(world)).toHaveLength(1);
  const rows = (await everyRow(world.table)).filter(({ pk }) => String(pk).startsWith('PHONE#'));
  expect(rows.every(({ expiresAt }) => Number(expiresAt) > NOW / 1000)).toBe(true);
});

it('a number is not answered any more once it was erased', async () => {
  const from = '+15550100998';
  await say('hello', { from });
  const [said] = await phoneEvents(world);
  if (said === undefined) throw new Error('nothing was said');
  await world.deps.standings.erasePhone(from);
  await tellNumber(world.deps, said, LEASE);
  expect(world.texter.sent).toEqual([]);
  const rows = (await everyRow(world.table)).filter(({ pk }) => String(pk).startsWith('PHONE#'));
  expect(rows).toEqual([]);
});
