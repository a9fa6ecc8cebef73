import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TextRefused } from '../../lib/app/deps.ts';
import { receiveReceipt } from '../../lib/app/receive-receipt.ts';
import { receiveText } from '../../lib/app/receive-text.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { everyRow } from '../adapters/whole-table.ts';
import settings from '../fixture-config.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { book, fire, mobile } from './acting.ts';
import { tellEverything } from './telling.ts';

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

/** The world with other limits. */
function limited(texts: Partial<typeof settings.policy.texts>): World {
  const policy = { ...settings.policy, texts: { ...settings.policy.texts, ...texts } };
  return { ...world, deps: { ...world.deps, settings: { ...settings, policy } } };
}

async function checkIn(here: World, booking: Booking): Promise<Booking | undefined> {
  await fire(here, booking, 'check-in', booking.start + 5 * MINUTE);
  await tellEverything(here);
  return here.deps.table.booking(booking.id);
}

const anAddress = (email: string) => ({ attendee: { name: 'Ada Park', email, mobile } });

describe('the first text to a number', () => {
  it('says who is texting and how to stop it, and no later one does', async () => {
    await checkIn(world, await book(world.deps));
    await receiveText(world.deps, { messageId: 'm1', from: mobile, body: '1', stamp: world.clock.now });
    await tellEverything(world);
    expect(world.texter.to(mobile).map((body) => body.includes('STOP'))).toEqual([true, false]);
  });

  it('introduces us again where it failed and is tried again', async () => {
    const booking = await book(world.deps);
    world.texter.interrupt = () => {
      throw new Error('the text service is away');
    };
    await fire(world, booking, 'check-in', START + 5 * MINUTE);
    await expect(tellEverything(world)).rejects.toThrow('1 effects failed');
    world.texter.interrupt = undefined;
    await tellEverything(world);
    expect(world.texter.to(mobile)).toEqual([expect.stringContaining('STOP')]);
  });
});

it('a check-in is not worth delivering once the session has closed', async () => {
  await checkIn(world, await book(world.deps));
  expect(world.texter.sent[0]?.until).toBe(START + 15 * MINUTE);
});

it('a check-in that is told only after the close is not sent', async () => {
  const booking = await book(world.deps);
  await fire(world, booking, 'check-in', START + 5 * MINUTE);
  world.clock.now = START + 15 * MINUTE;
  await tellEverything(world);
  expect(world.texter.sent).toEqual([]);
});

describe('a number that the service refuses', () => {
  beforeEach(() => {
    world.texter.interrupt = () => {
      throw new TextRefused('refused');
    };
  });

  it('is recorded, and its sessions close as those without a mobile number do', async () => {
    const later = await book(world.deps, { start: START + 7 * DAY });
    const asked = await checkIn(world, await book(world.deps));
    expect(asked).toMatchObject({ mobileLost: { reason: 'refused', closesAt: START + 10 * MINUTE } });
    expect(world.timers.held.get(`${asked?.id}.close.v1`)).toBe(START + 10 * MINUTE);
    expect((await world.deps.table.booking(later.id))?.mobileLost?.reason).toBe('refused');
    const next = await book(world.deps, { start: START + 8 * DAY });
    expect(next.mobileLost?.reason).toBe('refused');
  });

  it('is texted again once it has texted us', async () => {
    await checkIn(world, await book(world.deps));
    world.texter.interrupt = undefined;
    await receiveText(world.deps, { messageId: 'm1', from: mobile, body: 'hi', stamp: world.clock.now });
    expect((await book(world.deps, { start: START + 8 * DAY })).mobileLost).toBeUndefined();
  });
});

describe('a receipt', () => {
  it('is kept with the text that it is about, and changes nothing where that arrived', async () => {
    const booking = await checkIn(world, await book(world.deps));
    const effect = { owner: booking?.id ?? '', effect: '2.text' };
    await receiveReceipt(world.deps, { effect, mobile, status: 'delivered', at: START });
    expect(await world.deps.table.booking(effect.owner)).toEqual(booking);
    const row = (await everyRow(world.table)).find(({ sk }) => sk === 'EFFECT#2.text');
    expect(JSON.stringify(row)).toContain('delivered');
  });

  it('of a landline puts the session under the rules of those without a mobile number', async () => {
    const booking = await checkIn(world, await book(world.deps));
    const effect = { owner: booking?.id ?? '', effect: '2.text' };
    await receiveReceipt(world.deps, { effect, mobile, status: 'invalid', at: START });
    expect((await world.deps.table.booking(effect.owner))?.mobileLost?.reason).toBe('refused');
  });
});

describe('a number that somebody else typed in', () => {
  it('gets one text until it answers; the sessions that it is not asked about close at +10', async () => {
    await checkIn(world, await book(world.deps, anAddress('owner@example.com')));
    const before = world.texter.sent.length;
    const first = await book(world.deps, { start: START + 6 * DAY, ...anAddress('other@example.com') });
    const second = await book(world.deps, { start: START + 7 * DAY, ...anAddress('third@example.com') });
    await checkIn(world, first);
    const unasked = await checkIn(world, second);
    expect(world.texter.sent.length - before).toBe(1);
    expect(unasked?.mobileLost).toMatchObject({ reason: 'withheld', closesAt: second.start + 10 * MINUTE });
  });

  it('belongs to whoever it answers for', async () => {
    await checkIn(world, await book(world.deps, anAddress('owner@example.com')));
    await checkIn(
      world,
      await book(world.deps, { start: START + 6 * DAY, ...anAddress('other@example.com') }),
    );
    await receiveText(world.deps, { messageId: 'm1', from: mobile, body: '1', stamp: world.clock.now });
    const next = await book(world.deps, { start: START + 7 * DAY, ...anAddress('other@example.com') });
    await checkIn(world, next);
    await fire(world, next, 'close', next.start + 15 * MINUTE);
    await tellEverything(world);
    expect(world.texter.to(mobile).slice(-2)).toEqual([
      expect.stringContaining('Reply 1'),
      expect.stringContaining('no-show'),
    ]);
  });
});

describe('a limit on texts', () => {
  it('per hour ends a conversation in silence', async () => {
    const here = limited({ perNumberHour: 3 });
    await book(here.deps);
    for (let index = 0; index < 8; index++) {
      const text = { messageId: `m${index}`, from: mobile, body: 'HELP', stamp: here.clock.now };
      await receiveText(here.deps, text);
      await tellEverything(here);
    }
    expect(here.texter.to(mobile)).toHaveLength(3);
  });

  it.each([
    ['company', { perCompanyDay: 1 }],
    ['day', { perDay: 1 }],
  ])('per %s: whoever is not asked any more is treated as having no mobile number', async (_, limits) => {
    const here = limited(limits);
    const other = { name: 'Bo', email: 'bo@example.com', mobile: '+15550100777' };
    const [first, second] = [await book(here.deps), await book(here.deps, { attendee: other })];
    await checkIn(here, first);
    expect(await checkIn(here, second)).toMatchObject({
      mobileLost: { reason: 'withheld', closesAt: START + 10 * MINUTE },
    });
    expect(here.texter.sent.map(({ to }) => to)).toEqual([mobile]);
    const mails = here.mailer.sent.filter(({ to }) => to === 'bo@example.com');
    expect(mails).toHaveLength(2);
  });

  it('per company takes nothing from the limit of all once it is reached', async () => {
    const here = limited({ perCompanyDay: 1 });
    const other = { name: 'Bo', email: 'bo@example.com', mobile: '+15550100777' };
    const bookings = [await book(here.deps), await book(here.deps, { attendee: other })];
    for (const booking of bookings) await checkIn(here, booking);
    const all = { name: 'texts', limit: 2, now: here.clock.now };
    expect(await here.deps.table.isReached(all)).toBe(false);
    expect(await here.deps.table.isReached({ ...all, limit: 1 })).toBe(true);
  });
});
