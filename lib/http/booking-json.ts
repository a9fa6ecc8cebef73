import { noticesOf } from '../domain/booking/admission.ts';
import type { Approval, Booking, Contest } from '../domain/booking/booking.ts';
import { changeBy } from '../domain/booking/timeline.ts';
import { type Catalogue, consultantOf } from '../domain/catalogue.ts';
import { languageCodes } from '../domain/language.ts';

export interface BookingUrls {
  readonly manageUrl: string;
  readonly joinUrl: string;
}

/** A booking as the API tells it: times in RFC 3339 UTC, and nothing that only the system needs. */
export function bookingJson<Urls extends Partial<BookingUrls>>(
  booking: Booking,
  catalogue: Catalogue,
  urls: Urls,
) {
  const { attendance, checkIn, outcome, price, topic, release, approval } = booking;
  const { id, name } = consultantOf(catalogue, booking.consultantId);
  const deadlines = changeBy(booking, catalogue.policy);
  const notices = noticesOf(catalogue, release);
  return present({
    id: booking.id,
    status: booking.status,
    version: booking.version,
    sessionType: booking.sessionType,
    start: time(booking.start),
    end: time(booking.end),
    timeZone: booking.timeZone,
    consultant: { id, name },
    attendee: booking.attendee,
    free: price === undefined,
    price,
    topic,
    release,
    language: booking.language ?? languageCodes[0],
    notices: notices.length === 0 ? undefined : notices,
    changeBy: present({ link: time(deadlines.link), text: time(deadlines.text) }),
    approval: approval && approvalJson(approval),
    attendance: attendance && { joinedAt: time(attendance.joinedAt), evidence: attendance.evidence },
    checkIn:
      checkIn &&
      present({
        askedAt: time(checkIn.askedAt),
        answeredAt: time(checkIn.answeredAt),
        answer: checkIn.answer,
      }),
    outcome:
      outcome &&
      present({
        reason: outcome.reason,
        at: time(outcome.at),
        excused: outcome.excused && { at: time(outcome.excused.at) },
        contest: outcome.contest && contestJson(outcome.contest),
      }),
    cancelled:
      booking.cancelled &&
      present({ at: time(booking.cancelled.at), by: booking.cancelled.by, reason: booking.cancelled.reason }),
    ...urls,
    createdAt: time(booking.createdAt),
  });
}

function approvalJson({ because, decideBy, approved }: Approval) {
  return present({
    because,
    decideBy: time(decideBy),
    approved: approved && { at: time(approved.at) },
  });
}

function contestJson({ at, text, rejected }: Contest) {
  return present({
    at: time(at),
    text,
    rejected: rejected && { at: time(rejected.at), reason: rejected.reason },
  });
}

/** An instant (ms) as the API tells it. */
export function time(instant: number): string;
export function time(instant: number | undefined): string | undefined;
export function time(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

/** Leaves out what there is nothing to say about. */
export function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
