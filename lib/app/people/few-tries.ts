import { normalizedEmail } from '../../domain/people/email.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Deps, Table } from '../deps.ts';
import { digest, networkOf, retryAfter, windowOf } from '../tally-names.ts';

/** Tries are counted anew with every quarter of an hour. */
const WINDOW_MS = 900_000;

export interface CountingDeps extends Pick<Deps, 'settings' | 'now'> {
  readonly table: Pick<Table, 'count'>;
}

/** What somebody tries on a mail address, and the IP address that they do it from. */
export interface Try {
  readonly what: 'sign-in' | 'password-link';
  readonly email: string;
  readonly source: string;
}

/**
 * Counts a try, right or wrong, in one place for all instances. Throws `too-many-requests` where it is one too many in
 * this quarter of an hour, whether the mail address has an account or not.
 */
export async function countTry(
  { settings, table, now: clock }: CountingDeps,
  { what, email, source }: Try,
): Promise<void> {
  const { triesPerAddress, triesPerSource } = settings.policy.signIn;
  const now = clock();
  const window = windowOf(now, WINDOW_MS);
  const few = (kind: string, who: string, limit: number) =>
    table.count({ name: `${what} ${kind} ${digest(who)} ${window}`, limit, now });
  const [fewFromSource, fewForAddress] = await Promise.all([
    few('source', networkOf(source), triesPerSource),
    few('address', normalizedEmail(email), triesPerAddress),
  ]);
  if (fewFromSource && fewForAddress) return;
  throw new Refusal('too-many-requests', 'There were too many tries. Please try again later.', {
    retryAfter: retryAfter(now, WINDOW_MS),
  });
}
