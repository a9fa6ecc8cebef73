import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoPeople } from '../../lib/adapters/people.ts';
import { bookSession } from '../../lib/app/book-session.ts';
import { quoteSession } from '../../lib/app/quote-session.ts';
import type { Member, Person } from '../../lib/domain/people/person.ts';
import { measure } from '../adapters/measure.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { member } from '../domain/people/given-people.ts';
import withAccounts from '../fixture-config-accounts.ts';
import { CODE, type Engine, makeWorld, NOW, openEngine, putCompany, START, type World } from '../world.ts';
import { onceFor, refusalOf, request, sessionType } from './acting.ts';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  const made = await makeWorld(engine);
  world = { ...made, deps: { ...made.deps, settings: withAccounts } };
});

/** Ada, an active Basic of Example Crates, where nothing else is said. */
async function put(changes: Partial<Member> = {}): Promise<Person> {
  const after = member('basic', { email: 'ada@example.com', revision: 1, ...changes });
  await dynamoPeople(world.table).commitPerson({ before: undefined, after, events: [] });
  return after;
}

async function remove(before: Person): Promise<void> {
  const after: Person = { ...before, status: 'removed', removedAt: NOW, revision: before.revision + 1 };
  await dynamoPeople(world.table).commitPerson({ before, after, events: [] });
}

const book = (email: string, companyCode = CODE) =>
  bookSession(
    world.deps,
    request({ attendee: { name: 'Ada Park', email }, companyCode }),
    onceFor(`${email} ${companyCode}`),
  );

describe('booking a free session where the policy asks for an account', () => {
  it('is for an active person of the company, however the address is written, and is theirs', async () => {
    const ada = await put();
    const booking = await book(' ADA+support@Example.com ');
    expect(booking).toMatchObject({ companyId: 'example-crates', personId: ada.id, status: 'confirmed' });
    expect(await world.deps.table.booking(booking.id)).toEqual(booking);
  });

  it('is refused in the same words to everybody else, and nothing is booked', async () => {
    await put({ id: 'per_invited', email: 'invited@example.com', status: 'invited' });
    await remove(await put({ id: 'per_removed', email: 'removed@example.com' }));
    await put({ id: 'per_other', email: 'other@example.com', companyId: 'other' });
    const told = [];
    for (const name of ['nobody', 'invited', 'removed', 'other']) {
      const { code, detail, facts } = await refusalOf(book(`${name}@example.com`));
      expect(code).toBe('account-required');
      told.push(`${detail} ${JSON.stringify(facts)}`);
    }
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toContain('https://showup.example/portal/people');
    expect((await everyRow(world.table)).filter(({ sk }) => sk === 'BOOKING')).toEqual([]);
  });

  it('is refused to a person of another company with this code, and to this one’s with another code', async () => {
    await put();
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER');
    await put({ id: 'per_other', email: 'other@example.com', companyId: 'other' });
    expect(await refusalOf(book('ada@example.com', 'OTHER'))).toMatchObject({ code: 'account-required' });
    expect(await book('other@example.com', 'OTHER')).toMatchObject({ personId: 'per_other' });
  });

  it('takes as many reads whoever has the address, so that nobody learns of accounts by waiting', async () => {
    await put();
    await put({ id: 'per_invited', email: 'invited@example.com', status: 'invited' });
    const reads = measure(world.table);
    const counts = [];
    for (const name of ['ada', 'invited', 'nobody']) {
      reads.length = 0;
      await world.deps.table.personByEmail(`${name}@example.com`);
      counts.push(reads.length);
    }
    expect(counts).toEqual([1, 1, 1]);
  });

  it('tells of the code first', async () => {
    expect(await refusalOf(book('nobody@example.com', 'NOBODY'))).toMatchObject({
      code: 'code-not-recognised',
    });
  });

  it('gives a repeat its booking, though the account was removed meanwhile', async () => {
    const ada = await put();
    const first = await book('ada@example.com');
    await remove(ada);
    expect(await book('ada@example.com')).toEqual(first);
    expect(await refusalOf(book('ada+again@example.com'))).toMatchObject({ code: 'account-required' });
  });
});

describe('the price of a session', () => {
  const about = { sessionType: sessionType('live-60'), start: START, companyCode: CODE };

  it('is told to who has the code, and of the account only once it is known whom it is for', async () => {
    await put();
    expect(await quoteSession(world.deps, about)).toEqual({ companyId: 'example-crates' });
    expect(await quoteSession(world.deps, { ...about, email: 'Ada@example.com' })).toMatchObject({
      companyId: 'example-crates',
    });
    expect(
      await refusalOf(quoteSession(world.deps, { ...about, email: 'nobody@example.com' })),
    ).toMatchObject({ code: 'account-required' });
  });
});
