import type { Company } from '../lib/domain/company.ts';
import { type CompanyEntry, companyStandingOf } from '../lib/domain/standing/company-standing.ts';
import { inCompany } from '../lib/domain/standing/entries-of.ts';
import type { Entry } from '../lib/domain/standing/entry.ts';
import { standingOf } from '../lib/domain/standing/person-standing.ts';
import type { StandingRecord } from '../lib/domain/standing/record.ts';
import type { Rules } from '../lib/domain/standing/standing.ts';

/** What is recorded of people and companies. */
export interface History {
  readonly records: readonly StandingRecord[];
  readonly companies: readonly Pick<Company, 'id' | 'ruling' | 'formerRulings'>[];
}

/** What can differ: a person's block and need for approval, a company's open review and its strikes. */
const aspects = ['block', 'approval', 'review', 'strikes'] as const;
export type Aspect = (typeof aspects)[number];

/** The end of a block or of the need for approval, the beginning of a review (ms), or how many strikes; absent for none. */
type State = Readonly<Partial<Record<Aspect, number>>>;

/** A time in which somebody would have stood otherwise. */
export interface Difference {
  /** The mail address, or its tombstone; absent where it is about a company. */
  readonly who?: string;
  readonly companyId?: string;
  readonly what: Aspect;
  readonly from: number;
  /** Absent where it still lasts. */
  readonly until?: number;
  readonly current?: number;
  readonly other?: number;
}

/** The policy in force, and the one that it is held against. */
export interface Policies {
  readonly current: Rules;
  readonly other: Rules;
}

/**
 * Who would have stood otherwise under the other policy, and when, up to `now` (ms). What was recorded stays as it was
 * recorded: at every instant that counts which was known by then.
 */
export function differencesIn(history: History, policies: Policies, now: number): Difference[] {
  const people = history.records.flatMap((record) => personDifferences(record, policies, now));
  const companies = history.companies.flatMap((company) => {
    const entries = entriesOf(history.records, company.id);
    return companyDifferences(company, entries, policies, now);
  });
  return [...people, ...companies];
}

function personDifferences(
  { email, entries }: StandingRecord,
  policies: Policies,
  now: number,
): Difference[] {
  const companyIds = [...new Set(entries.map(({ companyId }) => companyId))];
  return companyIds.flatMap((companyId) => {
    const theirs = inCompany(entries, companyId);
    const stateOf = (rules: Rules, at: number) => personState(theirs, rules, at);
    const found = stretchesOf(
      theirs.map(({ at }) => at),
      stateOf,
      policies,
      now,
    );
    return found.map((one) => ({ who: email, ...(companyId === undefined ? {} : { companyId }), ...one }));
  });
}

function personState(entries: readonly Entry[], rules: Rules, now: number): State {
  const known = entries.filter(({ at }) => at <= now);
  const { block, approval } = standingOf(known, rules, now);
  return {
    ...(block === undefined ? {} : { block: block.until }),
    ...(approval === undefined ? {} : { approval: approval.until }),
  };
}

function entriesOf(records: readonly StandingRecord[], companyId: string): CompanyEntry[] {
  return records.flatMap(({ email, entries }) =>
    inCompany(entries, companyId).flatMap((entry) => ('bookingId' in entry ? [{ ...entry, email }] : [])),
  );
}

function companyDifferences(
  company: History['companies'][number],
  entries: readonly CompanyEntry[],
  policies: Policies,
  now: number,
): Difference[] {
  const rulings = [...company.formerRulings, ...(company.ruling === undefined ? [] : [company.ruling])];
  const stateOf = (rules: Rules, at: number): State => {
    const decided = rulings.filter((ruling) => ruling.at <= at);
    const ruling = decided.at(-1);
    const then = { formerRulings: decided.slice(0, -1), ...(ruling === undefined ? {} : { ruling }) };
    const known = entries.filter((entry) => entry.at <= at);
    const { review, strikes } = companyStandingOf(known, then, rules, at);
    return {
      ...(review === undefined ? {} : { review: review.since }),
      ...(strikes.length === 0 ? {} : { strikes: strikes.length }),
    };
  };
  const moments = [...entries, ...rulings].map(({ at }) => at);
  return stretchesOf(moments, stateOf, policies, now).map((one) => ({ companyId: company.id, ...one }));
}

type Stretch = Pick<Difference, 'what' | 'from' | 'until' | 'current' | 'other'>;

/** The times in which the states differ. Looked at whenever something is recorded, and whenever something ends. */
function stretchesOf(
  recorded: readonly number[],
  stateOf: (rules: Rules, at: number) => State,
  { current, other }: Policies,
  now: number,
): Stretch[] {
  const looked: { readonly at: number; readonly current: State; readonly other: State }[] = [];
  const moments = new Set(recorded.filter((at) => at <= now));
  for (;;) {
    const last = looked.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const at = Math.min(...[...moments].filter((moment) => moment > last));
    if (at === Number.POSITIVE_INFINITY) break;
    const states = { at, current: stateOf(current, at), other: stateOf(other, at) };
    looked.push(states);
    for (const end of endsOf(states.current, states.other)) if (end <= now) moments.add(end);
  }
  return aspects.flatMap((what) =>
    joined(looked.map((one) => ({ what, from: one.at, ...valuesOf(what, one.current, one.other) }))),
  );
}

function endsOf(...states: readonly State[]): number[] {
  return states.flatMap(({ block, approval }) => [block, approval].filter((end) => end !== undefined));
}

function valuesOf(what: Aspect, current: State, other: State): Pick<Stretch, 'current' | 'other'> {
  const [one, another] = [current[what], other[what]];
  return {
    ...(one === undefined ? {} : { current: one }),
    ...(another === undefined ? {} : { other: another }),
  };
}

/** One stretch for looks in a row that found the same; those that found no difference are left out. */
function joined(looks: readonly Omit<Stretch, 'until'>[]): Stretch[] {
  const changes = looks.filter((look, index) => {
    const before = looks[index - 1];
    return before === undefined || before.current !== look.current || before.other !== look.other;
  });
  return changes.flatMap((look, index) => {
    if (look.current === look.other) return [];
    const until = changes[index + 1]?.from;
    return [{ ...look, ...(until === undefined ? {} : { until }) }];
  });
}
