import type { Company } from '../../domain/company.ts';
import {
  type Actor,
  noSuchCompany,
  noSuchPerson,
  notAllowed,
  requirePermission,
  requireSameCompany,
  requireStaff,
} from '../../domain/people/actor.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { may } from '../../domain/people/permissions.ts';
import type { Member, Person } from '../../domain/people/person.ts';
import type { Page, PageWish, PeopleDeps, PeopleTable } from '../people-deps.ts';

/** A company, to its members, staff and operators. Throws `not-found`, also to members of another. */
export async function companyById(deps: PeopleDeps, actor: Actor, companyId: string): Promise<Company> {
  requireSameCompany(actor, companyId);
  return requireCompany(deps.people, companyId);
}

/** A page of a company's people, the removed ones left out. Throws `not-found` and `not-allowed`. */
export async function peopleOf(
  deps: PeopleDeps,
  actor: Actor,
  companyId: string,
  page: PageWish,
): Promise<Page<Member>> {
  requirePermission(actor, companyId, 'see-people');
  return deps.people.membersOf(companyId, page);
}

/**
 * A person: to themself, to those of their company who may see its people, to staff and operators. Throws
 * `not-allowed`, and `not-found` for a person of another company as for none.
 */
export async function personById(deps: PeopleDeps, actor: Actor, personId: string): Promise<Person> {
  const person = await deps.people.person(personId);
  if (person === undefined) throw noSuchPerson();
  if (actor.kind !== 'member' || actor.person.id === personId) return person;
  requireVisible(actor, person);
  if (!may(actor.person.level, 'see-people')) throw notAllowed();
  return person;
}

/** Who has a mail address, however it is written; undefined where nobody does. To staff and operators alone. */
export async function personByEmail(
  deps: PeopleDeps,
  actor: Actor,
  email: string,
): Promise<Person | undefined> {
  requireStaff(actor);
  const person = await deps.people.personByEmail(normalizedEmail(email));
  return person?.status === 'removed' ? undefined : person;
}

/** Throws `not-found` where there is no such company. */
export async function requireCompany(people: PeopleTable, companyId: string): Promise<Company> {
  const company = await people.company(companyId);
  if (company === undefined) throw noSuchCompany();
  return company;
}

/** A person whom the actor may know of. Throws `not-found`, whether there is none or it is somebody else's. */
export async function requirePerson(people: PeopleTable, actor: Actor, personId: string): Promise<Person> {
  const person = await people.person(personId);
  if (person === undefined) throw noSuchPerson();
  requireVisible(actor, person);
  return person;
}

/** Everyone of a company, the removed ones left out. */
export async function everyoneOf(people: PeopleTable, companyId: string): Promise<readonly Member[]> {
  const everyone: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await people.membersOf(companyId, { limit: 100, ...(cursor && { cursor }) });
    everyone.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return everyone;
}

function requireVisible(actor: Actor, person: Person): void {
  if (actor.kind !== 'member') return;
  if (person.staff || person.companyId !== actor.person.companyId) throw noSuchPerson();
}
