import type { NoShowReason } from '../domain/booking/booking.ts';
import { addDays, addMonths, dateAt, startOfDate, wallClock } from '../domain/calendar/zone.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { CompanyRuling, Ruling } from '../domain/standing/entry.ts';
import type { Block, CompanyStanding, Missed, PersonStanding, Strike } from '../domain/standing/standing.ts';
import { time } from './booking-json.ts';
import type { ReasonCode } from './standing-answers.ts';

/** Why things stand as they do: a sentence, with the bookings that it is about, and until when it holds. */
export interface Why {
  readonly code: ReasonCode;
  readonly detail: string;
  readonly bookings?: readonly string[];
  readonly until?: string;
}

type Rules = Pick<Catalogue, 'policy' | 'zone' | 'currency'>;

/** Why a person stands so, what counts first; times in the deployment's zone. */
export function whyOfPerson({ block, approval, noShows, blocks }: PersonStanding, rules: Rules): Why[] {
  const over = blocks.filter((one) => one.since !== block?.since || one.until !== block.until);
  const found: Why[] = [
    ...(block === undefined ? [] : [blocked(block, rules)]),
    ...(approval === undefined ? [] : [approvalNeeded(approval, rules)]),
    ...noShows.map((missed) => counting(missed, rules)),
    ...over.map((one) => blockOver(one, rules)),
  ];
  if (block !== undefined || approval !== undefined) return found;
  const good: Why = {
    code: 'nothing-against',
    detail: 'Free sessions can be booked, and need no approval.',
  };
  return [good, ...found];
}

/** Why a company stands so. */
export function whyOfCompany(standing: CompanyStanding, rules: Rules): Why[] {
  const { ruling, review, sameDayChanges, strikes } = standing;
  const { limit, windowDays } = rules.policy.sameDayChanges;
  const changed = {
    code: 'same-day-changes' as const,
    detail: `${sessions(sameDayChanges.length)} cancelled or moved on the session’s own date within the last ${windowDays} days. More than ${limit} open a review.`,
    bookings: sameDayChanges.map(({ bookingId }) => bookingId),
  };
  const found: Why[] = [
    ...(ruling === undefined ? [] : [ruledOn(ruling, rules)]),
    ...(review === undefined ? [] : [reviewed(review, rules)]),
    ...(review === undefined && sameDayChanges.length > 0 ? [changed] : []),
    ...strikes.map((strike) => struck(strike, rules)),
  ];
  if (ruling !== undefined) return found;
  return [
    { code: 'nothing-against', detail: 'People of the company can book free sessions, without approval.' },
    ...found,
  ];
}

/** Why people of a company can't book freely for now, by what was decided on it. */
export function ruledOn({ decision, at, until, reason }: CompanyRuling, rules: Rules): Why {
  const what = decision === 'block' ? 'Free sessions are blocked' : 'Free sessions need approval';
  return {
    code: decision === 'block' ? 'company-blocked' : 'approval-for-company',
    detail: `${what} for the company${until === undefined ? '' : ` until ${tell(until, rules)}`}, decided on ${tell(at, rules)}: ${reason}`,
    ...(until === undefined ? {} : { until: time(until) }),
  };
}

function blocked({ until, because, missed, ruling }: Block, rules: Rules): Why {
  const { noShows } = rules.policy;
  const facts = { until: time(until), bookings: missed.map(({ bookingId }) => bookingId) };
  const blockedUntil = `Free sessions are blocked until ${tell(until, rules)}`;
  if (because === 'staff') {
    return {
      ...facts,
      code: 'blocked-by-staff',
      detail: `${blockedUntil}, by a decision of our staff: ${ruling?.reason ?? ''}`,
    };
  }
  return {
    ...facts,
    code: 'blocked-by-no-shows',
    detail: `${blockedUntil}: ${sessions(missed.length)} missed within ${noShows.windowMonths} months, on ${dates(missed, rules)}. Waiting, the reinstatement fee of ${noShows.reinstatementFee} ${rules.currency}, excusing one of them, or a decision of our staff ends it.`,
  };
}

function approvalNeeded({ until, missed }: NonNullable<PersonStanding['approval']>, rules: Rules): Why {
  const { windowMonths } = rules.policy.lateNotices;
  return {
    code: 'approval-for-late-notices',
    detail: `Free sessions need approval until ${tell(until, rules)}: notice came too late ${missed.length} times within ${windowMonths} months, on ${dates(missed, rules)}.`,
    until: time(until),
    bookings: missed.map(({ bookingId }) => bookingId),
  };
}

const whatHappened: Readonly<Record<NoShowReason, string>> = {
  absent: 'nobody joined',
  late_notice: 'notice came too late',
  never_joined_after_keeping_open: 'it was kept open, and nobody joined',
};

function counting({ bookingId, start, reason }: Missed, { policy, zone }: Rules): Why {
  const date = dateAt(zone, start);
  const last = addMonths(date, policy.noShows.windowMonths);
  return {
    code: 'no-show-counts',
    detail: `The no-show of ${date} counts until ${last} included: ${whatHappened[reason]}.`,
    until: time(startOfDate(zone, addDays(last, 1))),
    bookings: [bookingId],
  };
}

function blockOver({ since, until, because, missed, endedBy }: Block, rules: Rules): Why {
  const cause = because === 'staff' ? 'by a decision of our staff' : `for ${dates(missed, rules)}`;
  const ended = endedBy === undefined ? `It ended on ${tell(until, rules)}.` : endedSooner(endedBy, rules);
  return {
    code: 'block-over',
    detail: `Free sessions were blocked from ${tell(since, rules)}, ${cause}. ${ended}`,
    bookings: missed.map(({ bookingId }) => bookingId),
  };
}

function endedSooner(ruling: Ruling, rules: Rules): string {
  const how = ruling.kind === 'reinstated' ? 'The reinstatement fee' : 'A decision of our staff';
  return `${how} ended it on ${tell(ruling.at, rules)}: ${ruling.reason}`;
}

function reviewed({ since, changes }: NonNullable<CompanyStanding['review']>, rules: Rules): Why {
  const { limit, windowDays } = rules.policy.sameDayChanges;
  return {
    code: 'under-review',
    detail: `Under review since ${tell(since, rules)}: ${sessions(changes.length)} cancelled or moved on the session’s own date, more than ${limit} within ${windowDays} days. A person decides.`,
    bookings: changes.map(({ bookingId }) => bookingId),
  };
}

function struck({ email, since, missed }: Strike, rules: Rules): Why {
  return {
    code: 'strike',
    detail: `${email} was blocked on ${tell(since, rules)} for the sessions missed on ${dates(missed, rules)}.`,
    bookings: missed.map(({ bookingId }) => bookingId),
  };
}

function sessions(count: number): string {
  return count === 1 ? '1 session was' : `${count} sessions were`;
}

function dates(missed: readonly Missed[], { zone }: Rules): string {
  return missed.map(({ start }) => dateAt(zone, start)).join(' and ');
}

/** "2026-11-24 10:15", with the zone. */
function tell(at: number, { zone }: Rules): string {
  return `${new Date(wallClock(zone, at)).toISOString().slice(0, 16).replace('T', ' ')} (${zone})`;
}
