import { type Contacts, priceOf } from '../booking/admission.ts';
import { refuseTooSoon } from '../booking/approval.ts';
import type { Approval } from '../booking/booking.ts';
import { workingHoursBefore } from '../calendar/working-hours.ts';
import { dateAt } from '../calendar/zone.ts';
import type { Catalogue, SessionType } from '../catalogue.ts';
import type { CodeHolder } from '../company.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { rulingInForce } from './company-standing.ts';
import type { Block, PersonStanding } from './standing.ts';

/** A free session that somebody wants, and where they and the company whose code they gave stand. */
export interface Asked {
  readonly standing: PersonStanding;
  readonly company?: CodeHolder;
  /** Start of the session (ms). */
  readonly start: number;
  readonly sessionType: SessionType;
}

/** Why a booking needs a person's word, and until when (ms). */
export type NeededApproval = Pick<Approval, 'because' | 'decideBy'>;

/**
 * Lets a free session in by where its attendee and their company stand, and tells whether it needs a person's word first.
 * Throws `free-session-blocked`, `company-blocked`, and `approval-required` where it starts too soon for that word.
 */
export function admitByStanding(
  asked: Asked,
  catalogue: Catalogue,
  contacts: Contacts,
  now: number,
): NeededApproval | undefined {
  const { standing, start } = asked;
  if (standing.block !== undefined) throw personBlocked(standing.block, asked, catalogue, contacts);
  const ruling = rulingInForce(asked.company?.ruling, now);
  if (ruling?.decision === 'block') throw companyBlocked(ruling, asked, catalogue, contacts);
  if (standing.approval === undefined && ruling === undefined) return undefined;
  const because = standing.approval === undefined ? 'company' : 'late-notices';
  const decideBy = decideByFor(catalogue, start);
  refuseTooSoon(decideBy, now);
  return { because, decideBy };
}

/** Until when (ms) a booking that starts at an instant can be approved. */
export function decideByFor(catalogue: Catalogue, start: number): number {
  return workingHoursBefore(catalogue, start, catalogue.policy.lateNotices.decideWorkingHoursBefore);
}

function personBlocked(
  { until, missed, ruling }: Block,
  { sessionType }: Asked,
  catalogue: Catalogue,
  { supportMail }: Contacts,
): Refusal {
  const price = priceOf(sessionType, catalogue);
  const fee = { amount: catalogue.policy.noShows.reinstatementFee, currency: catalogue.currency };
  const why = ruling?.reason ?? told(missed.length, catalogue.policy);
  return new Refusal(
    'free-session-blocked',
    `Free sessions are blocked until ${dateAt(catalogue.zone, until)} (${why}). A reinstatement fee of ${fee.amount} ${fee.currency} ends that at once, or this session costs ${price.amount} ${price.currency}. To pay, write to ${supportMail}.`,
    {
      blockedUntil: iso(until),
      why: missed.map(({ bookingId, start, reason }) => ({ booking: bookingId, start: iso(start), reason })),
      ...(ruling === undefined ? {} : { reason: ruling.reason }),
      reinstatementFee: fee,
      price,
      mailTo: supportMail,
    },
  );
}

function companyBlocked(
  { until, reason }: { until: number; reason: string },
  { sessionType }: Asked,
  catalogue: Catalogue,
  { supportMail }: Contacts,
): Refusal {
  const price = priceOf(sessionType, catalogue);
  return new Refusal(
    'company-blocked',
    `Free sessions are blocked for your company until ${dateAt(catalogue.zone, until)} (${reason}). This session costs ${price.amount} ${price.currency}. To pay, write to ${supportMail}.`,
    { blockedUntil: iso(until), reason, price, mailTo: supportMail },
  );
}

function told(count: number, { noShows }: Policy): string {
  const within = noShows.windowMonths === 1 ? 'a month' : `${noShows.windowMonths} months`;
  return count === 1 ? 'a missed session' : `${count} missed sessions within ${within}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
