import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as bookings from '../../functions/portal/api/bookings.ts';
import * as people from '../../functions/portal/api/people.ts';
import * as profile from '../../functions/portal/api/profile.ts';
import * as standing from '../../functions/portal/api/standing.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import { levels } from '../../lib/domain/people/level.ts';
import { may, permissions } from '../../lib/domain/people/permissions.ts';
import { portalOperations } from '../../lib/http/portal-operations.ts';
import type { ApiRouteName } from '../../lib/http/routes.ts';
import { refusalOf, sessionType } from '../app/acting.ts';
import { staffActor } from '../app/people/people-world.ts';
import { type Engine, NOW, openEngine, START } from '../world.ts';
import { makePortalWorld, type PortalWorld } from './portal-world.ts';

const handlers = { ...profile, ...bookings, ...people, ...standing };
const HOUR = 3_600_000;
const NO_ONE = 'per_zzzzzzzzzzzzzzzzzzzzzzzzzz';

let engine: Engine;
let world: PortalWorld;
let primary: Viewer;
let basic: Viewer;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePortalWorld(engine);
  primary = await world.signedIn('primary');
  basic = await world.signedIn('basic');
});

/** What a call answers, held to what the document says of it. */
async function ask(
  name: ApiRouteName<'portal'>,
  viewer: Viewer,
  asked?: Parameters<PortalWorld['api']>[2],
): Promise<Record<string, unknown>> {
  const { status, body } = await world.api(handlers[name], viewer, asked);
  const { success } = portalOperations[name];
  expect(status).toBe(success.status);
  const told: unknown = JSON.parse(JSON.stringify(body));
  expect(told).toEqual(z.parse(success.schema, told));
  return told as Record<string, unknown>;
}

const refused = async (...asked: Parameters<typeof ask>) => {
  const { code, detail, facts } = await refusalOf(ask(...asked));
  return { code, detail, facts };
};

describe('the profile', () => {
  it('tells of the account, the company with its code, and what the account may do', async () => {
    expect(await ask('getProfile', basic)).toMatchObject({
      person: { id: basic.person.id, level: 'basic', status: 'active', newsletters: true },
      company: { id: 'crates', name: 'Example Crates', planUntil: '2027-12-31', code: 'DEMO-2026' },
      companyGetsNewsletters: true,
      needsAnotherPrimary: true,
    });
    const { may } = await ask('getProfile', primary);
    expect(may).toEqual(permissions);
    expect((await ask('getProfile', basic))['may']).not.toContain('see-people');
  });

  it('tells of replaced codes those alone who may replace it, and as long as they work', async () => {
    await ask('rotateCompanyCode', primary, { body: { replaced: 'DEMO-2026' } });
    const until = new Date(NOW + 14 * 24 * HOUR).toISOString();
    const codes = async (viewer: Viewer) =>
      ((await ask('getProfile', viewer))['company'] as Record<string, unknown>)['formerCodes'];
    expect(await codes(primary)).toEqual([{ code: 'DEMO-2026', until }]);
    for (const level of levels.filter((one) => one !== 'primary' && one !== 'basic'))
      expect(await codes(await world.signedIn(level))).toBeUndefined();
    expect(await codes(basic)).toBeUndefined();
    world.people.clock.now += 14 * 24 * HOUR;
    expect(await codes(primary)).toEqual([]);
  });

  it('takes no query', async () => {
    expect(await refused('getProfile', basic, { query: { of: primary.person.id } })).toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('my standing', () => {
  it('is told with its reasons, and of the company only what keeps me from booking', async () => {
    const { id } = await world.miss(basic, START);
    const told = await ask('getMyStanding', basic);
    expect(told).toEqual({
      person: {
        noShows: [{ booking: id, start: new Date(START).toISOString(), reason: 'absent' }],
        why: [
          { code: 'nothing-against', detail: 'Free sessions can be booked, and need no approval.' },
          {
            code: 'no-show-counts',
            detail: 'The no-show of 2026-11-24 counts until 2027-05-24 included: nobody joined.',
            until: '2027-05-25T04:00:00.000Z',
            bookings: [id],
          },
        ],
      },
      company: { why: [] },
    });
  });

  it('has the strikes and the decisions for those alone who may see people, and never who decided', async () => {
    await world.miss(basic, START);
    await world.miss(basic, START + 24 * HOUR);
    const until = world.deps.now() + 30 * 24 * HOUR;
    await ruleOnCompany(world.deps, staffActor, 'crates', {
      ...{ decision: 'block', until, reason: 'Too many changes' },
    });
    const ruled = { decision: 'block', reason: 'Too many changes', until: new Date(until).toISOString() };
    for (const level of levels) {
      const known = [primary, basic].find(
        ({ actor }) => actor.kind === 'member' && actor.person.level === level,
      );
      const told = await ask('getMyStanding', known ?? (await world.signedIn(level)));
      const ours = told['company'] as { ruling: object; why: object[] };
      expect([ours.ruling, ours.why[0]]).toMatchObject([ruled, { code: 'company-blocked' }]);
      const sees = may(level, 'see-people');
      expect(Object.keys(told['company'] as object).includes('strikes')).toBe(sees);
      if (sees)
        expect(told['company']).toMatchObject({ strikes: [{ email: basic.person.email }], rulings: [ruled] });
      expect(JSON.stringify(told)).not.toContain('per_staff');
      expect(JSON.stringify(told).includes(basic.person.email)).toBe(sees);
    }
    expect((await ask('getMyStanding', basic))['person']).toMatchObject({
      block: { because: 'no-shows', missed: [{}, {}] },
    });
  });

  it('takes no query', async () => {
    expect((await refused('getMyStanding', basic, { query: { of: 'x' } })).code).toBe('invalid-input');
  });
});

describe('newsletters', () => {
  it('are chosen, and the answer says whether the company still gets them', async () => {
    const off = { body: { newsletters: false } };
    expect(await ask('chooseNewsletters', primary, off)).toEqual({
      newsletters: false,
      companyGetsNewsletters: true,
    });
    expect(await ask('chooseNewsletters', basic, off)).toEqual({
      newsletters: false,
      companyGetsNewsletters: false,
    });
  });
});

describe('the company’s code', () => {
  it('is replaced once by two presses', async () => {
    const body = { replaced: 'demo 2026' };
    const first = await ask('rotateCompanyCode', primary, { body });
    expect(first['code']).not.toBe('DEMO-2026');
    expect(await ask('rotateCompanyCode', primary, { body })).toEqual(first);
  });

  it('is not replaced by whoever may not', async () => {
    const asked = { body: { replaced: 'DEMO-2026' } };
    expect((await refused('rotateCompanyCode', basic, asked)).code).toBe('not-allowed');
  });
});

describe('my sessions', () => {
  const short = { sessionType: sessionType('call-30') };

  it('are told page by page, with their links', async () => {
    for (const hours of [0, 1, 2]) await world.book(basic, { ...short, start: START + hours * HOUR });
    const first = await ask('listMyBookings', basic, { query: { limit: '2' } });
    expect(first['bookings']).toHaveLength(2);
    const rest = await ask('listMyBookings', basic, {
      query: { when: 'coming', limit: '2', cursor: String(first['next']) },
    });
    expect(rest['bookings']).toMatchObject([{ start: new Date(START + 2 * HOUR).toISOString() }]);
    expect(rest['next']).toBeUndefined();
    expect(await ask('listMyBookings', basic, { query: { when: 'past' } })).toEqual({ bookings: [] });
  });

  it('are moved and cancelled, deadlines held against when it was asked', async () => {
    const { id: bookingId } = await world.book(basic, short);
    const path = { bookingId };
    const start = new Date(START + HOUR).toISOString();
    const moved = await ask('rescheduleMyBooking', basic, { path, body: { start } });
    expect(moved).toMatchObject({ id: bookingId, start, version: 2 });
    const reason = 'Solved it ourselves';
    const cancelled = await ask('cancelMyBooking', basic, { path, body: { reason } });
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelled: { by: 'link', reason } });
  });

  it('of others, of colleagues too, are answered as if there were none', async () => {
    const { id: bookingId } = await world.book(primary, short);
    const stranger = await world.signedIn('primary', { companyId: 'other' });
    const none = { path: { bookingId: `bkg_${'z'.repeat(26)}` } };
    for (const viewer of [basic, stranger]) {
      const theirs = { path: { bookingId } };
      const start = new Date(START + HOUR).toISOString();
      expect(await refused('cancelMyBooking', viewer, theirs)).toEqual(
        await refused('cancelMyBooking', viewer, none),
      );
      expect(await refused('rescheduleMyBooking', viewer, { ...theirs, body: { start } })).toEqual(
        await refused('rescheduleMyBooking', viewer, { ...none, body: { start } }),
      );
    }
    expect(await world.deps.table.booking(bookingId)).toMatchObject({ status: 'confirmed', version: 1 });
  });
});

describe('people', () => {
  const kim = { name: 'Kim Novak', email: 'kim@crates.example', level: 'basic' };

  it('are asked for, asked again, given a level, and removed', async () => {
    const asked = await ask('askForAccount', primary, { body: { ...kim, language: 'de' } });
    expect(asked).toMatchObject({ ...kim, status: 'invited', newsletters: true });
    const path = { personId: String(asked['id']) };
    await ask('resendInvitation', primary, { path });
    expect(await ask('changeLevel', primary, { path, body: { level: 'manager' } })).toMatchObject({
      level: 'manager',
    });
    expect(await ask('removePerson', primary, { path })).toMatchObject({ status: 'removed' });
    expect(await ask('removePerson', primary, { path })).toMatchObject({ status: 'removed' });
    expect(await world.people.deps.people.person(path.personId)).toMatchObject({ language: 'de' });
  });

  it('are told page by page, those of the company alone', async () => {
    await world.signedIn('primary', { companyId: 'other' });
    const first = await ask('listPeople', primary, { query: { limit: '1' } });
    expect(first['people']).toMatchObject([{ id: primary.person.id }]);
    const rest = await ask('listPeople', primary, { query: { cursor: String(first['next']) } });
    expect(rest).toEqual({ people: [expect.objectContaining({ id: basic.person.id })] });
  });

  it('of another company are answered as if there were none, whatever is asked', async () => {
    const stranger = await world.signedIn('basic', { companyId: 'other' });
    const theirs = { personId: stranger.person.id };
    for (const name of ['resendInvitation', 'changeLevel', 'removePerson'] as const) {
      const body = name === 'changeLevel' ? { body: { level: 'basic' } } : {};
      const none = await refused(name, primary, { path: { personId: NO_ONE }, ...body });
      expect(none.code).toBe('not-found');
      expect(await refused(name, primary, { path: theirs, ...body })).toEqual(none);
      for (const personId of ['', 'per_', 'x'.repeat(3000), `${NO_ONE}\n`])
        expect(await refused(name, primary, { path: { personId }, ...body })).toEqual(none);
    }
    expect(await world.again(stranger)).toEqual(stranger);
  });

  it('with an account elsewhere are refused without a word about it', async () => {
    const stranger = await world.signedIn('basic', { companyId: 'other' });
    const body = { ...kim, email: stranger.person.email };
    expect(await refused('askForAccount', primary, { body })).toMatchObject({
      code: 'account-exists',
      facts: {},
    });
  });

  it('are nobody’s to change who may not, nor beyond the own level', async () => {
    const manager = await world.signedIn('manager');
    const path = { personId: primary.person.id };
    const codes = [
      await refused('askForAccount', basic, { body: kim }),
      await refused('askForAccount', manager, { body: { ...kim, level: 'primary' } }),
      await refused('changeLevel', manager, { path, body: { level: 'basic' } }),
      await refused('removePerson', manager, { path }),
      await refused('listPeople', basic),
    ].map(({ code }) => code);
    expect(codes).toEqual(Array(5).fill('not-allowed'));
  });

  it('are left with a Primary', async () => {
    const path = { personId: primary.person.id };
    expect((await refused('removePerson', primary, { path })).code).toBe('last-primary');
    const level = { path, body: { level: 'basic' } };
    expect((await refused('changeLevel', primary, level)).code).toBe('last-primary');
  });
});
