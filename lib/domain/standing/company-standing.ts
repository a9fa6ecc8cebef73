import { addDays, dateAt } from '../calendar/zone.ts';
import type { Company } from '../company.ts';
import type { BookingEntry, CompanyRuling } from './entry.ts';
import { noShowsIn } from './no-shows.ts';
import { policyBlocks } from './person-standing.ts';
import type { CompanyStanding, Rules, SameDayChange, Strike } from './standing.ts';

/** What counts for a company, and whose it is: the mail address of a person's record, or its tombstone. */
export type CompanyEntry = BookingEntry & { readonly email: string };

/** What is in force of what our staff decided. */
export type RulingInForce = NonNullable<CompanyStanding['ruling']>;

/**
 * Where a company stands at `now` (ms), by all that is known of its people, in any order. Every block that no-shows of
 * one of them start is a strike, and same-day changes over the policy's limit open a review.
 */
export function companyStandingOf(
  entries: readonly CompanyEntry[],
  company: Pick<Company, 'ruling' | 'formerRulings'>,
  rules: Rules,
  now: number,
): CompanyStanding {
  const changes = changesIn(entries);
  const today = dateAt(rules.zone, now);
  const review = reviewOf(changes, decidedAt(company), rules);
  const ruling = rulingInForce(company.ruling, now);
  return {
    strikes: strikesIn(entries, rules),
    sameDayChanges: changes
      .filter(({ at }) => isWithinDays(today, dateAt(rules.zone, at), rules))
      .map(told)
      .toSorted((a, b) => a.at - b.at),
    ...(review === undefined ? {} : { review }),
    ...(ruling === undefined ? {} : { ruling }),
  };
}

/** What our staff decided on a company last, while it lasts. */
export function rulingInForce(ruling: CompanyRuling | undefined, now: number): RulingInForce | undefined {
  if (ruling === undefined || ruling.decision === 'nothing') return undefined;
  const { decision, until } = ruling;
  return until === undefined || now >= until ? undefined : { ...ruling, decision, until };
}

function strikesIn(entries: readonly CompanyEntry[], rules: Rules): Strike[] {
  return [...Map.groupBy(entries, ({ email }) => email)]
    .flatMap(([email, theirs]) =>
      policyBlocks(noShowsIn(theirs), rules).map(({ since, missed }) => ({ email, since, missed })),
    )
    .toSorted((a, b) => a.since - b.since || compare(a.email, b.email));
}

/** A same-day change, and when it was recorded (ms). */
interface Recorded extends SameDayChange {
  readonly recordedAt: number;
}

/** In the order in which they were recorded. */
function changesIn(entries: readonly CompanyEntry[]): Recorded[] {
  return entries
    .flatMap((entry) => (entry.kind === 'same-day-change' ? [{ entry, ...changeOf(entry) }] : []))
    .toSorted(
      (a, b) =>
        a.recordedAt - b.recordedAt || compare(a.bookingId, b.bookingId) || a.entry.number - b.entry.number,
    )
    .map(({ entry: _, ...change }) => change);
}

function changeOf({
  bookingId,
  email,
  change,
  stamp,
  start,
  at,
}: Extract<CompanyEntry, { kind: 'same-day-change' }>): Recorded {
  return { bookingId, email, change, at: stamp, start, recordedAt: at };
}

function told({ recordedAt: _, ...change }: Recorded): SameDayChange {
  return change;
}

/** Opened by the first change over the limit since the last decision; what staff had seen then doesn't count again. */
function reviewOf(changes: readonly Recorded[], decided: number, rules: Rules): CompanyStanding['review'] {
  const since = changes.filter(({ recordedAt }) => recordedAt > decided);
  for (const [index, last] of since.entries()) {
    const date = dateAt(rules.zone, last.at);
    const within = since
      .slice(0, index + 1)
      .filter((one) => areClose(dateAt(rules.zone, one.at), date, rules));
    if (within.length > rules.policy.sameDayChanges.limit) {
      return { since: last.recordedAt, changes: within.map(told) };
    }
  }
  return undefined;
}

function decidedAt({ ruling, formerRulings }: Pick<Company, 'ruling' | 'formerRulings'>): number {
  return Math.max(...[...formerRulings, ...(ruling === undefined ? [] : [ruling])].map(({ at }) => at));
}

function areClose(one: string, other: string, rules: Rules): boolean {
  return isWithinDays(one, other, rules) && isWithinDays(other, one, rules);
}

/** Whether a date lies in the window of so many days that begins with another, or before it. */
function isWithinDays(date: string, from: string, { policy }: Rules): boolean {
  return date < addDays(from, policy.sameDayChanges.windowDays);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
