import type { Booking } from '../../domain/booking/booking.ts';
import { type Company, normalizedCode } from '../../domain/company.ts';
import type { DeskSought } from '../../domain/desk-sought.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import type { Person } from '../../domain/people/person.ts';
import { isErased } from '../../domain/people/tombstone.ts';
import type { DirectoryDeps } from '../directory-deps.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { type DeskDeps, searchBookings } from './search-bookings.ts';
import { cut, type Found, MOST_FOUND, named } from './search-names.ts';

export type DeskSearchDeps = DeskDeps & DirectoryDeps & { readonly people: Pick<PeopleDeps, 'people'> };

/** Somebody with an account, or of whom at least something is on record. */
export interface FoundPerson {
  readonly email: string;
  /** Absent where nothing but the record of a mail address is left. */
  readonly name?: string;
  readonly account?: Person;
  readonly company?: Pick<Company, 'id' | 'name'>;
}

export interface DeskFound {
  readonly people: Found<FoundPerson>;
  readonly companies: Found<Company>;
  /** Where the first company is there for its code: whether anything has the text in its name as well. */
  readonly byCode?: 'alone' | 'too';
  /** The latest session first. */
  readonly bookings: Found<Booking>;
}

const nothing = { items: [], more: false } as const;

/** The people, companies and bookings that are looked for. Whoever was removed or erased isn't told. */
export async function searchDesk(deps: DeskSearchDeps, sought: DeskSought | undefined): Promise<DeskFound> {
  switch (sought?.by) {
    case undefined:
      return { people: nothing, companies: nothing, bookings: nothing };
    case 'id':
      return { people: nothing, companies: nothing, bookings: await bookings(deps, sought) };
    case 'email':
      return byEmail(deps, normalizedEmail(sought.email));
    case 'mobile':
      return byMobile(deps, sought.mobiles);
    case 'name':
      return byName(deps, sought.name);
  }
}

async function byEmail(deps: DeskSearchDeps, email: string): Promise<DeskFound> {
  const [found, record] = await Promise.all([
    bookings(deps, { by: 'email', email }),
    deps.table.record(email),
  ]);
  const person = await personWith(deps, email, found.items);
  const isKnown = person.account !== undefined || found.items.length > 0 || record.revision > 0;
  const people = isKnown && !isErased(email) ? { items: [person], more: false } : nothing;
  return { people, companies: nothing, bookings: found };
}

async function byMobile(deps: DeskSearchDeps, mobiles: readonly string[]): Promise<DeskFound> {
  const lists = await Promise.all(mobiles.map((mobile) => bookings(deps, { by: 'mobile', mobile })));
  const all = lists.flatMap(({ items }) => items).toSorted((a, b) => b.start - a.start);
  const found = cut(
    all,
    lists.some(({ more }) => more),
  );
  const emails = [...new Set(found.items.map(({ attendee }) => normalizedEmail(attendee.email)))];
  const people = await Promise.all(emails.map((email) => personWith(deps, email, found.items)));
  return { people: { items: people, more: found.more }, companies: nothing, bookings: found };
}

async function byName(deps: DeskSearchDeps, typed: string): Promise<DeskFound> {
  const [people, companies, holder] = await Promise.all([
    named(deps, 'people', typed),
    named(deps, 'companies', typed),
    companyOfCode(deps, typed),
  ]);
  const accounts = await readAll(people.items, ({ id }) => deps.people.people.person(id));
  const present = accounts.filter(({ status }) => status !== 'removed');
  const listed = [
    ...new Set([...(holder === undefined ? [] : [holder]), ...companies.items.map(({ id }) => id)]),
  ];
  return {
    people: {
      items: await Promise.all(present.map((account) => withCompany(deps, account))),
      more: people.more,
    },
    companies: {
      items: await readAll(listed, (id) => deps.people.people.company(id)),
      more: companies.more,
    },
    bookings: nothing,
    ...(holder !== undefined && {
      byCode: present.length + companies.items.length === 0 ? 'alone' : 'too',
    }),
  };
}

async function companyOfCode(deps: DeskSearchDeps, typed: string): Promise<string | undefined> {
  const code = normalizedCode(typed);
  if (code === '' || code.length > LONGEST_CODE) return undefined;
  return (await deps.table.companyByCode(code, deps.now()))?.id;
}

/** Keys of the table have a longest length. */
const LONGEST_CODE = 40;

async function bookings(
  deps: DeskSearchDeps,
  sought: Parameters<typeof searchBookings>[1],
): Promise<Found<Booking>> {
  const { items, next } = await searchBookings(deps, sought, { limit: MOST_FOUND });
  return { items, more: next !== undefined };
}

/** Who has a mail address: by their account, else as their latest booking has them. */
async function personWith(
  deps: DeskSearchDeps,
  email: string,
  theirs: readonly Booking[],
): Promise<FoundPerson> {
  const holder = await deps.table.personByEmail(email);
  if (holder !== undefined && holder.status !== 'removed') return withCompany(deps, holder);
  const latest = theirs.find(({ attendee }) => normalizedEmail(attendee.email) === email);
  const company = await companyNamed(deps, latest?.companyId);
  return { email, ...(latest && { name: latest.attendee.name }), ...(company && { company }) };
}

async function withCompany(deps: DeskSearchDeps, account: Person): Promise<FoundPerson> {
  const company = await companyNamed(deps, account.staff ? undefined : account.companyId);
  return { email: account.email, name: account.name, account, ...(company && { company }) };
}

async function companyNamed(
  { people }: DeskSearchDeps,
  id: string | undefined,
): Promise<FoundPerson['company']> {
  const company = id === undefined ? undefined : await people.people.company(id);
  return company && { id: company.id, name: company.name };
}

/** The rows decide: a name may be gone since. */
async function readAll<Wish, Item>(
  wishes: readonly Wish[],
  readOne: (wish: Wish) => Promise<Item | undefined>,
): Promise<Item[]> {
  const items = await Promise.all(wishes.map(readOne));
  return items.filter((item) => item !== undefined);
}
