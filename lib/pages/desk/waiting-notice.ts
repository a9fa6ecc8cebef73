import type { Booking } from '../../domain/booking/booking.ts';
import type { Company } from '../../domain/company.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { line } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';
import { companyPath } from './desk-paths.ts';
import { whyNot } from './session-notice.ts';
import { meanwhile } from './session-told.ts';
import type { SessionView } from './session-view.ts';
import type { SessionNotice } from './told-notice.ts';
import { ruledWords } from './waiting-company.tsx';
import type { BookingDecision, CompanyDecision, WaitingForm } from './waiting-forms.ts';

/** That a booking was decided on, and the way on from there. */
export function decided(visit: Visit, decision: BookingDecision, booking: Booking): SessionNotice {
  const { language, settings } = visit;
  const { done, about, ways } = deskIn(language).waiting;
  const when = shortMoment(booking.start, settings.zone, language.messages);
  return {
    ...{ good: true, title: done[decision], text: about(line(booking.attendee.name), when) },
    way: { href: sessionPath(visit, booking.id), label: ways[decision] },
  };
}

export function companyDecided(
  visit: Visit,
  decision: CompanyDecision,
  { id, name }: Company,
): SessionNotice {
  const { done, ways } = deskIn(visit.language).waiting;
  return {
    ...{ good: true, title: done[decision], text: line(name) },
    way: { href: companyPath(visit, id), label: ways.company },
  };
}

/** Why a booking was not decided on. Where somebody was faster, it is what they decided that is told. */
export function refusedOnBooking(
  visit: Visit,
  view: Pick<SessionView, 'booking' | 'record' | 'staff'>,
  refusal: Refusal,
  form: WaitingForm,
): SessionNotice {
  const { refused } = deskIn(visit.language).session;
  const since = meanwhile(visit, view, Number(form.seen));
  const way = { href: sessionPath(visit, form.about), label: deskIn(visit.language).waiting.open };
  const own = { good: false, ...written(form), way };
  if (since.length > 0) return { ...own, title: refused.faster, text: refused.fasterText, list: since };
  return { ...own, title: refused.title, text: whyNot(visit, view.booking, refusal) };
}

/** Why a company was not decided on. */
export function refusedOnCompany(
  visit: Visit,
  { company, staff }: { readonly company: Company; readonly staff: ReadonlyMap<string, string> },
  { code }: Refusal,
  form: WaitingForm,
): SessionNotice {
  const { refused } = deskIn(visit.language).session;
  const way = { href: companyPath(visit, company.id), label: deskIn(visit.language).waiting.ways.company };
  const own = { good: false, ...written(form), way };
  const { ruling } = company;
  if (code === 'changed-meanwhile' && ruling !== undefined) {
    return {
      ...{ ...own, title: refused.faster, text: refused.fasterText },
      list: [ruledWords(visit, { staff }, ruling)],
    };
  }
  const text = code === 'busy' ? refused.because.busy : refused.because.failed;
  return { ...own, title: refused.title, text };
}

/** What was to be decided on is no more. */
export function vanished({ language }: Visit, form: WaitingForm): SessionNotice {
  const { refused } = deskIn(language).session;
  return { good: false, title: refused.title, text: refused.because.failed, ...written(form) };
}

/** What was typed: where nothing waits any more, its field is gone. */
function written({ reason }: WaitingForm): Pick<SessionNotice, 'wrote'> {
  const wrote = reason.trim();
  return wrote === '' ? {} : { wrote };
}
