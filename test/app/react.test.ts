import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedEvent, Table } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { react } from '../../lib/app/react.ts';
import { receiveText } from '../../lib/app/receive-text.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, events, fire, firstTime, mobile } from './acting.ts';
import { inRounds, type Round } from './in-rounds.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LEASE = 30_000;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const cancel = { type: 'cancel', by: 'link', stamp: NOW } as const;
const tell = (record: RecordedEvent) => react(world.deps, record, LEASE);

/** The stream brings every event so far, in order; those told before are told again. */
async function tellAll(): Promise<void> {
  for (const record of await events(world)) await tell(record);
}

async function latest(): Promise<RecordedEvent> {
  const record = (await events(world)).at(-1);
  if (record === undefined) throw new Error('nothing has happened');
  return record;
}

describe('an event that the stream brings', () => {
  it('of a booking is told by mail, and sets the timers that are still to come', async () => {
    const { id } = await book(world.deps);
    await tellAll();
    expect(world.mailer.sent.map(({ to }) => to)).toEqual(['ada@example.com']);
    expect(world.texter.sent).toEqual([]);
    expect(Object.fromEntries(world.timers.held)).toEqual({
      [`${id}.remind-2h.v1`]: START - 2 * HOUR,
      [`${id}.check-in.v1`]: START + 5 * MINUTE,
      [`${id}.close.v1`]: START + 15 * MINUTE,
      [`${id}.finish.v1`]: START + HOUR,
    });
  });

  it('twice is told once', async () => {
    await book(world.deps);
    await tellAll();
    await tellAll();
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('twice at once is told once, and the run that found it held fails for another delivery', async () => {
    await book(world.deps);
    const record = await latest();
    const outcomes = await Promise.allSettled([tell(record), tell(record)]);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1);
    expect(world.mailer.sent).toHaveLength(1);
    await tell(record);
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('late sets no timer that would already be past', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START + 10 * MINUTE;
    await tellAll();
    expect([...world.timers.held.keys()]).toEqual([`${id}.close.v1`, `${id}.finish.v1`]);
  });

  it('of a booking without a mobile is told by mail alone', async () => {
    const { id } = await book(world.deps, { attendee: { name: 'Ada Park', email: 'ada@example.com' } });
    await fire(world, await booking(id), 'close', START + 10 * MINUTE);
    await tellAll();
    expect(world.texter.sent).toEqual([]);
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('of nothing that is there does nothing', async () => {
    await book(world.deps);
    await tell({ ...(await latest()), bookingId: 'bkg_none' });
    expect(world.mailer.sent).toEqual([]);
  });
});

describe('what has become untrue before it was told', () => {
  it('a confirmation is dropped after a move, and the old timers are not set', async () => {
    const { id } = await book(world.deps);
    await moveSession(world.deps, id, { start: START + HOUR, by: 'link', stamp: NOW });
    await tellAll();
    expect(world.mailer.sent).toHaveLength(1);
    expect(world.mailer.sent[0]?.mime).toContain('SEQUENCE:1');
    expect([...world.timers.held.keys()].filter((name) => !name.endsWith('.v2'))).toEqual([]);
  });

  it('a reminder is dropped after a cancellation', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'remind-2h', START - 2 * HOUR);
    await handle(world.deps, first.id, cancel);
    await tell(await eventOf('reminder-due'));
    expect(world.mailer.sent).toEqual([]);
  });

  it('a reminder for the old time is dropped after a move', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'remind-2h', START - 2 * HOUR);
    await moveSession(world.deps, first.id, { start: START + 4 * HOUR, by: 'link', stamp: NOW });
    await tell(await eventOf('reminder-due'));
    expect(world.mailer.sent).toEqual([]);
  });

  it('a check-in is not asked of somebody who has joined meanwhile', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await handle(world.deps, first.id, { type: 'join', evidence: 'link', stamp: START + 5 * MINUTE });
    await tell(await eventOf('check-in-asked'));
    expect(world.texter.sent).toEqual([]);
  });

  it('a no-show is not told once it has been taken back', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await fire(world, first, 'close', START + 15 * MINUTE);
    const stamp = START + 14 * MINUTE;
    await handle(world.deps, first.id, { type: 'reply', stamp, messageId: 'm1', meaning: 'coming' });
    await tell(await eventOf('no-show-recorded'));
    expect([...world.mailer.sent, ...world.texter.sent]).toEqual([]);
  });

  it('a cancellation clears the timers of its version, and nothing but the cancellation is told', async () => {
    const { id } = await book(world.deps);
    await tellAll();
    await handle(world.deps, id, cancel);
    await tellAll();
    expect(world.timers.held.size).toBe(0);
    expect(world.mailer.sent).toHaveLength(2);
    expect(world.mailer.sent[1]?.mime).toContain('method=CANCEL');
  });
});

describe('an effect that fails', () => {
  const failing = (): never => {
    throw new Error('the mail service is away');
  };

  it('is reported, does not stop the others, and is tried again at once with the next delivery', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await fire(world, first, 'close', START + 15 * MINUTE);
    world.mailer.interrupt = failing;
    await expect(tell(await latest())).rejects.toThrow('1 effects failed');
    expect(world.texter.sent).toHaveLength(1);
    world.mailer.interrupt = undefined;
    await tell(await latest());
    expect(world.mailer.sent).toHaveLength(1);
    expect(world.texter.sent).toHaveLength(1);
  });

  it('leaves the timers set', async () => {
    await book(world.deps);
    world.mailer.interrupt = failing;
    await expect(tell(await latest())).rejects.toThrow('1 effects failed');
    expect(world.timers.held.size).toBe(4);
  });
});

describe('a run that dies between sending and marking', () => {
  /** Sends, and never comes back: the claim stays. */
  async function dieAfterSending(): Promise<void> {
    const outbox = { ...world.deps.outbox, markDone: () => new Promise<never>(() => undefined) };
    const sent = new Promise<void>((resolve) => {
      outbox.markDone = () => {
        resolve();
        return new Promise<never>(() => undefined);
      };
    });
    void react({ ...world.deps, outbox }, await latest(), LEASE);
    await sent;
  }

  it('keeps others off while its lease runs', async () => {
    await book(world.deps);
    await dieAfterSending();
    world.clock.now = NOW + LEASE - 1;
    await expect(tell(await latest())).rejects.toThrow('1 effects failed');
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('makes one message come twice, after the lease, and under the same message id', async () => {
    await book(world.deps);
    await dieAfterSending();
    world.clock.now = NOW + LEASE;
    await tell(await latest());
    await tell(await latest());
    expect(world.mailer.sent).toHaveLength(2);
    const ids = world.mailer.sent.map(({ mime }) => /^Message-ID: (.*)$/imu.exec(mime)?.[1]);
    expect(ids[0]).toMatch(/^<.+>\r?$/u);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('a text that is sent', () => {
  it('makes its booking the one that an answer means, before it goes out', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    let known: string | undefined;
    world.texter.interrupt = async () => {
      known = (await world.deps.table.phone(mobile)).threads.at(-1)?.bookingId;
    };
    await tell(await latest());
    expect(world.texter.sent.map(({ to }) => to)).toEqual([mobile]);
    expect(known).toBe(first.id);
  });

  it('is withheld where its number wants none any more by the time that the claim is taken', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    const stop = firstTime(() =>
      receiveText(world.deps, { messageId: 'm1', from: mobile, body: 'STOP', stamp: world.clock.now }),
    );
    const phone: Table['phone'] = async (...asked) => {
      const known = await world.deps.table.phone(...asked);
      await stop();
      return known;
    };
    await react(
      { ...world.deps, table: { ...world.deps.table, phone } },
      await eventOf('check-in-asked'),
      LEASE,
    );
    expect(world.texter.sent).toEqual([]);
    expect((await world.deps.table.phone(mobile)).sent).toEqual([]);
  });
});

describe('the table is asked', () => {
  const MAILED: readonly Round[] = [['booking'], ['claim', 'mailbox'], ['markDone']];
  const TEXTED: readonly Round[] = [
    ['booking'],
    ['claim', 'phone', 'isReached'],
    ['count', 'count'],
    ['commitPhone'],
    ['markDone'],
  ];

  async function tellIn(rounds: readonly Round[], record: RecordedEvent): Promise<void> {
    const { deps, left } = inRounds(world.deps, rounds);
    await react(deps, record, LEASE);
    expect(left()).toEqual([]);
  }

  it('in three rounds for a mail, and not for where its reader stands', async () => {
    const { id } = await book(world.deps);
    await tellIn(MAILED, await latest());
    await moveSession(world.deps, id, { start: START + HOUR, by: 'link', stamp: NOW });
    await tellIn(MAILED, await latest());
    await handle(world.deps, id, cancel);
    await tellIn(MAILED, await latest());
    expect(world.mailer.sent).toHaveLength(3);
  });

  it('in five for a text, which is counted by its company and by all at once', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await tellIn(TEXTED, await latest());
    expect(world.texter.sent).toHaveLength(1);
  });

  it('and what was prepared is not sent where the claim is held or done', async () => {
    const first = await book(world.deps);
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    const record = await latest();
    const [, beside = []] = TEXTED;
    const effect = { owner: first.id, effect: `${record.number}.text` };
    await world.deps.outbox.claim(effect, world.clock.now, world.clock.now + LEASE);
    await expect(tellIn([['booking'], beside], record)).rejects.toThrow('1 effects failed');
    await world.deps.outbox.markDone(effect, world.clock.now);
    await tellIn([['booking'], beside], record);
    expect(world.texter.sent).toEqual([]);
    expect((await world.deps.table.phone(mobile)).revision).toBe(0);
  });
});

async function booking(id: string) {
  const found = await world.deps.table.booking(id);
  if (found === undefined) throw new Error(`no booking ${id}`);
  return found;
}

async function eventOf(type: string): Promise<RecordedEvent> {
  const found = (await events(world)).find(({ event }) => event.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}
