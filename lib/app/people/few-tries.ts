import { createHash } from 'node:crypto';
import { normalizedEmail } from '../../domain/people/email.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Deps, Table } from '../deps.ts';

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
  const window = Math.floor(now / WINDOW_MS);
  const few = (kind: string, who: string, limit: number) =>
    table.count({ name: `${what} ${kind} ${digest(who)} ${window}`, limit, now });
  const [fewFromSource, fewForAddress] = [
    await few('source', networkOf(source), triesPerSource),
    await few('address', normalizedEmail(email), triesPerAddress),
  ];
  if (fewFromSource && fewForAddress) return;
  throw new Refusal('too-many-requests', 'There were too many tries. Please try again later.', {
    retryAfter: Math.ceil(((window + 1) * WINDOW_MS - now) / 1000),
  });
}

/** Who has one address of version 6 has all of its /64 network, the first four of eight groups. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || /^::ffff:\d+\./iu.test(ip)) return ip;
  const [head = '', tail = ''] = ip.split('%', 1).join('').split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const [before, after] = [groups(head), groups(tail)];
  const gap = ip.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The table need not know who tried. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
