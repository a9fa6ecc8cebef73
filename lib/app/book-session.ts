import { type Admission, type Application, admit } from '../domain/booking/admission.ts';
import type { Attendee, Booking } from '../domain/booking/booking.ts';
import type { Book } from '../domain/booking/commands.ts';
import type { Calendar } from '../domain/calendar/calendar.ts';
import { spanToLoad, whoCanGive } from '../domain/calendar/choose.ts';
import type { Release, SessionType } from '../domain/catalogue.ts';
import type { CodeHolder } from '../domain/company.ts';
import type { LanguageCode } from '../domain/language.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import type { Person } from '../domain/people/person.ts';
import { lossOf } from '../domain/phone/phone.ts';
import { Refusal } from '../domain/refusal.ts';
import { companyBehind } from './company-behind.ts';
import { contactsOf } from './contacts.ts';
import {
  AlreadyDone,
  type BookOnce,
  type Deps,
  type LinkDeps,
  type Reading,
  type Reliance,
  StandingChanged,
} from './deps.ts';
import { countBooking } from './few-bookings.ts';
import { handle } from './handle.ts';
import { letIn } from './standing/let-in.ts';
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
  /** The IP address that it is asked from; it is counted, and not kept with the booking. */
  readonly source?: string;
}

/** What booking needs: beside the world, where companies are told to ask for accounts. */
export type BookingDeps = Deps & Pick<LinkDeps, 'siteUrl'>;

/** How often a booking whose standing changed meanwhile is asked for anew before the caller is asked to come back. */
const TRIES = 6;

/**
 * Books a session, once for the key: a repeat of the same request gets the booking as it was first made. It is pending
 * where a person of our staff must approve it first. Throws Refusals, among them `slot-unavailable` when nobody can give
 * the session at that time, and, when it is free, `account-required` where the attendee has no account of the company and
 * `free-session-blocked`, `company-blocked` and `approval-required` by where they stand. Throws `too-many-requests` where
 * too many were asked for, or too many wrong codes given.
 */
export async function bookSession(
  deps: BookingDeps,
  request: BookingRequest,
  once: BookOnce,
): Promise<Booking> {
  try {
    return await bookAnew(deps, request, once);
  } catch (error) {
    // Most requests are no repeat, so it is looked for only here. Of a repeat, the key is taken, or by now the rules say no:
    // its booking is the answer all the same.
    const made =
      error instanceof AlreadyDone || error instanceof Refusal ? await replay(deps, once) : undefined;
    if (made !== undefined) return made;
    throw error;
  }
}

/** The refusals that go by where somebody stands. */
const ofStanding: ReadonlySet<Refusal['code']> = new Set([
  'free-session-blocked',
  'company-blocked',
  'approval-required',
]);

async function bookAnew(deps: BookingDeps, request: BookingRequest, once: BookOnce): Promise<Booking> {
  const asked = countBooking(deps, { ...request.attendee, source: request.source });
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      return await bookAsItStands(deps, request, once, asked, attempt === 1 ? 'loosely' : undefined);
    } catch (error) {
      // Nobody is kept out by what may lag.
      if (attempt === 1 && error instanceof Refusal && ofStanding.has(error.code)) continue;
      // A no-show was recorded, or something was decided, since the standing was read: it is read and judged anew.
      if (!(error instanceof StandingChanged)) throw error;
      await deps.pause(attempt);
    }
  }
  throw new Refusal('busy', 'Too many changes at once. Please try again in a moment.');
}

async function bookAsItStands(
  deps: BookingDeps,
  request: BookingRequest,
  once: BookOnce,
  asked: Promise<Refusal | undefined>,
  reading: Reading | undefined,
): Promise<Booking> {
  const span = spanToLoad(deps.settings, request.sessionType, request.start);
  const { mobile } = request.attendee;
  const email = normalizedEmail(request.attendee.email);
  const [tooMany, loss, company, holder, record, busy] = await Promise.all([
    asked,
    mobile === undefined ? undefined : lossOfMobile(deps, mobile),
    companyOrRefusal(deps, request),
    deps.table.personByEmail(email),
    // Whoever is let in by it is held to it in the transaction.
    deps.table.record(email, reading),
    deps.table.busy(span.from, span.to),
  ]);
  if (tooMany !== undefined) throw tooMany;
  if (company instanceof Refusal) throw company;
  const admission = admit(applicationOf(request, company, holder), deps.settings, contactsOf(deps));
  const free = admission.price === undefined;
  const { relies, approval } = free ? letIn(deps, { ...request, ...(company && { company }) }, record) : {};
  const wanted = { ...request, ...(loss && { mobileLost: loss }), ...(approval && { approval }) };
  return commitOnce(deps, wanted, admission, busy, once, relies);
}

/** Why a number can't be texted, if it can't. Read again where it can't be, for that may have changed just now. */
async function lossOfMobile({ table, now }: Deps, mobile: string) {
  if (lossOf(await table.phone(mobile, 'loosely'), now()) === undefined) return undefined;
  return lossOf(await table.phone(mobile), now());
}

/** The company of the code. Its refusal is given, not thrown: a repeat gets its booking whatever the code is worth by now. */
function companyOrRefusal(deps: BookingDeps, { companyCode, source }: BookingRequest) {
  if (companyCode === undefined) return undefined;
  return companyBehind(deps, { companyCode, source }).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

function applicationOf(
  { sessionType, start, companyCode, release }: BookingRequest,
  company: CodeHolder | undefined,
  holder: Person | undefined,
): Application {
  return {
    sessionType,
    start,
    codeGiven: companyCode !== undefined,
    ...(company === undefined ? {} : { company }),
    ...(holder === undefined ? {} : { holder }),
    ...(release === undefined ? {} : { release }),
  };
}

async function commitOnce(
  deps: Deps,
  request: BookingRequest & Pick<Book, 'mobileLost' | 'approval'>,
  admission: Admission,
  busy: Calendar,
  once: BookOnce,
  relies: Reliance | undefined,
): Promise<Booking> {
  const { sessionType, start, release, companyCode: _code, source: _source, ...facts } = request;
  const able = whoCanGive(deps.settings, sessionType, busy, deps.now(), start);
  const bookingId = deps.bookingIdOf(once.key);
  if (able.length === 0) throw unavailable(deps, sessionType, busy, start);
  return tryConsultants(able, (consultants) =>
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
      { fingerprint: once.fingerprint, ...(relies && { relies }) },
    ),
  );
}

/**
 * What was booked under the key before, if anything. Throws `idempotency-key-reused` where that was another request, or
 * can't be told from one any more, since its attendee was erased.
 */
export async function replay(deps: Deps, once: BookOnce): Promise<Booking | undefined> {
  const done = await deps.table.bookingAsBooked(deps.bookingIdOf(once.key));
  if (done === undefined) return undefined;
  if (done.fingerprint !== once.fingerprint) {
    throw new Refusal(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new one.',
    );
  }
  return done.booking;
}
