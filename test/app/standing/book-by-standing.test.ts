import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookSession } from '../../../lib/app/book-session.ts';
import { handle } from '../../../lib/app/handle.ts';
import { moveSession } from '../../../lib/app/move-session.ts';
import { quoteSession } from '../../../lib/app/quote-session.ts';
import { personStanding } from '../../../lib/app/standing/person-standing.ts';
import { ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { CODE, type Engine, makeWorld, NOW, openEngine, putCompany, START, type World } from '../../world.ts';
import { book, interleaved, onceFor, refusalOf, request, sessionType } from '../acting.ts';
import {
  attendee,
  DAY,
  HOUR,
  lateNotice,
  MINUTE,
  missed,
  notCome,
  staff,
  staffDeps,
} from './standing-world.ts';

const EMAIL = 'ada@example.com';
/** Wednesday and, after a holiday, Friday and Monday, at the hour of START. */
const [SECOND, THIRD, FOURTH] = [START + DAY, START + 3 * DAY, START + 6 * DAY];
const reason = 'We know them';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

async function bookings(): Promise<number> {
  return (await everyRow(world.table)).filter(({ sk }) => sk === 'BOOKING').length;
}

const again = (email = EMAIL, start = THIRD) => book(world.deps, { start, attendee: attendee(email) });

describe('who missed two sessions', () => {
  beforeEach(async () => {
    await missed(world, START);
    await missed(world, SECOND);
  });

  it('is refused a free one, and told until when, which led to it, and the paid way', async () => {
    const { code, facts } = await refusalOf(again());
    expect(code).toBe('free-session-blocked');
    expect(facts).toMatchObject({
      // 60 days on the calendar of New York, at the hour of the second.
      blockedUntil: '2027-01-24T15:00:00.000Z',
      why: [
        { start: new Date(START).toISOString(), reason: 'absent' },
        { start: new Date(SECOND).toISOString(), reason: 'absent' },
      ],
      reinstatementFee: { amount: 100, currency: 'USD' },
      price: { amount: 140, currency: 'USD' },
      mailTo: 'support@example.com',
    });
    expect(await bookings()).toBe(2);
  });

  it.each(['ADA@Example.COM', 'ada+other@example.com', ' ada+1+2@example.com '])(
    'is nobody else as %j',
    async (email) => {
      expect(await refusalOf(again(email))).toMatchObject({ code: 'free-session-blocked' });
    },
  );

  it('is let in by the code of another company', async () => {
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER');
    const wanted = { start: THIRD, attendee: attendee(EMAIL), companyCode: 'OTHER' };
    expect(await book(world.deps, wanted)).toMatchObject({ status: 'confirmed', companyId: 'other' });
  });

  it('stands in nobody else’s way', async () => {
    expect(await again('kim@example.com')).toMatchObject({ status: 'confirmed' });
  });

  it('is told so with the price, once it is known who asks', async () => {
    const about = { sessionType: sessionType('live-60'), start: THIRD, companyCode: CODE };
    expect(await quoteSession(world.deps, about)).toEqual({ companyId: 'example-crates' });
    expect(await refusalOf(quoteSession(world.deps, { ...about, email: EMAIL }))).toMatchObject({
      code: 'free-session-blocked',
    });
    const { price } = await quoteSession(world.deps, { ...about, email: 'kim@example.com' });
    expect(price).toBeUndefined();
  });

  it('gets a session that was booked before again when the request is repeated', async () => {
    const wanted = request({ start: FOURTH, attendee: attendee('kim@example.com') });
    const once = { ...onceFor('key'), expiresAt: FOURTH };
    const first = await bookSession(world.deps, wanted, once);
    const others = [await again('kim@example.com', THIRD), await again('kim@example.com', THIRD + HOUR)];
    for (const other of others) await notCome(world, other);
    expect(await refusalOf(again('kim@example.com', FOURTH + DAY))).toMatchObject({
      code: 'free-session-blocked',
    });
    expect(await bookSession(world.deps, wanted, once)).toEqual(first);
  });

  it.each([
    ['paid', { decision: 'payment' }],
    ['was let off by our staff', { decision: 'lift' }],
  ] as const)('is let in at once when they %s', async (_, wish) => {
    await ruleOnPerson(staffDeps(world), staff, {
      ...{ email: EMAIL, companyId: 'example-crates', reason },
      ...wish,
    });
    expect(await again()).toMatchObject({ status: 'confirmed' });
  });

  it('is let in at once when one of them is excused', async () => {
    const { standing } = await personStanding(world.deps, EMAIL, 'example-crates');
    const [first] = standing.block?.missed ?? [];
    await handle(world.deps, first?.bookingId ?? '', { type: 'excuse', staffId: 'per_robin', reason });
    expect(await again()).toMatchObject({ status: 'confirmed' });
    expect((await personStanding(world.deps, EMAIL, 'example-crates')).standing.blocks).toEqual([]);
  });
});

describe('a no-show that lands while a booking is being made', () => {
  it('is not outrun: the booking is refused', async () => {
    await missed(world, START);
    const second = await again(EMAIL, SECOND);
    world.clock.now = SECOND + 10 * MINUTE;
    let landed = 0;
    const deps = interleaved(world.deps, () => (landed++ === 0 ? notCome(world, second) : Promise.resolve()));
    const attempt = book(deps, { start: FOURTH, attendee: attendee(EMAIL) });
    expect(await refusalOf(attempt)).toMatchObject({ code: 'free-session-blocked' });
    expect(landed).toBe(1);
    expect(await bookings()).toBe(2);
  });

  it('and that leads to no block only delays it', async () => {
    const first = await again(EMAIL, START);
    world.clock.now = START + 10 * MINUTE;
    let commits = 0;
    const deps = interleaved(world.deps, () => (commits++ === 0 ? notCome(world, first) : Promise.resolve()));
    expect(await book(deps, { start: THIRD, attendee: attendee(EMAIL) })).toMatchObject({
      status: 'confirmed',
    });
    expect(commits).toBe(2);
  });

  it('of somebody else is none of its business', async () => {
    const theirs = await again('kim@example.com', START);
    world.clock.now = START + 10 * MINUTE;
    let commits = 0;
    const deps = interleaved(world.deps, () =>
      commits++ === 0 ? notCome(world, theirs) : Promise.resolve(),
    );
    await book(deps, { start: THIRD, attendee: attendee(EMAIL) });
    expect(commits).toBe(1);
  });

  it('again and again makes it come back later', async () => {
    let decided = 0;
    const deps = interleaved(world.deps, () =>
      ruleOnPerson(staffDeps(world), staff, {
        ...{ email: EMAIL, companyId: 'other', reason, decision: 'block' },
        until: NOW + DAY + ++decided,
      }),
    );
    const attempt = book(deps, { attendee: attendee(EMAIL) });
    expect(await refusalOf(attempt)).toMatchObject({ code: 'busy' });
    expect(decided).toBeGreaterThan(2);
    expect(await bookings()).toBe(0);
  });

  it('holds for a decision on the company as well', async () => {
    let decided = false;
    const deps = interleaved(world.deps, async () => {
      if (decided) return;
      decided = true;
      const wish = { decision: 'block', until: NOW + 30 * DAY, reason } as const;
      await ruleOnCompany(staffDeps(world), staff, 'example-crates', wish);
    });
    const { code, facts } = await refusalOf(book(deps, { attendee: attendee(EMAIL) }));
    expect(code).toBe('company-blocked');
    expect(facts).toMatchObject({ blockedUntil: new Date(NOW + 30 * DAY).toISOString(), reason });
    expect(await bookings()).toBe(0);
  });
});

describe('who gave late notice three times', () => {
  beforeEach(async () => {
    for (const [index, start] of [START, SECOND, THIRD].entries()) {
      // Their no-shows aren't to block them: this is about late notice alone.
      if (index > 1) await letOff();
      await lateNotice(world, start);
    }
    await pay();
  });

  const letOff = () => pay();
  const pay = () =>
    ruleOnPerson(staffDeps(world), staff, {
      ...{ email: EMAIL, companyId: 'example-crates', reason, decision: 'payment' },
    });

  it('gets a booking that waits for a person’s word until 4 working hours before, and holds the time', async () => {
    world.clock.now = THIRD;
    const booking = await again(EMAIL, FOURTH);
    // Monday 10:00 is 1:30 into the day: the rest of the 4 hours is Friday's until 17:30.
    const decideBy = Date.parse('2026-11-27T20:00:00Z');
    expect(booking).toMatchObject({
      status: 'pending',
      approval: { because: 'late-notices', decideBy },
      due: [{ kind: 'expire', at: decideBy }],
    });
    expect(booking.holds).toBeDefined();
    const { items } = await world.deps.standings.queued('approvals', { limit: 10 });
    expect(items).toEqual([{ id: booking.id, since: THIRD }]);
    expect(await world.deps.table.booking(booking.id)).toEqual(booking);
  });

  it('is told of it with the price', async () => {
    world.clock.now = THIRD;
    const about = { sessionType: sessionType('live-60'), start: FOURTH, companyCode: CODE, email: EMAIL };
    expect(await quoteSession(world.deps, about)).toMatchObject({ approval: { because: 'late-notices' } });
  });

  it('is refused a time that is too soon for that word', async () => {
    world.clock.now = Date.parse('2026-11-27T20:00:00Z');
    expect(await refusalOf(again(EMAIL, FOURTH))).toMatchObject({ code: 'approval-required' });
  });

  it('moves what waits, with a new time to decide by, and not to where there is none left', async () => {
    world.clock.now = THIRD;
    const { id } = await again(EMAIL, FOURTH);
    const moved = await moveSession(world.deps, id, { start: FOURTH + DAY, by: 'link', stamp: THIRD });
    const decideBy = Date.parse('2026-11-30T20:00:00Z');
    expect(moved).toMatchObject({ status: 'pending', approval: { decideBy }, version: 2 });
    world.clock.now = Date.parse('2026-11-27T20:00:00Z');
    const attempt = moveSession(world.deps, id, { start: FOURTH, by: 'link', stamp: world.clock.now });
    expect(await refusalOf(attempt)).toMatchObject({ code: 'approval-required' });
  });
});

describe('a company that needs approval', () => {
  it('gets bookings that wait for it until the decision ends, and is let in then', async () => {
    const wish = { decision: 'approval', until: NOW + 3 * DAY, reason } as const;
    await ruleOnCompany(staffDeps(world), staff, 'example-crates', wish);
    expect(await again(EMAIL, THIRD)).toMatchObject({ status: 'pending', approval: { because: 'company' } });
    world.clock.now = NOW + 3 * DAY;
    expect(await again(EMAIL, FOURTH)).toMatchObject({ status: 'confirmed' });
  });
});

describe('what is booked', () => {
  it('names the version of the policy that it was decided by', async () => {
    await again(EMAIL, START);
    const [event] = (await everyRow(world.table)).filter(({ about }) => about === 'booking');
    expect(event).toMatchObject({ policy: expect.stringMatching(/^pol_[0-9a-f]{12}$/u) });
  });
});
