import { type Admission, admit } from '../domain/booking/admission.ts';
import type { Attendee, Booking } from '../domain/booking/booking.ts';
import type { Book } from '../domain/booking/commands.ts';
import { spanToLoad, whoCanGive } from '../domain/calendar/choose.ts';
import type { Busy } from '../domain/calendar/openings.ts';
import type { Release, SessionType } from '../domain/catalogue.ts';
import { normalizedCode } from '../domain/company.ts';
import type { LanguageCode } from '../domain/language.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { lossOf } from '../domain/phone/phone.ts';
import { Refusal } from '../domain/refusal.ts';
import { contactsOf } from './contacts.ts';
import { AlreadyDone, type Deps, type LinkDeps, type Once } from './deps.ts';
import { handle } from './handle.ts';
import { tryConsultants } from './try-consultants.ts';
import { unavailable } from './unavailable.ts';

export interface BookingRequest {
  readonly sessionType: SessionType;
  readonly start: number;
  readonly timeZone: string;
  readonly attendee: Attendee;
  readonly companyCode?: string;
  readonly topic?: string;
  readonly release?: Release;
  readonly language?: LanguageCode;
}

/** What booking needs: beside the world, where companies are told to ask for accounts. */
export type BookingDeps = Deps & Pick<LinkDeps, 'siteUrl'>;

/**
 * Books a session, once for the key: a repeat of the same request gets the booking as it was first made.
 * Throws Refusals, among them `slot-unavailable` when nobody can give the session at that time, and
 * `account-required` when it is free and the attendee has no account of the company.
 */
export async function bookSession(deps: BookingDeps, request: BookingRequest, once: Once): Promise<Booking> {
  const span = spanToLoad(deps.settings, request.sessionType, request.start);
  const { mobile, email } = request.attendee;
  const [repeat, phone, company, holder, busy] = await Promise.all([
    replay(deps, once),
    mobile === undefined ? undefined : deps.table.phone(mobile),
    request.companyCode === undefined
      ? undefined
      : deps.table.companyByCode(normalizedCode(request.companyCode), deps.now()),
    deps.table.personByEmail(normalizedEmail(email)),
    deps.table.busy(span.from, span.to),
  ]);
  if (repeat !== undefined) return repeat;
  const admission = admit(
    {
      sessionType: request.sessionType,
      start: request.start,
      codeGiven: request.companyCode !== undefined,
      ...(company === undefined ? {} : { company }),
      ...(holder === undefined ? {} : { holder }),
      ...(request.release === undefined ? {} : { release: request.release }),
    },
    deps.settings,
    contactsOf(deps),
  );
  const loss = phone === undefined ? undefined : lossOf(phone, deps.now());
  return commitOnce(deps, { ...request, ...(loss && { mobileLost: loss }) }, admission, busy, once);
}

async function commitOnce(
  deps: Deps,
  request: BookingRequest & Pick<Book, 'mobileLost'>,
  admission: Admission,
  busy: Busy,
  once: Once,
): Promise<Booking> {
  const { sessionType, start, release, companyCode: _, ...facts } = request;
  const able = whoCanGive(deps.settings, sessionType, busy, deps.now(), start);
  const bookingId = deps.newId();
  try {
    if (able.length === 0) throw unavailable(deps, sessionType, busy, start);
    return await tryConsultants(able, (consultants) =>
      handle(
        deps,
        bookingId,
        {
          type: 'book',
          bookingId,
          sessionType: sessionType.id,
          minutes: sessionType.minutes,
          start,
          consultants,
          ...facts,
          ...admission,
          ...(release === undefined ? {} : { release: release.id }),
        },
        once,
      ),
    );
  } catch (error) {
    // A twin of this request was faster, or took the slot from under it: its booking is the answer.
    const raced =
      error instanceof AlreadyDone || (error instanceof Refusal && error.code === 'slot-unavailable');
    const twin = raced ? await replay(deps, once) : undefined;
    if (twin !== undefined) return twin;
    throw error;
  }
}

async function replay(deps: Deps, once: Once): Promise<Booking | undefined> {
  const done = await deps.table.done(once.key, deps.now());
  if (done === undefined) return undefined;
  if (done.fingerprint !== once.fingerprint) {
    throw new Refusal(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new one.',
    );
  }
  return deps.table.bookingAsBooked(done.bookingId);
}
