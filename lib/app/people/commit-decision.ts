import type { Company } from '../../domain/company.ts';
import type { CompanyEvent, Decided, PersonEvent } from '../../domain/people/events.ts';
import type { Person } from '../../domain/people/person.ts';
import type { PeopleDeps, PersonChange } from '../people-deps.ts';

/** Commits what was decided on a person, if anything happened, and gives the person as they are afterwards. */
export async function commitPerson<Kind extends Person>(
  { people }: PeopleDeps,
  before: Person | undefined,
  { after, events }: Decided<Kind, PersonEvent>,
  more: Pick<PersonChange, 'decidedOn'> = {},
): Promise<Kind> {
  if (events.length > 0) await people.commitPerson({ before, after, events, ...more });
  return after;
}

/** Commits what was decided on a company, if anything happened, and gives it as it is afterwards. */
export async function commitCompany(
  { people }: PeopleDeps,
  before: Company | undefined,
  { after, events }: Decided<Company, CompanyEvent>,
  now: number,
): Promise<Company> {
  if (events.length > 0) await people.commitCompany({ before, after, events, now });
  return after;
}
