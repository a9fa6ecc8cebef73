import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import { peopleDepsWith, standingDepsWith } from '../../../lib/adapters/deps.ts';
import { type ErasureDeps, erasePerson } from '../../../lib/app/erase-person.ts';
import { evidenceOf } from '../../../lib/app/evidence.ts';
import { evidenceDocument } from '../../../lib/app/evidence-document.ts';
import { handle } from '../../../lib/app/handle.ts';
import { removePerson } from '../../../lib/app/people/change-account.ts';
import { inviteAccount } from '../../../lib/app/people/invite-account.ts';
import { react } from '../../../lib/app/react.ts';
import { receiveText } from '../../../lib/app/receive-text.ts';
import { companyStanding } from '../../../lib/app/standing/company-standing.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { company, type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, events, fire, mobile, refusalOf } from '../acting.ts';

const staff = { kind: 'staff', id: 'per_robin' } as const;
const ada = 'ada@example.com';
const reason = 'She asked us to';
const DAY = 86_400_000;

let engine: Engine;
let world: World;
let deps: ErasureDeps;

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  const now = () => world.clock.now;
  const people = { ...peopleDepsWith(world.table), now };
  const standing = standingDepsWith(world.table);
  deps = { ...world.deps, search: dynamoSearch(world.table), people, standing };
});

/** Everything that happened is told, those things told before once more. */
async function tellEverything(): Promise<void> {
  const told = { ...world.deps, people: deps.people.people, standings: deps.standing.standings };
  for (const record of await events(world)) await react(told, record, 30_000);
}

/** Nobody comes to a session, and everybody hears of it. */
async function missed(start: number): Promise<Booking> {
  world.clock.now = Math.max(world.clock.now, NOW);
  const attendee = { name: 'Ada Park', email: 'Ada+desk@Example.com', mobile };
  const booked = await book(world.deps, { start, attendee, topic: 'The ledger of Ada' });
  await tellEverything();
  await fire(world, booked, 'check-in', start + 300_000);
  await tellEverything();
  const closed = await fire(world, booked, 'close', start + 900_000);
  await tellEverything();
  return closed;
}

/** Two sessions that she missed, with all that people write about that, and her account. */
async function aLife(): Promise<Booking[]> {
  const account = { companyId: company.id, name: 'Ada Park', email: ada, level: 'basic' } as const;
  await inviteAccount(deps.people, staff, account);
  const first = await missed(START);
  const second = await missed(START + 7 * DAY);
  await handle(world.deps, first.id, { type: 'contest', text: 'Ada was in hospital' });
  await tellEverything();
  await ruleOnPerson(deps, staff, {
    ...{ email: ada, companyId: company.id, decision: 'block' },
    ...{ until: world.clock.now + 90 * DAY, reason: 'Ada shouted at us' },
  });
  world.clock.now += DAY;
  return [first, second];
}

async function eventRows(): Promise<string[]> {
  const rows = await everyRow(world.table);
  return rows.filter(({ sk }) => String(sk).startsWith('EVENT#')).map((row) => canonical(row));
}

/** The same text for the same row: the engine gives attributes in whatever order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function whole(): Promise<string> {
  return canonical(await everyRow(world.table));
}

const identity = /ada|5550100123|hospital|shouted|ledger/iu;

async function strikes() {
  const standings = deps.standing.standings;
  const asRead = await deps.people.people.company(company.id);
  if (asRead === undefined) throw new Error('there is no such company');
  return (await companyStanding({ ...deps, standings }, asRead)).strikes;
}

describe('erasing a person', () => {
  it('leaves their name, address, number and words in no row, and what happened as it was', async () => {
    await aLife();
    const before = await eventRows();
    expect(await whole()).toMatch(identity);
    expect(await whole()).toContain('fingerprint');
    const erasure = await erasePerson(deps, staff, { email: 'ADA@example.com', reason });
    expect(erasure).toMatchObject({ bookings: 2, numbers: 1, account: true });
    expect(await whole()).not.toMatch(identity);
    expect(await whole()).not.toContain('fingerprint');
    const after = await eventRows();
    expect(after).toEqual(expect.arrayContaining(before));
    const added = after.filter((row) => !before.includes(row));
    expect(added.map((row): string => JSON.parse(row).event.type).toSorted()).toEqual([
      'attendee-erased',
      'attendee-erased',
      'person-erased',
    ]);
  });

  it('keeps what counts, and the company’s strike, under the one tombstone', async () => {
    await aLife();
    const [strike] = await strikes();
    expect(strike).toMatchObject({ email: ada });
    const { tombstone } = await erasePerson(deps, staff, { email: ada, reason });
    const email = `${tombstone}@erased.invalid`;
    expect(await strikes()).toEqual([{ ...strike, email }]);
    const { entries } = await deps.table.record(email);
    expect(entries.map(({ kind }) => kind)).toEqual(['no-show', 'no-show', 'blocked']);
  });

  it('keeps who did it, when and why', async () => {
    await aLife();
    const { tombstone } = await erasePerson(deps, staff, { email: ada, reason });
    const note = (await everyRow(world.table)).find(({ pk }) => pk === `ERASURE#${tombstone}`);
    expect(note).toMatchObject({ by: 'per_robin', reason, at: world.clock.now });
  });

  it('tells nobody anything, whatever the stream brings again', async () => {
    await aLife();
    await tellEverything();
    const [mails, texts] = [world.mailer.sent.length, world.texter.sent.length];
    expect(mails).toBeGreaterThan(2);
    await erasePerson(deps, staff, { email: ada, reason });
    await tellEverything();
    expect(world.mailer.sent).toHaveLength(mails);
    expect(world.texter.sent).toHaveLength(texts);
  });

  it('leaves evidence that names nobody, in either form', async () => {
    const [first] = await aLife();
    if (first === undefined) throw new Error('nothing was booked');
    await erasePerson(deps, staff, { email: ada, reason });
    const evidence = await evidenceOf(deps, first.id);
    expect(evidence.verdict.map(({ is }) => is)).toContain('erased');
    expect(evidence.entries).toHaveLength(3);
    expect(JSON.stringify(evidence)).not.toMatch(identity);
    expect(evidenceDocument(deps, evidence, 'en')).not.toMatch(identity);
  });

  it('forgets whoever had the address before as well, also where nothing was ever booked', async () => {
    const account = { companyId: company.id, name: 'Ada Lace', email: ada, level: 'basic' } as const;
    const former = await inviteAccount(deps.people, staff, account);
    await removePerson(deps.people, staff, former.id);
    await inviteAccount(deps.people, staff, { ...account, name: 'Ada Park' });
    await erasePerson(deps, staff, { email: ada, reason });
    expect(await whole()).not.toMatch(identity);
    expect(await deps.people.people.person(former.id)).toMatchObject({ name: 'Erased', status: 'removed' });
  });

  it('takes a contest that nobody can answer any more off the list', async () => {
    await aLife();
    const waiting = () => deps.standing.standings.queued('contests', { limit: 10 });
    expect((await waiting()).items).toHaveLength(1);
    await erasePerson(deps, staff, { email: ada, reason });
    expect((await waiting()).items).toEqual([]);
  });

  it('is refused as long as a session may still take place, and then changes nothing', async () => {
    const attendee = { name: 'Ada Park', email: ada };
    const { id, start } = await book(world.deps, { attendee });
    const before = await whole();
    const refusal = await refusalOf(erasePerson(deps, staff, { email: ada, reason }));
    expect(refusal).toMatchObject({ code: 'open-sessions', facts: { sessions: [id] } });
    expect(await whole()).toBe(before);
    // A no-show can be taken back until the session’s end.
    await fire(world, { id, version: 1 } as Booking, 'close', start + 600_000);
    expect((await refusalOf(erasePerson(deps, staff, { email: ada, reason }))).code).toBe('open-sessions');
    world.clock.now = start + 3_600_000;
    expect((await erasePerson(deps, staff, { email: ada, reason })).bookings).toBe(1);
  });

  it('goes on under the same tombstone where it was broken off, wherever that was', async () => {
    await aLife();
    const { standings } = deps.standing;
    const broken = (name: 'erasePhone' | 'eraseRecord' | 'people' | 'booking'): ErasureDeps => {
      const fail = () => Promise.reject(new Error('broken off'));
      if (name === 'people') {
        return { ...deps, people: { ...deps.people, people: { ...deps.people.people, commitPerson: fail } } };
      }
      if (name === 'booking')
        return { ...deps, table: { ...deps.table, commit: failSecond(deps.table.commit) } };
      return { ...deps, standing: { ...deps.standing, standings: { ...standings, [name]: fail } } };
    };
    for (const step of ['erasePhone', 'booking', 'eraseRecord', 'people'] as const) {
      await expect(erasePerson(broken(step), staff, { email: ada, reason })).rejects.toThrow('broken off');
    }
    const { tombstone } = await erasePerson(deps, staff, { email: ada, reason });
    expect(await whole()).not.toMatch(identity);
    const stones = (await events(world)).flatMap(({ event }) =>
      event.type === 'attendee-erased' ? [event.tombstone] : [],
    );
    expect(stones).toEqual([tombstone, tombstone]);
    expect(await strikes()).toHaveLength(1);
    expect((await refusalOf(erasePerson(deps, staff, { email: ada, reason }))).code).toBe('not-found');
  });

  it('goes without an account too, and for an address that something was recorded of', async () => {
    const { id } = await missed(START);
    world.clock.now += DAY;
    const { tombstone, account } = await erasePerson(deps, staff, { email: ada, reason });
    expect(account).toBe(false);
    expect(tombstone).toMatch(/^std_/u);
    expect((await deps.table.booking(id))?.attendee.email).toBe(`${tombstone}@erased.invalid`);
    expect(await whole()).not.toMatch(identity);
  });

  it('is for our staff alone, and not for nobody', async () => {
    expect((await refusalOf(erasePerson(deps, staff, { email: 'nobody@example.com', reason }))).code).toBe(
      'not-found',
    );
    const account = { companyId: company.id, name: 'Bo', email: 'bo@example.com', level: 'primary' } as const;
    const person = await inviteAccount(deps.people, staff, account);
    const member = { kind: 'member', person: { ...person, status: 'active' } } as const;
    expect((await refusalOf(erasePerson(deps, member, { email: ada, reason }))).code).toBe('not-allowed');
  });
});

describe('a mobile number of somebody who is erased', () => {
  it('stays known where somebody else books with it too', async () => {
    await missed(START);
    const other = { name: 'Bo Lind', email: 'bo@example.com', mobile };
    await book(world.deps, { start: START + 14 * DAY, attendee: other });
    world.clock.now += DAY;
    const phone = await deps.table.phone(mobile);
    await erasePerson(deps, staff, { email: ada, reason });
    expect(await deps.table.phone(mobile)).toEqual(phone);
  });

  it('keeps its owner’s wish for no texts, as the law asks, and nothing else', async () => {
    await missed(START);
    world.clock.now += DAY;
    await receiveText(world.deps, {
      ...{ from: mobile, messageId: 'carrier-stop', body: 'STOP', stamp: world.clock.now },
    });
    await erasePerson(deps, staff, { email: ada, reason });
    const rows = (await everyRow(world.table)).filter(({ pk }) => pk === `PHONE#${mobile}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      consent: { given: false },
      threads: [],
      owners: [],
      sent: [],
      heard: [],
    });
  });
});

/** Commits the first change, and fails from the second on. */
function failSecond(commit: ErasureDeps['table']['commit']): ErasureDeps['table']['commit'] {
  let done = 0;
  return (change) => (done++ === 0 ? commit(change) : Promise.reject(new Error('broken off')));
}
