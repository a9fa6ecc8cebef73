import type { Company } from '../../domain/company.ts';
import { getsNewsletters } from '../../domain/people/change-member.ts';
import type { Member } from '../../domain/people/person.ts';
import { needsAnotherPrimary } from '../../domain/people/primaries.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { companyById, everyoneOf } from './look-up.ts';

/** What a member's profile tells beside the account itself. */
export interface Profile {
  readonly company: Company;
  /** Whether an active account of the company gets newsletters. */
  readonly companyGetsNewsletters: boolean;
  /** Whether nobody would be left to get them without this account. */
  readonly onlyOneGettingNewsletters: boolean;
  /** Whether the company has fewer than the two Primaries that are recommended. */
  readonly needsAnotherPrimary: boolean;
}

/** A member's profile, as things stand in the company. Throws `not-found` and `not-allowed`. */
export async function profileOf(deps: PeopleDeps, person: Member): Promise<Profile> {
  const [company, everyone] = await Promise.all([
    companyById(deps, { kind: 'member', person }, person.companyId),
    everyoneOf(deps.people, person.companyId),
  ]);
  const others = everyone.filter(({ id }) => id !== person.id);
  return {
    company,
    companyGetsNewsletters: getsNewsletters(everyone),
    onlyOneGettingNewsletters: getsNewsletters(everyone) && !getsNewsletters(others),
    needsAnotherPrimary: needsAnotherPrimary(everyone),
  };
}
