import type { Person } from '../domain/people/person.ts';
import type { LinkDeps } from './deps.ts';
import { fitsMac, macFor } from './mac.ts';

/** How long an activation link sets a password (ms). */
const ACTIVATION_MS = 7 * 86_400_000;
/** How long a link for a forgotten password sets a new one (ms). */
export const RESET_MS = 3_600_000;

/** Whose password a link sets, and for which version of it. */
export interface PasswordToken {
  readonly personId: string;
  readonly version: number;
}

/**
 * Address of the page that sets the person's next password, from `now` (ms) on: 7 days for the first one, an hour for
 * another.
 */
export async function passwordUrl(deps: LinkDeps, person: Person, now: number): Promise<string> {
  const until = now + passwordLinkMs(person);
  const claim = `${person.id}.${person.passwordVersion}.${until}`;
  return `${deps.siteUrl}/password/${claim}.${await macFor(deps, textOf(claim))}`;
}

/** How long a link sets the person's next password (ms). */
export function passwordLinkMs({ status }: Pick<Person, 'status'>): number {
  return status === 'invited' ? ACTIVATION_MS : RESET_MS;
}

/**
 * Whose password a token sets at `now` (ms), under any live key; undefined where it is none of ours, or over. Whether
 * the version is still the person's is for whoever sets the password to decide.
 */
export async function readPasswordToken(
  deps: LinkDeps,
  token: string,
  now: number,
): Promise<PasswordToken | undefined> {
  const [personId, version, until, mac, ...more] = token.split('.');
  if (personId === undefined || mac === undefined || more.length > 0) return undefined;
  if (!(await fitsMac(deps, mac, [textOf(`${personId}.${version}.${until}`)]))) return undefined;
  return now < Number(until) ? { personId, version: Number(version) } : undefined;
}

/** Begins as no other text that is signed does, so that no other link is taken for one of these. */
function textOf(claim: string): string {
  return `password\n${claim}`;
}
