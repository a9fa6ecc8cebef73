import type { Catalogue } from '../domain/catalogue.ts';
import type { Company } from '../domain/company.ts';
import type { CompanyRuling, Entry, Ruling } from '../domain/standing/entry.ts';
import type {
  Block,
  CompanyStanding,
  Missed,
  PersonStanding,
  SameDayChange,
  Strike,
} from '../domain/standing/standing.ts';
import { present, time } from './booking-json.ts';
import { ruledOn, whyOfCompany, whyOfPerson } from './standing-why.ts';

type Rules = Pick<Catalogue, 'policy' | 'zone' | 'currency'>;

/** A person within a company, and what is known of them there. */
export interface PersonOnRecord {
  /** Normalized. */
  readonly email: string;
  readonly companyId?: string;
  /** Ids of all companies that something is recorded in. */
  readonly companies: readonly string[];
  /** Id of the account with this address. */
  readonly personId?: string;
  /** What is recorded in the company. */
  readonly entries: readonly Entry[];
  readonly standing: PersonStanding;
}

/** Where a person stands within a company, why, and all that it comes from: for our staff. */
export function personStandingJson(person: PersonOnRecord, rules: Rules) {
  const { block, approval, noShows, blocks } = person.standing;
  return present({
    email: person.email,
    company: person.companyId,
    companies: person.companies,
    person: person.personId,
    block: block && blockJson(block),
    approval: approval && { ...approval, until: time(approval.until), missed: missedJson(approval.missed) },
    noShows: missedJson(noShows),
    blocks: blocks.map(blockJson),
    entries: person.entries.map(entryJson),
    why: whyOfPerson(person.standing, rules),
  });
}

/** Where a company stands, why, and all that was decided on it: for our staff. */
export function companyStandingJson(company: Company, standing: CompanyStanding, rules: Rules) {
  const { strikes, sameDayChanges, review, ruling } = standing;
  return present({
    company: company.id,
    name: company.name,
    strikes: strikes.map(strikeJson),
    sameDayChanges: sameDayChanges.map(changeJson),
    review: review && { since: time(review.since), changes: review.changes.map(changeJson) },
    ruling: ruling && companyRulingJson(ruling),
    rulings: rulingsOf(company).map(companyRulingJson),
    seen: company.ruling?.at ?? 0,
    why: whyOfCompany(standing, rules),
  });
}

/**
 * Where a member stands: the reasons with it, and not who of our staff decided. Of the company what was decided, and to
 * those who may see its people (`seesPeople`) its strikes.
 */
export function ownStandingJson(
  own: PersonStanding,
  of: { readonly company: Company; readonly standing: CompanyStanding; readonly seesPeople: boolean },
  rules: Rules,
) {
  const { block, approval, noShows } = own;
  const { company, standing, seesPeople } = of;
  const { ruling } = standing;
  return {
    person: present({
      block:
        block &&
        present({
          since: time(block.since),
          until: time(block.until),
          because: block.because,
          missed: missedJson(block.missed),
          reason: block.ruling?.reason,
        }),
      approval: approval && { ...approval, until: time(approval.until), missed: missedJson(approval.missed) },
      noShows: missedJson(noShows),
      why: whyOfPerson(own, rules),
    }),
    company: present({
      ruling: ruling && withoutWho(ruling),
      strikes: seesPeople ? standing.strikes.map(strikeJson) : undefined,
      rulings: seesPeople ? rulingsOf(company).map(withoutWho) : undefined,
      why: seesPeople ? whyOfCompany(standing, rules) : ruling === undefined ? [] : [ruledOn(ruling, rules)],
    }),
  };
}

/** All that was decided on a company, the latest last. */
function rulingsOf({ ruling, formerRulings }: Company): readonly CompanyRuling[] {
  return ruling === undefined ? formerRulings : [...formerRulings, ruling];
}

export function missedJson(missed: readonly Missed[]) {
  return missed.map(({ bookingId, start, reason }) => ({ booking: bookingId, start: time(start), reason }));
}

export function blockJson({ since, until, because, missed, ruling, endedBy }: Block) {
  return present({
    since: time(since),
    until: time(until),
    because,
    missed: missedJson(missed),
    ruling: ruling && rulingJson(ruling),
    endedBy: endedBy && rulingJson(endedBy),
  });
}

const decisions = { blocked: 'block', lifted: 'lift', reinstated: 'payment' } as const;

function rulingJson(ruling: Ruling) {
  const { id, kind, at, by, reason } = ruling;
  return present({
    ...{ id, decision: decisions[kind], at: time(at), by, reason },
    until: ruling.kind === 'blocked' ? time(ruling.until) : undefined,
    fee: ruling.kind === 'reinstated' ? { amount: ruling.amount, currency: ruling.currency } : undefined,
  });
}

export function entryJson(entry: Entry) {
  if (!('bookingId' in entry)) return { kind: 'ruling', at: time(entry.at), ruling: rulingJson(entry) };
  const { kind, at, bookingId, start } = entry;
  return present({
    kind,
    at: time(at),
    booking: bookingId,
    start: time(start),
    reason: entry.kind === 'no-show' ? entry.reason : undefined,
    change: entry.kind === 'same-day-change' ? entry.change : undefined,
    stamp: entry.kind === 'same-day-change' ? time(entry.stamp) : undefined,
    by: entry.kind === 'no-show-excused' ? entry.by : undefined,
  });
}

function companyRulingJson({ at, until, ...ruling }: CompanyRuling) {
  return present({ ...ruling, at: time(at), until: time(until) });
}

function withoutWho({ decision, at, reason, until }: CompanyRuling) {
  return present({ decision, at: time(at), reason, until: time(until) });
}

function strikeJson({ email, since, missed }: Strike) {
  return { email, since: time(since), missed: missedJson(missed) };
}

function changeJson({ bookingId, email, change, at, start }: SameDayChange) {
  return { booking: bookingId, email, change, at: time(at), start: time(start) };
}
