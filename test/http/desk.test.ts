import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book, fire, refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../world.ts';
import { ask } from './desk-world.ts';

const MINUTE = 60_000;
let engine: Engine;
let world: World;
let first: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  first = await book(world.deps);
});

const path = () => ({ bookingId: first.id });
const at = (minute: number) => {
  world.clock.now = START + minute * MINUTE;
};

describe('searching', () => {
  const idsOf = (answer: Record<string, unknown>) =>
    (answer['bookings'] as { id: string }[]).map(({ id }) => id);

  it('finds a booking by each thing that it is known by', async () => {
    const ways: readonly Record<string, string>[] = [
      { id: first.id },
      { id: first.id.slice(0, 9) },
      { email: 'ADA+x@example.com' },
      { mobile: '+1 (555) 010-0123' },
      { company: 'example-crates' },
      { consultant: first.consultantId, date: '2026-11-24' },
    ];
    for (const query of ways)
      expect(idsOf(await ask(world, 'searchBookings', { query }))).toEqual([first.id]);
  });

  it('goes on from where a page ended', async () => {
    const second = await book(world.deps, { start: START + 120 * MINUTE });
    const query = { company: 'example-crates', limit: '1' };
    const { next, ...page } = await ask(world, 'searchBookings', { query });
    expect(idsOf(page)).toEqual([second.id]);
    const last = await ask(world, 'searchBookings', { query: { ...query, cursor: String(next) } });
    expect(idsOf(last)).toEqual([first.id]);
    expect(last).not.toHaveProperty('next');
  });

  it.each<[string, Record<string, string>]>([
    ['query', {}],
    ['query', { email: 'ada@example.com', company: 'example-crates' }],
    ['query', { id: 'bkg_0', consultant: 'robin', date: '2026-11-24' }],
    ['date', { consultant: 'robin' }],
    ['consultant', { date: '2026-11-24' }],
    ['consultant', { email: 'ada@example.com', date: '2026-11-24' }],
  ])('is by just one thing: refused by %s for %j', async (field, query) => {
    const { code, facts } = await refusalOf(ask(world, 'searchBookings', { query }));
    expect(code).toBe('invalid-input');
    expect(facts['errors']).toMatchObject([{ field }]);
  });
});

describe('a booking', () => {
  it('is told with all that happened to it', async () => {
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    const { events, ...told } = await ask(world, 'getBooking', { path: path() });
    expect(told).toMatchObject({ id: first.id, revision: 2, company: 'example-crates' });
    expect(events).toMatchObject([
      { number: 1, type: 'booked' },
      { number: 2, type: 'check-in-asked' },
    ]);
  });

  it('that there isn’t is not found, whatever the path says', async () => {
    for (const bookingId of ['bkg_9', `bkg_${'9'.repeat(26)}`, 'x'.repeat(4000), '', `${first.id}#`]) {
      expect((await refusalOf(ask(world, 'getBooking', { path: { bookingId } }))).code).toBe('not-found');
      const changes = ['markJoined', 'completeBooking'] as const;
      for (const name of changes)
        expect((await refusalOf(ask(world, name, { path: { bookingId } }))).code).toBe('not-found');
    }
  });
});

describe('changing a booking', () => {
  it('marks it as joined just now, or when it is said that they joined', async () => {
    at(12);
    const joinedAt = new Date(START + 3 * MINUTE).toISOString();
    expect(await ask(world, 'markJoined', { path: path(), body: { joinedAt } })).toMatchObject({
      status: 'in_progress',
      attendance: { joinedAt, evidence: 'staff', staffId: 'per_robin' },
    });
    const other = await book(world.deps, { start: START + 180 * MINUTE });
    at(181);
    const now = new Date(world.clock.now).toISOString();
    const told = await ask(world, 'markJoined', { path: { bookingId: other.id } });
    expect(told).toMatchObject({ attendance: { joinedAt: now } });
  });

  it('believes in no join that is yet to come', async () => {
    at(3);
    const body = { joinedAt: new Date(START + 4 * MINUTE).toISOString() };
    const { code, facts } = await refusalOf(ask(world, 'markJoined', { path: path(), body }));
    expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field: 'joinedAt' }]]);
  });

  it('completes it once somebody has joined', async () => {
    at(3);
    expect((await refusalOf(ask(world, 'completeBooking', { path: path() }))).code).toBe('nobody-joined');
    await ask(world, 'markJoined', { path: path() });
    at(20);
    expect(await ask(world, 'completeBooking', { path: path() })).toMatchObject({ status: 'completed' });
  });

  it('excuses a no-show, with who and why', async () => {
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    await fire(world, first, 'close', START + 15 * MINUTE);
    expect(
      await ask(world, 'excuseNoShow', { path: path(), body: { reason: 'Power cut' }, as: 'per_kim' }),
    ).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent', excused: { by: 'per_kim', reason: 'Power cut' } },
    });
  });

  it('cancels it and moves it when the attendee no longer could', async () => {
    at(-5);
    const start = new Date(START + 120 * MINUTE).toISOString();
    const moved = await ask(world, 'rescheduleForMember', { path: path(), body: { start, reason: 'Ill' } });
    expect(moved).toMatchObject({ start, version: 2 });
    expect(await ask(world, 'cancelForMember', { path: path(), body: { reason: 'Ill' } })).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'staff', staffId: 'per_robin', reason: 'Ill' },
    });
  });

  it('wants a reason for what the attendee or the record is told', async () => {
    for (const name of ['excuseNoShow', 'cancelForMember'] as const) {
      const { facts } = await refusalOf(ask(world, name, { path: path(), body: {} }));
      expect(facts['errors']).toEqual([{ field: 'reason', message: 'is required' }]);
    }
  });

  it('is refused where it has changed since it was looked at, and says so with the revision of now', async () => {
    await fire(world, first, 'check-in', START + 5 * MINUTE);
    const body = { reason: 'Ill', revision: first.revision };
    const { code, facts } = await refusalOf(ask(world, 'cancelForMember', { path: path(), body }));
    expect([code, facts]).toEqual(['changed-meanwhile', { revision: 2 }]);
    await ask(world, 'cancelForMember', { path: path(), body: { ...body, revision: 2 } });
  });

  it.each([0, -1, 1.5])('takes no %d for a revision', async (revision) => {
    const { code } = await refusalOf(ask(world, 'completeBooking', { path: path(), body: { revision } }));
    expect(code).toBe('invalid-input');
  });
});

describe('companies', () => {
  const crates = { companyId: 'other-crates' };
  const wish = { id: 'other-crates', name: 'Other Crates', planUntil: '2027-12-31' };

  it('are made, with a code that is given or made, and told with it', async () => {
    const made = await ask(world, 'createCompany', { body: wish });
    expect(made).toMatchObject({ ...wish, afterHours: false, formerCodes: [] });
    expect(await ask(world, 'getCompany', { path: crates })).toEqual(made);
    const other = { ...wish, id: 'others', code: 'OTHER-2026', afterHours: true };
    expect(await ask(world, 'createCompany', { body: other })).toMatchObject(other);
  });

  it('are made once, each with a code of its own', async () => {
    await ask(world, 'createCompany', { body: { ...wish, code: 'OTHER-2026' } });
    const same = refusalOf(ask(world, 'createCompany', { body: wish }));
    expect((await same).code).toBe('company-exists');
    const twin = refusalOf(
      ask(world, 'createCompany', { body: { ...wish, id: 'twin', code: 'other 2026' } }),
    );
    expect((await twin).code).toBe('code-taken');
  });

  it('are changed in what is said of them, and in nothing else', async () => {
    const made = await ask(world, 'createCompany', { body: wish });
    const changed = await ask(world, 'changeCompany', { path: crates, body: { planUntil: '2028-06-30' } });
    expect(changed).toEqual({ ...made, planUntil: '2028-06-30' });
    const nothing = refusalOf(ask(world, 'changeCompany', { path: crates, body: {} }));
    expect((await nothing).code).toBe('invalid-input');
  });

  it('get people, who are listed', async () => {
    await ask(world, 'createCompany', { body: wish });
    const body = { name: 'Bo', email: 'bo@example.com', level: 'primary' };
    const added = await ask(world, 'addPerson', { path: crates, body });
    expect(added).toMatchObject({ ...body, status: 'invited' });
    expect(await ask(world, 'listCompanyPeople', { path: crates })).toEqual({ people: [added] });
    const again = await refusalOf(ask(world, 'addPerson', { path: crates, body }));
    expect([again.code, again.facts]).toEqual([
      'account-exists',
      { personId: added['id'], accountStatus: 'invited' },
    ]);
  });

  it('that there aren’t are not found, whatever the path says', async () => {
    for (const companyId of ['none', 'x'.repeat(4000), '', 'Example Crates', 'a#b']) {
      for (const name of ['getCompany', 'listCompanyPeople'] as const)
        expect((await refusalOf(ask(world, name, { path: { companyId } }))).code).toBe('not-found');
      const body = { name: 'Bo', email: 'bo@example.com', level: 'basic' };
      const adding = refusalOf(ask(world, 'addPerson', { path: { companyId }, body }));
      expect((await adding).code).toBe('not-found');
    }
  });
});
