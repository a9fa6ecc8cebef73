import { isPrimary } from '../domain/people/permissions.ts';
import type { Member } from '../domain/people/person.ts';
import { everyoneOf } from './people/look-up.ts';
import type { PeopleTable } from './people-deps.ts';

/** Who answers for a company: its primaries that can sign in. */
export async function primariesOf(people: PeopleTable, companyId: string): Promise<readonly Member[]> {
  const everyone = await everyoneOf(people, companyId);
  return everyone.filter(({ level, status }) => status === 'active' && isPrimary(level));
}
