import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createBooking } from '../../functions/api/bookings.ts';
import type { Handler } from '../../functions/api/handler.ts';
import { contestNoShow, joinSession, rescheduleBooking } from '../../functions/api/managing.ts';
import { manageToken } from '../../lib/app/links.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { bookingAnswer } from '../../lib/http/answer-schemas.ts';
import { book, refusalOf } from '../app/acting.ts';
import { attendee, DAY, missed, staff, staffDeps } from '../app/standing/standing-world.ts';
import { CODE, type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { httpEvent } from './http-event.ts';

const EMAIL = 'ada@example.com';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

async function ask(handler: Handler, body: object, booking?: Booking) {
  const { requestContext, headers, ...event } = httpEvent();
  const path = booking && { pathParameters: { token: await manageToken(world.deps, booking.id) } };
  return handler(world.deps, {
    ...event,
    ...path,
    headers: { ...headers, 'idempotency-key': JSON.stringify(body) },
    requestContext: { ...requestContext, timeEpoch: world.clock.now },
    body: JSON.stringify(body),
  });
}

/** Our staff look at every booking of the company for a month. */
async function approvalNeeded(): Promise<void> {
  const until = world.clock.now + 30 * DAY;
  await ruleOnCompany(staffDeps(world), staff, 'example-crates', {
    ...{ decision: 'approval', until, reason: 'Too many changes' },
  });
}

const wish = (start: number) => ({
  ...{ sessionType: 'live-60', start: new Date(start).toISOString(), timeZone: 'Europe/Berlin' },
  ...{ attendee: attendee(EMAIL), companyCode: CODE },
});

describe('contesting a no-show', () => {
  it('is told with the booking, and done once however often it is sent', async () => {
    const booking = await missed(world);
    const first = await ask(contestNoShow, { text: ' I was there\nNobody let me in ' }, booking);
    expect(first.status).toBe(200);
    expect(z.parse(bookingAnswer, JSON.parse(JSON.stringify(first.body)))).toMatchObject({
      status: 'no_show',
      outcome: { contest: { text: 'I was there\nNobody let me in' } },
    });
    expect(await ask(contestNoShow, { text: 'I was there\nNobody let me in' }, booking)).toEqual(first);
    const other = refusalOf(ask(contestNoShow, { text: 'Another story' }, booking));
    expect((await other).code).toBe('changed-meanwhile');
  });

  it('is for a no-show alone, and wants to know what happened', async () => {
    const booking = await book(world.deps);
    expect((await refusalOf(ask(contestNoShow, { text: 'Hello' }, booking))).code).toBe('not-a-no-show');
    const { facts } = await refusalOf(ask(contestNoShow, {}, booking));
    expect(facts['errors']).toEqual([{ field: 'text', message: 'is required' }]);
  });
});

describe('a booking that needs approval', () => {
  it('is accepted with 202, pending, with until when it is decided on', async () => {
    await approvalNeeded();
    const { status, body } = await ask(createBooking, wish(START + 7 * DAY));
    expect(status).toBe(202);
    expect(z.parse(bookingAnswer, JSON.parse(JSON.stringify(body)))).toMatchObject({
      status: 'pending',
      // 4 of the hours from 8:30 to 17:30 before 10:00.
      approval: { because: 'company', decideBy: '2026-11-30T20:00:00.000Z' },
    });
    expect(await ask(createBooking, wish(START + 7 * DAY))).toMatchObject({ status: 202, body });
  });

  it('is refused where there is no time for that, also when it would move there', async () => {
    await approvalNeeded();
    const soon = new Date(world.clock.now + 3 * 3_600_000).toISOString();
    const refused = await refusalOf(ask(createBooking, { ...wish(START), start: soon }));
    expect(refused.code).toBe('approval-required');
    const booking = await book(world.deps, { start: START + 7 * DAY, attendee: attendee(EMAIL) });
    const moved = refusalOf(ask(rescheduleBooking, { start: soon }, booking));
    expect((await moved).code).toBe('approval-required');
  });

  it('can’t be joined', async () => {
    await approvalNeeded();
    const booking = await book(world.deps, { start: START + 7 * DAY, attendee: attendee(EMAIL) });
    expect((await refusalOf(ask(joinSession, {}, booking))).code).toBe('outside-join-window');
  });
});

describe('a blocked person', () => {
  it('is told by the refusal when it ends, what led to it, and the ways out', async () => {
    const first = await missed(world);
    const second = await missed(world, START + DAY);
    const { code, facts } = await refusalOf(ask(createBooking, wish(START + 7 * DAY)));
    expect([code, facts]).toEqual([
      'free-session-blocked',
      {
        blockedUntil: new Date(START + 61 * DAY).toISOString(),
        why: [first, second].map(({ id, start }) => ({
          booking: id,
          start: new Date(start).toISOString(),
          reason: 'absent',
        })),
        reinstatementFee: { amount: 100, currency: 'USD' },
        price: { amount: 140, currency: 'USD' },
        mailTo: 'support@example.com',
      },
    ]);
  });
});
