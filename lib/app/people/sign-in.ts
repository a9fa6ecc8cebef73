import { passwordLength } from '../../domain/password.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Identity, type Tokens, TooManyTries } from '../identity.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { type CountingDeps, countTry } from './few-tries.ts';

export interface SignInDeps extends CountingDeps {
  readonly people: PeopleDeps;
  readonly identity: Pick<Identity, 'signIn'>;
}

/** Who wants in, and the IP address that they ask from. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly source: string;
}

export interface SignedIn {
  readonly person: Person;
  readonly tokens: Tokens;
}

/** Formed as all ids are, and nobody's: a millisecond after 1970 began. */
const nobody = 'per_00000000010000000000000000';

/**
 * Begins a session, or gives undefined: for a wrong password, an address without an account, one that isn't active, and
 * where the user pool wants no more tries. All of these make the same calls, so that none is told from another. Throws
 * `too-many-requests`.
 */
export async function signIn(
  deps: SignInDeps,
  { email, password, source }: Credentials,
): Promise<SignedIn | undefined> {
  await countTry(deps, { what: 'sign-in', email, source });
  if (password.length > passwordLength.most) return undefined;
  const person = await activePersonWith(deps.people, email);
  const tokens = await tokensFor(deps.identity, person?.id ?? nobody, password);
  return person && tokens && { person, tokens };
}

async function activePersonWith({ people }: PeopleDeps, email: string): Promise<Person | undefined> {
  const person = await people.personByEmail(normalizedEmail(email));
  return person?.status === 'active' ? person : undefined;
}

/** Tokens, or undefined; also where the pool wants no more tries: it locks out names that there are, and to tell so would tell which. */
export async function tokensFor(
  identity: Pick<Identity, 'signIn'>,
  username: string,
  password: string,
): Promise<Tokens | undefined> {
  try {
    return await identity.signIn(username, password);
  } catch (error) {
    if (error instanceof TooManyTries) return undefined;
    throw error;
  }
}
