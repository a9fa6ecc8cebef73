import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runScript } from '../scripts/run-script.ts';
import { type Booked, minutesAfter, Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

type State = 'works' | 'fails' | 'unreachable';

const make = (name: string, state: State): Promise<void> => showup.misbehave({ function: { name, state } });

const redrive = (...options: readonly string[]): Promise<Ended> =>
  runScript('redrive.ts', '--endpoint', showup.table.endpoint, ...options);

interface Message {
  readonly id: string;
  readonly body: unknown;
}

async function lyingIn(queue: string): Promise<readonly Message[]> {
  const all = (await (await fetch(`${showup.console}/failures`)).json()) as (Message & { queue: string })[];
  return all.filter((message) => message.queue === `showup-dev-${queue}`);
}

/** Works off one queue, and looks that it was done and is empty. */
async function workedOff(queue: string): Promise<string> {
  const { status, out, err } = await redrive('--queue', queue);
  expect([status, err], out).toEqual([0, '']);
  expect(await lyingIn(queue)).toEqual([]);
  await showup.settle();
  return out;
}

afterEach(async () => {
  for (const name of ['on-timer', 'on-event', 'on-text', 'sweep', 'deliver']) await make(name, 'works');
});

const bookAt = (start: string, mobile?: string): Promise<Booked> =>
  showup.book({ start, ...(mobile === undefined ? {} : { mobile }) });

const subjectsOf = (start: string): Promise<string[]> =>
  showup.subjects(`ada-${Date.parse(start)}@example.com`);

// First, while nothing else falls due.
it('what a booking used is metered to the unit', async () => {
  const start = '2026-12-01T20:00:00Z';
  const before = await usage();
  const { id } = await bookAt(start);
  const during = await usage();
  const used = (meter: string, of: string, from = before, to = during): number =>
    (to[meter]?.[of] ?? 0) - (from[meter]?.[of] ?? 0);
  const total = (meter: string): number =>
    Object.keys(during[meter] ?? {}).reduce((sum, of) => sum + used(meter, of), 0);
  expect(used('http.requests', 'POST /v1/bookings')).toBe(1);
  expect(used('functions.runs', 'showup-dev-api')).toBe(1);
  expect(total('mails.recipients')).toBe((await subjectsOf(start)).length);
  expect(total('schedules.fired')).toBe(0);
  // Each timer of the booking was one call.
  const timers = (await showup.timers()).filter(({ name }) => name.startsWith(id));
  const [caller] = Object.keys(during['calls'] ?? {}).filter((of) => of.endsWith('scheduler:CreateSchedule'));
  expect(used('calls', caller ?? '')).toBe(timers.length);

  await showup.clockTo(minutesAfter(start, -24 * 60));
  expect(used('schedules.fired', 'showup-dev-on-timer', during, await usage())).toBe(1);
  expect(used('functions.runs', 'showup-dev-on-timer', during, await usage())).toBe(1);
});

describe('a timer', () => {
  it('that its function failed at is done once, by the redrive', async () => {
    const start = '2026-12-02T15:00:00Z';
    const { id, token } = await bookAt(start);
    await showup.clockTo(minutesAfter(start, -5));
    await make('on-timer', 'fails');
    // The sweep would find the overdue session by itself.
    await make('sweep', 'fails');
    await showup.clockTo(minutesAfter(start, 30));
    expect(await lyingIn('timers-failed')).not.toEqual([]);
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
    const before = await subjectsOf(start);

    const stays = await redrive('--queue', 'timers-failed');
    expect(stays.status).toBe(1);
    expect(stays.out).toContain(`close of ${id} v1: stays, on-timer failed: Outage`);
    expect(await lyingIn('timers-failed')).not.toEqual([]);

    await make('on-timer', 'works');
    const looked = await redrive('--queue', 'timers-failed', '--dry-run');
    expect(looked).toMatchObject({ status: 0, out: expect.stringContaining(`close of ${id} v1`) });
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });

    expect(await workedOff('timers-failed')).toContain(`close of ${id} v1: done`);
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
    const after = await subjectsOf(start);
    expect(after.length).toBe(before.length + 1);
    await workedOff('timers-failed');
    await make('sweep', 'works');
    await workedOff('sweeps-failed');
    await showup.clockTo(minutesAfter(start, 60));
    expect(await subjectsOf(start)).toEqual(after);
  });

  it('that could not be delivered is done once', async () => {
    const start = '2026-12-04T15:00:00Z';
    const { id } = await bookAt(start);
    await showup.clockTo(minutesAfter(start, -24 * 60 - 5));
    await make('on-timer', 'unreachable');
    await make('sweep', 'fails');
    await showup.clockTo(minutesAfter(start, -24 * 60 + 1));
    expect(await lyingIn('timers-undelivered')).toMatchObject([{ body: { bookingId: id } }]);
    const before = await subjectsOf(start);
    await make('on-timer', 'works');
    expect(await workedOff('timers-undelivered')).toContain(`remind-24h of ${id} v1: done`);
    expect(await subjectsOf(start)).toHaveLength(before.length + 1);
  });
});

describe('sweeps', () => {
  it.each([
    ['sweeps-failed', 'fails', '2026-12-07T15:00:00Z'],
    ['sweeps-undelivered', 'unreachable', '2026-12-08T15:00:00Z'],
  ] as const)('of %s are made up for by a single one', async (queue, state, start) => {
    const { id, token } = await bookAt(start);
    await showup.clockTo(start);
    await make('sweep', state);
    await showup.misbehave({ loseTimer: { name: `${id}.close.v1` } });
    await showup.clockTo(minutesAfter(start, 47));
    expect((await lyingIn(queue)).length).toBeGreaterThan(1);
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
    await make('sweep', 'works');
    const runs = await runsOf('sweep');
    await workedOff(queue);
    expect((await runsOf('sweep')) - runs).toBe(1);
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
  });
});

type Usage = Readonly<Record<string, Readonly<Record<string, number>>>>;

const usage = async (): Promise<Usage> => (await fetch(`${showup.console}/usage`)).json() as Promise<Usage>;

async function runsOf(name: string): Promise<number> {
  return (await usage())['functions.runs']?.[`showup-dev-${name}`] ?? 0;
}

describe('events', () => {
  /** Books while nothing is told, until the stream has given up. */
  async function untold(start: string): Promise<Booked> {
    await make('on-event', 'fails');
    const booked = await bookAt(start);
    await showup.clockTo(minutesAfter(await showup.now(), 75));
    expect(await lyingIn('events-failed')).not.toEqual([]);
    expect(await subjectsOf(start)).toEqual([]);
    await make('on-event', 'works');
    return booked;
  }

  it('that the reactions failed at are read from the stream again, and told once', async () => {
    const start = '2026-12-14T15:00:00Z';
    const { id } = await untold(start);
    await workedOff('events-failed');
    expect(await subjectsOf(start)).toHaveLength(1);
    expect((await showup.timers()).map(({ name }) => name)).toContain(`${id}.close.v1`);
    await showup.misbehave({ repeatEvents: true });
    expect(await subjectsOf(start)).toHaveLength(1);
  });

  it('that the stream no longer holds are read from the table, and told once', async () => {
    const since = await showup.now();
    const start = '2026-12-15T15:00:00Z';
    await untold(start);
    const told = await redrive('--queue', 'events-failed', '--since', since);
    expect(told).toMatchObject({ status: 0, out: expect.stringMatching(/events since \S+: [1-9]\d* told/u) });
    expect(await lyingIn('events-failed')).toEqual([]);
    expect(await subjectsOf(start)).toHaveLength(1);
    expect((await redrive('--queue', 'events-failed', '--since', since)).status).toBe(0);
    expect(await subjectsOf(start)).toHaveLength(1);
  });
});

describe('a text', () => {
  it('that our webhook did not take counts by its stamp when it is brought', async () => {
    const start = '2026-12-16T15:00:00Z';
    const mobile = '+15550100090';
    const { token } = await bookAt(start, mobile);
    await showup.clockTo(minutesAfter(start, 6));
    await make('on-text', 'fails');
    await showup.text(mobile, '1');
    // SNS tries for an hour. What it leaves in the queue is older than any post that comes from outside may be.
    await showup.clockTo(minutesAfter(start, 4 * 60));
    expect(await lyingIn('texts-undelivered')).toMatchObject([{ body: { Type: 'Notification' } }]);
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
    await make('on-text', 'works');
    expect(await workedOff('texts-undelivered')).not.toContain(mobile);
    const { status, checkIn } = await showup.booking(token);
    expect(status).not.toBe('no_show');
    expect(checkIn).toMatchObject({ answeredAt: expect.any(String) });
    // What SES told of the mail that was sent meanwhile.
    expect(await lyingIn('mail-feedback-undelivered')).not.toEqual([]);
    await workedOff('mail-feedback-undelivered');
  });
});

describe('events on the bus', () => {
  it.each([
    ['deliveries-failed', 'fails', '2026-12-17T15:00:00Z'],
    ['deliveries-undelivered', 'unreachable', '2026-12-18T15:00:00Z'],
  ] as const)('in %s are brought to those who subscribed, each by one run', async (queue, state, start) => {
    await make('deliver', state);
    await bookAt(start);
    await showup.clockTo(minutesAfter(await showup.now(), 10));
    const left = await lyingIn(queue);
    expect(left).not.toEqual([]);
    await make('deliver', 'works');
    const runs = await runsOf('deliver');
    await workedOff(queue);
    expect((await runsOf('deliver')) - runs).toBe(left.length);
  });
});

it('all queues are worked off by one command, after which nothing is left', async () => {
  const { status, out } = await redrive();
  expect(status, out).toBe(0);
  expect(await (await fetch(`${showup.console}/failures`)).json()).toEqual([]);
});
