import type { LanguageCode } from '../../domain/language.ts';
import { noSuchPerson } from '../../domain/people/actor.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { askPasswordLink, setPassword } from '../../domain/people/password.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { commitPerson } from './commit-decision.ts';

/**
 * Records that a person has a new password, set by a link for `version`; the first one activates the account. Of two
 * that use one link at once, one gets `link-invalid`, as everybody does after them and whoever was removed. Mails to
 * the person are in `language` from then on, where it is given.
 */
export async function recordPassword(
  deps: PeopleDeps,
  personId: string,
  version: number,
  language?: LanguageCode,
): Promise<Person> {
  return untilCommitted(deps, async () => {
    const person = await deps.people.person(personId);
    if (person === undefined) throw noSuchPerson();
    return commitPerson(deps, person, setPassword(person, version, deps.now(), language));
  });
}

/**
 * Has a link for a new password mailed to whoever has the address, if the account is active. Nothing that it gives
 * or throws tells whether it is.
 */
export async function requestPasswordLink(deps: PeopleDeps, email: string): Promise<void> {
  const asking = untilCommitted(deps, async () => {
    const person = await deps.people.personByEmail(normalizedEmail(email));
    if (person !== undefined) await commitPerson(deps, person, askPasswordLink(person, deps.now()));
  });
  // Only an account can be busy: to say so would tell that there is one.
  await asking.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
