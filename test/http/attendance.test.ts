import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { receiveAttendance } from '../../functions/api/attendance.ts';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import type { BookingDeps, BookingRequest } from '../../lib/app/book-session.ts';
import { handle } from '../../lib/app/handle.ts';
import type { ProviderDeps } from '../../lib/app/provider-deps.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { attendanceAnswer } from '../../lib/http/attendance-schemas.ts';
import { book, events, fire, refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { httpEvent } from './http-event.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const key = randomBytes(32);
let engine: Engine;
let world: World;
let deps: ProviderDeps & BookingDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  world.clock.now = START + 2 * MINUTE;
  deps = {
    ...world.deps,
    search: dynamoSearch(world.table),
    attendanceKeys: () => Promise.resolve([key]),
  };
});

/** Books the day before, with the first that is free; then it is two minutes past the start. */
async function booked(wanted: Partial<BookingRequest> = {}): Promise<Booking> {
  world.clock.now = NOW;
  const booking = await book(deps, wanted);
  world.clock.now = START + 2 * MINUTE;
  return booking;
}

interface Sent {
  readonly id?: string;
  readonly type?: unknown;
  readonly timestamp?: number;
  readonly data?: unknown;
  readonly raw?: string;
}

let ids = 0;

/** The provider posts, signed as the standard says. */
async function post({ id = `msg_${++ids}`, type = 'participant.joined', timestamp, data, raw }: Sent) {
  const at = timestamp ?? world.clock.now;
  const body = raw ?? JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const time = String(Math.floor(world.clock.now / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  const headers = {
    ...{ 'content-type': 'application/json', 'webhook-id': id },
    ...{ 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` },
  };
  const answer = await receiveAttendance(deps, httpEvent({ headers, body }));
  if (answer.status === 200) z.parse(attendanceAnswer, answer.body);
  return answer;
}

const iso = (instant: number) => new Date(instant).toISOString();
const statusOf = async (id: string) => (await deps.table.booking(id))?.status;

describe('that somebody joined, as the meetings’ provider posts it,', () => {
  it('is recorded as their link would, with who says so', async () => {
    const { id } = await booked();
    const answer = await post({ data: { booking: id, role: 'attendee' } });
    expect(answer).toEqual({ status: 200, body: { recorded: true, booking: id } });
    expect(await deps.table.booking(id)).toMatchObject({
      status: 'in_progress',
      attendance: { joinedAt: START + 2 * MINUTE, evidence: 'provider' },
    });
  });

  it('counts from when they joined, also where we hear of it after the close', async () => {
    const first = await booked();
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await fire(world, first, 'close', START + 15 * MINUTE);
    world.clock.now = START + 20 * MINUTE;
    const late = { booking: first.id, joinedAt: iso(START + 16 * MINUTE) };
    expect((await post({ data: late })).body).toEqual({
      ...{ recorded: false, booking: first.id, because: 'already-over' },
    });
    const inTime = { booking: first.id, joinedAt: iso(START + 14 * MINUTE) };
    expect((await post({ data: inTime })).body).toMatchObject({ recorded: true });
    expect(await statusOf(first.id)).toBe('in_progress');
  });

  it('counts from the time of the post where it says nothing closer', async () => {
    const { id } = await booked();
    await post({ timestamp: START + MINUTE, data: { booking: id } });
    expect((await deps.table.booking(id))?.attendance?.joinedAt).toBe(START + MINUTE);
  });

  it('is recorded once, however often it is brought, also after our staff have taken it back', async () => {
    const { id } = await booked();
    const sent = { id: 'msg_same', data: { booking: id } };
    await post(sent);
    const after = await events(world);
    expect((await post(sent)).body).toMatchObject({ recorded: true });
    expect(await events(world)).toEqual(after);
    expect((await post({ data: { booking: id } })).body).toMatchObject({ recorded: true });
    expect(await events(world)).toEqual(after);
  });

  it('brought again does not undo what our staff decided since', async () => {
    const { id } = await booked();
    const sent = { id: 'msg_once', data: { booking: id } };
    await post(sent);
    await handle(deps, id, {
      type: 'reschedule',
      by: 'staff',
      staffId: 'per_sam',
      reason: 'Ill',
      ...later(),
    });
    expect(await statusOf(id)).toBe('confirmed');
    world.clock.now = START + DAY;
    expect((await post({ ...sent, timestamp: START + DAY })).body).toMatchObject({ recorded: true });
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('is not recorded before the doors open', async () => {
    const { id } = await booked();
    world.clock.now = START - 16 * MINUTE;
    expect((await post({ data: { booking: id } })).body).toEqual({
      ...{ recorded: false, booking: id, because: 'outside-join-window' },
    });
  });

  it.each(['host', 'Host', 'co-host', 'co_host'])('is passed over of a %s', async (role) => {
    const { id } = await booked();
    expect((await post({ data: { booking: id, role } })).body).toEqual({ recorded: false, because: 'host' });
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('is passed over where it is an event of another type, whatever that holds', async () => {
    expect(await post({ type: 'participant.left', data: 7 })).toEqual({ status: 204, body: '' });
    expect(await post({ type: 'meeting.ended' })).toEqual({ status: 204, body: '' });
  });
});

function later() {
  return { stamp: START + 3 * MINUTE, start: START + DAY, consultants: ['robin'] };
}

describe('that somebody joined a room', () => {
  it('is recorded of the session that its consultant gives then, however the number is written', async () => {
    const { id } = await booked();
    expect((await post({ data: { conferenceId: '200300101#' } })).body).toEqual({
      recorded: true,
      booking: id,
    });
  });

  it('is of no session where there is none then', async () => {
    await booked();
    const data = { conferenceId: '200 300 101', joinedAt: iso(START - 20 * MINUTE) };
    expect((await post({ data })).body).toEqual({ recorded: false, because: 'no-session' });
  });

  it('is never guessed where one session runs and the doors of the next are open', async () => {
    const first = await booked();
    // The other consultant has less to do that day, and gets the next one.
    await booked({ start: START + 60 * MINUTE });
    const second = await booked({ start: START + 60 * MINUTE });
    expect(second.consultantId).toBe(first.consultantId);
    await post({ data: { conferenceId: '200300101' } });
    world.clock.now = START + 50 * MINUTE;
    expect((await post({ data: { conferenceId: '200300101' } })).body).toEqual({
      ...{ recorded: false, because: 'several-sessions' },
    });
    expect(await statusOf(second.id)).toBe('confirmed');
    await handle(deps, first.id, { type: 'complete', staffId: 'per_sam' });
    expect((await post({ data: { conferenceId: '200300101' } })).body).toEqual({
      ...{ recorded: true, booking: second.id },
    });
  });
});

describe('a post of the meetings’ provider is refused', () => {
  it.each([
    ['of a booking that there is not', { booking: `bkg_${'9'.repeat(26)}` }],
    ['of what can be no booking', { booking: '../admin' }],
    ['of a room of nobody’s', { conferenceId: '999' }],
  ])('%s', async (_, data) => {
    expect((await refusalOf(post({ data }))).code).toBe('not-found');
  });

  it.each<[string, Sent, string]>([
    ['without data', {}, 'data'],
    ['with neither booking nor room', { data: { role: 'guest' } }, 'data'],
    ['with a joining time that is none', { data: { booking: 'x', joinedAt: 'soon' } }, 'data.joinedAt'],
    ['with a joining time to come', { data: { booking: 'x', joinedAt: iso(START + DAY) } }, 'data.joinedAt'],
    ['with a booking that is no text', { data: { booking: ['x'] } }, 'data.booking'],
    ['with a type that is no text', { type: 7 }, 'type'],
    ['that is no JSON', { raw: '{' }, 'body'],
    ['that is no object', { raw: '[]' }, 'body'],
  ])('%s', async (_, sent, field) => {
    const { code, facts } = await refusalOf(post(sent));
    expect([code, (facts['errors'] as { field: string }[])[0]?.field]).toEqual(['invalid-input', field]);
  });

  it('without a signature of ours, before anything of it is read', async () => {
    const headers = {
      'webhook-id': 'a',
      'webhook-timestamp': String(world.clock.now / 1000),
      'webhook-signature': 'v1,AAAA',
    };
    const refused = refusalOf(receiveAttendance(deps, httpEvent({ headers, body: '{' })));
    expect((await refused).facts['errors']).toMatchObject([{ field: 'webhook-signature' }]);
  });
});
