import { normalizedEmail } from '../domain/people/email.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps, Table } from './deps.ts';
import { digest, networkOf, retryAfter, windowOf } from './tally-names.ts';

/** Bookings are counted anew with every hour. */
const WINDOW_MS = 3_600_000;

interface CountingDeps extends Pick<Deps, 'settings' | 'now'> {
  readonly table: Pick<Table, 'count'>;
}

/** Who asks for a booking; `source` is the IP address that they ask from, where it is known. */
export interface Asker {
  readonly email: string;
  readonly mobile?: string | undefined;
  readonly source?: string | undefined;
}

/**
 * Counts that a booking is asked for, in one place for all instances. Gives the refusal where it is one too many in this
 * hour, for the caller to throw: a repeat of what was booked gets its booking all the same.
 */
export async function countBooking(
  { settings, table, now: clock }: CountingDeps,
  { email, mobile, source }: Asker,
): Promise<Refusal | undefined> {
  const { triesPerAddress, triesPerNumber, triesPerSource } = settings.policy.bookings;
  const now = clock();
  const window = windowOf(now, WINDOW_MS);
  const few = (kind: string, who: string | undefined, limit: number) =>
    who === undefined || table.count({ name: `booking ${kind} ${digest(who)} ${window}`, limit, now });
  const counted = await Promise.all([
    few('address', normalizedEmail(email), triesPerAddress),
    few('number', mobile, triesPerNumber),
    few('source', source && networkOf(source), triesPerSource),
  ]);
  if (counted.every((isFew) => isFew)) return undefined;
  return new Refusal('too-many-requests', 'Too many bookings were asked for. Please try again later.', {
    retryAfter: retryAfter(now, WINDOW_MS),
  });
}
