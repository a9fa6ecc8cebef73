import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../../lib/adapters/booking-search.ts';
import { dynamoDirectory } from '../../../lib/adapters/directory.ts';
import { dynamoTable } from '../../../lib/adapters/table.ts';
import { type DeskSearchDeps, searchDesk } from '../../../lib/app/desk/search.ts';
import { searchCompanies } from '../../../lib/app/desk/search-companies.ts';
import { MOST_FOUND } from '../../../lib/app/desk/search-names.ts';
import type { NamesWish } from '../../../lib/app/directory-deps.ts';
import { removePerson } from '../../../lib/app/people/change-account.ts';
import { changeCompany, createCompany } from '../../../lib/app/people/companies.ts';
import { inviteAccount } from '../../../lib/app/people/invite-account.ts';
import { soughtIn } from '../../../lib/domain/desk-sought.ts';
import { mobilesIn } from '../../../lib/http/mobiles-in.ts';
import settings from '../../fixture-config.ts';
import { type Engine, idsInTurn, NOW, openEngine, START } from '../../world.ts';
import { book, refusalOf } from '../acting.ts';
import { makePeopleWorld, operator, type PeopleWorld } from '../people/people-world.ts';

const DAY = 86_400_000;

let engine: Engine;
let world: PeopleWorld;
let deps: DeskSearchDeps & Parameters<typeof book>[0];
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePeopleWorld(engine);
  deps = {
    settings,
    now: () => world.clock.now,
    bookingIdOf: idsInTurn(),
    pause: () => Promise.resolve(),
    table: dynamoTable(world.table),
    siteUrl: 'https://showup.example',
    search: dynamoSearch(world.table),
    directory: dynamoDirectory(world.table),
    people: world.deps,
  };
});

const account = (name: string, email: string, companyId = 'crates') =>
  inviteAccount(world.deps, operator, { companyId, name, email, level: 'basic' });

const company = (id: string, name: string) =>
  createCompany(world.deps, operator, { id, name, planUntil: '2027-12-31', afterHours: false });

async function found(text: string) {
  const { people, companies, bookings } = await searchDesk(
    deps,
    soughtIn(text, mobilesIn(text, settings.texts.countries)),
  );
  return {
    people: people.items.map(({ name, email }) => name ?? email),
    companies: companies.items.map(({ id }) => id),
    bookings: bookings.items.map(({ id }) => id),
    more: [people, companies, bookings].map(({ more }) => more),
  };
}

const nothing = { people: [], companies: [], bookings: [], more: [false, false, false] };

describe('a search at the desk', () => {
  it('for nothing finds nothing', async () => {
    for (const text of ['', '   ', '\u0301']) expect(await found(text)).toEqual(nothing);
  });

  it('for an id, its beginning or an address that holds it finds the booking', async () => {
    const { id } = await book(deps);
    for (const text of [id, id.toUpperCase(), id.slice(0, 10), ` https://x.example/desk/bookings/${id}?a=1`])
      expect(await found(text)).toEqual({ ...nothing, bookings: [id] });
  });

  it('for a mail address finds the account, its company and all bookings, however it is written', async () => {
    await account('Ada Park', 'ada@example.com');
    const first = await book(deps);
    const second = await book(deps, { start: START + DAY });
    const sought = soughtIn('ADA+desk@example.com ', []);
    const { people, bookings } = await searchDesk(deps, sought);
    expect(people.items).toMatchObject([
      { name: 'Ada Park', account: { status: 'invited' }, company: { id: 'crates', name: 'Example Crates' } },
    ]);
    expect(bookings.items.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('for a mail address without an account finds who it was booked for, and nobody where nothing is known', async () => {
    await book(deps);
    expect(await found('ada@example.com')).toMatchObject({ people: ['Ada Park'] });
    expect(await found('nobody@example.com')).toEqual(nothing);
    expect(await found('@')).toEqual(nothing);
  });

  it.each(['+1 555-010-0123', '+15550100123', '(555) 010 0123', '001 555 010 0123', '15550100123'])(
    'for a number spelled %j finds its bookings and whom they are for',
    async (text) => {
      const { id } = await book(deps);
      expect(await found(text)).toEqual({ ...nothing, people: ['Ada Park'], bookings: [id] });
    },
  );

  it('for words of a name finds people and companies that have all of them, those with such a beginning first', async () => {
    await account('Müller, Zoë', 'zoe@example.com');
    await account('Ada Zoelle', 'ada@example.com', 'other');
    await account('Bo Nazoe', 'bo@example.com');
    await company('zoe-works', 'Works');
    expect(await found('zoe')).toEqual({
      ...nothing,
      people: ['Ada Zoelle', 'Müller, Zoë', 'Bo Nazoe'],
      companies: ['zoe-works'],
    });
    expect(await found('ZOE muller')).toEqual({ ...nothing, people: ['Müller, Zoë'] });
    expect(await found('zoe ada bo')).toEqual(nothing);
  });

  it('for a company’s code, also a former one, finds the company', async () => {
    expect(await found('demo 2026')).toMatchObject({ companies: ['crates'] });
  });

  it('tells neither the removed nor what was renamed, and the new name at once', async () => {
    const { id } = await account('Ada Park', 'ada@example.com');
    await removePerson(world.deps, operator, id);
    await changeCompany(world.deps, operator, 'crates', { name: 'Sample Boxes' });
    expect(await found('ada')).toEqual(nothing);
    expect(await found('example')).toEqual(nothing);
    expect(await found('sample box')).toMatchObject({ companies: ['crates'] });
  });

  it('says where there is more than it tells', async () => {
    for (let index = 0; index <= MOST_FOUND; index++) {
      await account(`Ada ${index}`, `ada${index}@example.com`);
      await book(deps, { start: START + index * DAY * 7 });
      world.clock.now = NOW + index * DAY * 7;
    }
    const byName = await found('ada');
    expect([byName.people.length, byName.more]).toEqual([MOST_FOUND, [true, false, false]]);
    const byId = await found('bkg_');
    expect([byId.bookings.length, byId.more]).toEqual([MOST_FOUND, [false, false, true]]);
  });

  it('reads on through the directory until all of it was looked at', async () => {
    const ada = await account('Ada Park', 'ada@example.com');
    await account('Ada Quist', 'quist@example.com');
    const few = (wish: NamesWish) => ({ ...wish, limit: 1 });
    const directory = deps.directory;
    deps = { ...deps, directory: { namesIn: (of, wish) => directory.namesIn(of, few(wish)) } };
    expect(await found('ada')).toMatchObject({ people: [ada.name, 'Ada Quist'] });
  });
});

describe('companies', () => {
  async function pages(text: string, limit: number): Promise<string[][]> {
    const told: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await searchCompanies(deps, text, { limit, ...(cursor && { cursor }) });
      told.push(page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    return told;
  }

  it('are listed by name in full pages, the last of which leads nowhere', async () => {
    await company('abc', 'Zulu');
    await company('xyz', 'alpha');
    await company('mno', 'Äther');
    expect(await pages('', 2)).toEqual([['xyz', 'mno'], ['crates', 'other'], ['abc']]);
    expect(await pages(' ', 5)).toEqual([['xyz', 'mno', 'crates', 'other', 'abc']]);
  });

  it('are found by words of their name or id, page by page', async () => {
    await company('crates-2', 'Second');
    await company('boxes', 'More Crates');
    expect(await pages('crate', 2)).toEqual([['crates', 'boxes'], ['crates-2']]);
    expect(await pages('crate example', 2)).toEqual([['crates']]);
    expect(await pages('nothing', 2)).toEqual([[]]);
  });

  it.each([
    '',
    'x',
    Buffer.from('crates').toString('base64url'),
    Buffer.from('PERSON#.a').toString('base64url'),
  ])('have no page at the cursor %j', async (cursor) => {
    const { code } = await refusalOf(searchCompanies(deps, '', { limit: 1, cursor }));
    expect(code).toBe('invalid-input');
  });
});
