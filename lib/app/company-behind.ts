import { type CodeHolder, normalizedCode } from '../domain/company.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps, Table } from './deps.ts';
import { digest, networkOf, retryAfter, windowOf } from './tally-names.ts';

/** Wrong codes are counted anew with every quarter of an hour. */
const WINDOW_MS = 900_000;

interface CodeDeps extends Pick<Deps, 'settings' | 'now'> {
  readonly table: Pick<Table, 'companyByCode' | 'count' | 'isReached'>;
}

/** A company code as somebody gives it; `source` is the IP address that they give it from, where it is known. */
export interface GivenCode {
  readonly companyCode: string;
  readonly source?: string | undefined;
}

/**
 * The company of a code, or undefined. Codes that there are not are counted for their source, in one place for all
 * instances. Throws `too-many-requests` after too many, also for a code that there is: else one could guess on.
 */
export async function companyBehind(
  { settings, table, now: clock }: CodeDeps,
  { companyCode, source }: GivenCode,
): Promise<CodeHolder | undefined> {
  const now = clock();
  const tally = source === undefined ? undefined : wrongCodes(source, settings, now);
  const [company, isReached] = await Promise.all([
    table.companyByCode(normalizedCode(companyCode), now),
    tally !== undefined && table.isReached(tally),
  ]);
  if (isReached) throw tooManyCodes(now);
  if (company === undefined && tally !== undefined && !(await table.count(tally))) throw tooManyCodes(now);
  return company;
}

function wrongCodes(source: string, { policy }: Deps['settings'], now: number) {
  const name = `code source ${digest(networkOf(source))} ${windowOf(now, WINDOW_MS)}`;
  return { name, limit: policy.bookings.wrongCodesPerSource, now };
}

function tooManyCodes(now: number): Refusal {
  const facts = { field: 'companyCode', retryAfter: retryAfter(now, WINDOW_MS) };
  return new Refusal(
    'too-many-requests',
    'Too many company codes were tried. Please try again later.',
    facts,
  );
}
