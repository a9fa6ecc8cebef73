import type { LanguageCode } from '../../domain/language.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { LinkDeps } from '../deps.ts';
import type { Identity } from '../identity.ts';
import { type PasswordToken, readPasswordToken } from '../password-links.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { recordPassword } from './passwords.ts';
import { type SignedIn, tokensFor } from './sign-in.ts';

export interface PasswordLinkDeps extends LinkDeps {
  readonly people: PeopleDeps;
  readonly identity: Pick<Identity, 'setPassword' | 'signIn'>;
}

/** Whose password a link sets. Throws `link-invalid` where it is none of ours, over, or was used. */
export async function personBehind(deps: PasswordLinkDeps, token: string): Promise<Person> {
  return (await open(deps, token)).person;
}

/**
 * Sets the password that a link is for, and begins a session; without tokens where the user pool wants no sign-in yet.
 * The pool comes first: who was cut short in between can use the link once more. `language` is that of mails from then
 * on. Throws `link-invalid` and PasswordRefused.
 */
export async function setPasswordByLink(
  deps: PasswordLinkDeps,
  token: string,
  password: string,
  language: LanguageCode,
): Promise<Partial<SignedIn> & Pick<SignedIn, 'person'>> {
  const { person: before, version } = await open(deps, token);
  const { id: username, email, staff } = before;
  await deps.identity.setPassword({ username, email, staff }, password);
  const person = await recordPassword(deps.people, username, version, language);
  const tokens = await tokensFor(deps.identity, username, password);
  return { person, ...(tokens && { tokens }) };
}

async function open(
  deps: PasswordLinkDeps,
  token: string,
): Promise<PasswordToken & { readonly person: Person }> {
  const claim = await readPasswordToken(deps, token, deps.people.now());
  const person = claim && (await deps.people.people.person(claim.personId));
  const works = person && person.status !== 'removed' && person.passwordVersion === claim.version;
  if (claim === undefined || !works) {
    throw new Refusal('link-invalid', 'This link was used already, or is no longer valid.');
  }
  return { ...claim, person };
}
