import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../lib/app/handle.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book, refusalOf } from '../app/acting.ts';
import { attendee, DAY, lateNotice, MINUTE, missed } from '../app/standing/standing-world.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { type Ask, ask } from './desk-world.ts';

const EMAIL = 'ada@example.com';
const COMPANY = 'example-crates';
const who = { email: EMAIL };
const crates = { companyId: COMPANY };

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

type Told = Record<string, unknown>;
type Name = Parameters<typeof ask>[1];

const iso = (at: number) => new Date(at).toISOString();
const person = (asked: Ask = {}) => ask(world, 'getPersonStanding', { path: who, ...asked });
const ruling = (body: object, asked: Ask = {}) =>
  ask(world, 'ruleOnPerson', { path: who, body: { reason: 'We know them', ...body }, ...asked });
const company = () => ask(world, 'getCompanyStanding', { path: crates });
const decide = (body: object, asked: Ask = {}) =>
  ask(world, 'ruleOnCompany', { path: crates, body: { reason: 'Too many', ...body }, ...asked });
const queue = (name: string, query?: Ask['query']) =>
  ask(world, 'listQueue', { path: { queue: name }, ...(query && { query }) });
const codes = ({ why }: Told) => (why as { code: string }[]).map(({ code }) => code);
const fieldsOf = async (asked: Promise<unknown>) => {
  const { code, facts } = await refusalOf(asked);
  expect(code).toBe('invalid-input');
  return (facts['errors'] as { field: string; message: string }[]).map(({ field }) => field);
};

async function pending(start = START + 7 * DAY): Promise<Booking> {
  await decide({ decision: 'approval', until: iso(world.clock.now + 30 * DAY) });
  return book(world.deps, { start, attendee: attendee(EMAIL) });
}

describe('where a person stands', () => {
  it('is told with every reason, in facts and in plain sentences', async () => {
    const first = await missed(world);
    const second = await missed(world, START + DAY);
    const told = await person();
    const sessions = [first, second].map(({ id, start }) => ({
      booking: id,
      start: iso(start),
      reason: 'absent',
    }));
    expect(told).toMatchObject({
      email: EMAIL,
      company: COMPANY,
      companies: [COMPANY],
      block: { because: 'no-shows', until: iso(START + DAY + 60 * DAY), missed: sessions },
      noShows: sessions,
      entries: [
        { kind: 'no-show', booking: first.id },
        { kind: 'no-show', booking: second.id },
      ],
    });
    expect(told['why']).toEqual([
      {
        code: 'blocked-by-no-shows',
        detail:
          'Free sessions are blocked until 2027-01-24 10:00 (America/New_York): 2 sessions were missed within 6 months, on 2026-11-24 and 2026-11-25. Waiting, the reinstatement fee of 100 USD, excusing one of them, or a decision of our staff ends it.',
        until: iso(START + DAY + 60 * DAY),
        bookings: [first.id, second.id],
      },
      {
        code: 'no-show-counts',
        detail: 'The no-show of 2026-11-24 counts until 2027-05-24 included: nobody joined.',
        until: '2027-05-25T04:00:00.000Z',
        bookings: [first.id],
      },
      {
        code: 'no-show-counts',
        detail: 'The no-show of 2026-11-25 counts until 2027-05-25 included: nobody joined.',
        until: '2027-05-26T04:00:00.000Z',
        bookings: [second.id],
      },
    ]);
  });

  it('is one person however the address is written, and nobody’s until something is recorded', async () => {
    expect(await person()).toEqual({
      ...{ email: EMAIL, companies: [], noShows: [], blocks: [], entries: [] },
      why: [{ code: 'nothing-against', detail: 'Free sessions can be booked, and need no approval.' }],
    });
    await missed(world);
    for (const email of ['ADA@example.com', 'ada+work@example.com', ' Ada@Example.COM '])
      expect(await person({ path: { email } })).toMatchObject({ email: EMAIL, company: COMPANY });
    await ask(world, 'createCompany', { body: { id: 'other', name: 'Other', planUntil: '2027-12-31' } });
    expect(await person({ query: { company: 'other' } })).toMatchObject({ company: 'other', noShows: [] });
    const nowhere = refusalOf(person({ query: { company: 'none' } }));
    expect((await nowhere).code).toBe('not-found');
  });

  it.each(['ada', 'ada@', '', 'a b@example.com', `${'x'.repeat(250)}@example.com`, '%61da%40example.com'])(
    'is refused by the name of the field for the address %j',
    async (email) => {
      const names = ['getPersonStanding', 'ruleOnPerson', 'erasePerson'] as const;
      const body = { decision: 'lift', reason: 'Ill' };
      for (const name of names) {
        const asked = { path: { email }, ...(name === 'getPersonStanding' ? {} : { body }) };
        const sent = name === 'erasePerson' ? { ...asked, body: { reason: 'Ill' } } : asked;
        expect(await fieldsOf(ask(world, name, sent))).toEqual(['email']);
      }
    },
  );

  it('follows at once from an excuse, which takes the block along', async () => {
    const { id } = await missed(world);
    await missed(world, START + DAY);
    await ask(world, 'excuseNoShow', { path: { bookingId: id }, body: { reason: 'Fire alarm' } });
    const told = await person();
    expect(told).not.toHaveProperty('block');
    expect(codes(told)).toEqual(['nothing-against', 'no-show-counts']);
    expect(told['entries']).toContainEqual(
      expect.objectContaining({ kind: 'no-show-excused', booking: id, by: 'per_robin' }),
    );
    expect(await company()).toMatchObject({ strikes: [] });
  });

  it('needs approval after late notices, and says until when', async () => {
    for (const days of [0, 1, 3]) {
      await lateNotice(world, START + days * DAY);
      await ruling({ decision: 'payment' });
    }
    const told = await person();
    expect(told['approval']).toMatchObject({ because: 'late-notices', until: '2027-05-25T04:00:00.000Z' });
    expect(codes(told)).toEqual([
      'approval-for-late-notices',
      ...Array<string>(3).fill('no-show-counts'),
      ...Array<string>(2).fill('block-over'),
    ]);
  });
});

describe('a decision on a person', () => {
  it('blocks until its end, with who and why, and is lifted again', async () => {
    const until = iso(world.clock.now + 10 * DAY);
    const blocked = await ruling({ company: COMPANY, decision: 'block', until });
    expect(blocked).toMatchObject({
      block: {
        because: 'staff',
        until,
        ruling: { decision: 'block', by: 'per_robin', reason: 'We know them' },
      },
    });
    expect(codes(blocked)).toEqual(['blocked-by-staff']);
    const { facts } = await refusalOf(book(world.deps, { attendee: attendee(EMAIL) }));
    expect(facts).toMatchObject({ blockedUntil: until, reason: 'We know them' });
    const lifted = await ruling({ decision: 'lift' }, { as: 'per_kim' });
    expect(lifted).toMatchObject({ blocks: [{ endedBy: { decision: 'lift', by: 'per_kim' } }] });
    expect(codes(lifted)).toEqual(['nothing-against', 'block-over']);
    await book(world.deps, { attendee: attendee(EMAIL) });
  });

  it('notes that the fee was paid, and how much it was', async () => {
    await missed(world);
    await missed(world, START + DAY);
    const paid = await ruling({ decision: 'payment', reason: 'Invoice 7' });
    expect(paid).not.toHaveProperty('block');
    expect(paid['blocks']).toMatchObject([
      { endedBy: { decision: 'payment', fee: { amount: 100, currency: 'USD' } } },
    ]);
    expect((paid['why'] as { detail: string }[]).at(-1)?.detail).toContain(
      'The reinstatement fee ended it on',
    );
  });

  it('says when a block ends, and for nothing else', async () => {
    expect(await fieldsOf(ruling({ decision: 'block' }))).toEqual(['until']);
    expect(await fieldsOf(ruling({ decision: 'block', until: iso(world.clock.now) }))).toEqual(['until']);
    const until = iso(world.clock.now + DAY);
    for (const decision of ['lift', 'payment'])
      expect(await fieldsOf(ruling({ decision, until }))).toEqual(['until']);
  });
});

describe('where a company stands', () => {
  it('is told with its strikes, its same-day changes and all that was decided', async () => {
    await missed(world);
    await missed(world, START + DAY);
    const changed = await book(world.deps, { start: START + 3 * DAY, attendee: attendee('bo@example.com') });
    world.clock.now = START + 3 * DAY - 80 * MINUTE;
    await handle(world.deps, changed.id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    const told = await company();
    expect(told).toMatchObject({
      company: COMPANY,
      strikes: [{ email: EMAIL }],
      sameDayChanges: [{ booking: changed.id, email: 'bo@example.com', change: 'cancelled' }],
      rulings: [],
      seen: 0,
    });
    expect(codes(told)).toEqual(['nothing-against', 'same-day-changes', 'strike']);
  });

  it('is decided by who saw the last decision, and by nobody who didn’t', async () => {
    const until = iso(world.clock.now + 10 * DAY);
    const first = await decide({ decision: 'block', until, seen: 0 });
    expect(first).toMatchObject({
      ruling: { decision: 'block', until, by: 'per_robin', reason: 'Too many' },
    });
    expect(codes(first)).toEqual(['company-blocked']);
    const late = refusalOf(decide({ decision: 'nothing', seen: 0 }, { as: 'per_kim' }));
    expect((await late).code).toBe('changed-meanwhile');
    world.clock.now += MINUTE;
    const second = await decide({ decision: 'nothing', seen: first['seen'] }, { as: 'per_kim' });
    expect(second).not.toHaveProperty('ruling');
    expect(second['rulings']).toMatchObject([{ decision: 'block' }, { decision: 'nothing', by: 'per_kim' }]);
    expect(second['seen']).toBe(world.clock.now);
  });

  it('says when a decision ends, unless nothing follows', async () => {
    const until = iso(world.clock.now + DAY);
    expect(await fieldsOf(decide({ decision: 'approval' }))).toEqual(['until']);
    expect(await fieldsOf(decide({ decision: 'nothing', until }))).toEqual(['until']);
  });

  it('is not found where there is none, whatever the path says', async () => {
    for (const companyId of ['none', '', 'x'.repeat(4000), 'a#b']) {
      const asked = ask(world, 'getCompanyStanding', { path: { companyId } });
      expect((await refusalOf(asked)).code).toBe('not-found');
    }
  });
});

describe('a pending booking', () => {
  it('waits in the queue of approvals, and stands once it is approved', async () => {
    const { id } = await pending();
    const { items } = await queue('approvals');
    expect(items).toMatchObject([{ booking: { id, status: 'pending', approval: { because: 'company' } } }]);
    const path = { bookingId: id };
    expect(await ask(world, 'approveBooking', { path, body: { revision: 1 } })).toMatchObject({
      status: 'confirmed',
      approval: { approved: { by: 'per_robin' } },
    });
    expect(await queue('approvals')).toEqual({ items: [] });
    const { events } = await ask(world, 'getBooking', { path });
    expect(events).toMatchObject([
      { type: 'booked', because: 'company', decideBy: expect.any(String) },
      { type: 'approved', staffId: 'per_robin' },
    ]);
  });

  it('ends when it is declined, with the reason', async () => {
    const path = { bookingId: (await pending()).id };
    const declined = await ask(world, 'declineBooking', { path, body: { reason: 'Call us' } });
    expect(declined).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'staff', staffId: 'per_robin', reason: 'Call us' },
    });
    const late = refusalOf(ask(world, 'approveBooking', { path, as: 'per_kim' }));
    expect((await late).code).toBe('changed-meanwhile');
  });

  it.each<[Name, object]>([
    ['approveBooking', {}],
    ['declineBooking', { reason: 'Call us' }],
  ])('is what %s is for, and no other', async (name, body) => {
    const { id } = await book(world.deps);
    const { code, facts } = await refusalOf(ask(world, name, { path: { bookingId: id }, body }));
    expect([code, facts]).toEqual(['not-pending', { bookingStatus: 'confirmed' }]);
  });
});

describe('a contest', () => {
  it('waits in its queue with what was written, until it is rejected with a reason', async () => {
    const { id } = await missed(world);
    await handle(world.deps, id, { type: 'contest', text: 'I was there' });
    expect(await queue('contests')).toMatchObject({
      items: [{ booking: { id, outcome: { contest: { text: 'I was there' } } } }],
    });
    const path = { bookingId: id };
    const body = { reason: 'The room was empty' };
    expect(await ask(world, 'rejectContest', { path, body })).toMatchObject({
      status: 'no_show',
      outcome: { contest: { rejected: { by: 'per_robin', reason: 'The room was empty' } } },
    });
    expect(await queue('contests')).toEqual({ items: [] });
    const { events } = await ask(world, 'getBooking', { path });
    expect((events as Told[]).slice(-2)).toMatchObject([
      { type: 'no-show-contested', text: 'I was there' },
      { type: 'contest-rejected', reason: 'The room was empty' },
    ]);
  });

  it('is nothing to reject where there is none', async () => {
    const { id } = await missed(world);
    const asked = ask(world, 'rejectContest', { path: { bookingId: id }, body: { reason: 'No' } });
    expect((await refusalOf(asked)).code).toBe('not-contested');
  });
});

describe('a queue', () => {
  it('is told page by page, the longest wait first', async () => {
    const waiting = [await missed(world), await missed(world, START + DAY, 'bo@example.com')];
    for (const { id } of waiting) {
      world.clock.now += MINUTE;
      await handle(world.deps, id, { type: 'contest', text: 'I was there' });
    }
    const first = await queue('contests', { limit: '1' });
    expect(first['items']).toMatchObject([{ booking: { id: waiting[0]?.id } }]);
    const second = await queue('contests', { limit: '1', cursor: String(first['next']) });
    expect(second['items']).toMatchObject([{ booking: { id: waiting[1]?.id } }]);
  });

  it('is one of three: another is refused by its name, as is a cursor that isn’t ours', async () => {
    for (const name of ['', 'all', 'constructor', 'x'.repeat(4000)])
      expect(await fieldsOf(queue(name))).toEqual(['queue']);
    expect(await fieldsOf(queue('approvals', { cursor: 'mine' }))).toEqual(['cursor']);
  });

  it('of reviews has the companies with where they stand', async () => {
    for (const hours of [0, 1, 2, 3]) {
      world.clock.now = START - 3 * DAY;
      const email = `p${hours}@example.com`;
      const { id } = await book(world.deps, {
        start: START + hours * 60 * MINUTE,
        attendee: attendee(email),
      });
      world.clock.now = START - 100 * MINUTE;
      await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    }
    await world.deps.standings.hintReview(COMPANY, world.clock.now);
    expect(await queue('reviews')).toMatchObject({
      items: [{ company: { company: COMPANY, review: { changes: expect.any(Array) } } }],
    });
    expect(codes(await company())).toEqual(['nothing-against', 'under-review']);
    const decided = await decide({ decision: 'nothing' });
    expect(decided).not.toHaveProperty('review');
    expect(await queue('reviews')).toEqual({ items: [] });
  });
});
