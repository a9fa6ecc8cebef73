import type { Attendee, Booking } from '../../domain/booking/booking.ts';
import { overlaps } from '../../domain/booking/holds.ts';
import { attendingMember } from '../../domain/booking/whose.ts';
import type { Consultant, Release, SessionType } from '../../domain/catalogue.ts';
import type { LanguageCode } from '../../domain/language.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { lossOf } from '../../domain/phone/phone.ts';
import { Refusal } from '../../domain/refusal.ts';
import { replay } from '../book-session.ts';
import { AlreadyDone, type BookOnce, SlotTaken } from '../deps.ts';
import { handle } from '../handle.ts';
import type { HoursDeps } from '../hours-deps.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { sessionsInTheWay } from './sessions-in-the-way.ts';

/** A session that our staff set at an exact time, whatever the hours and the notice. */
export interface MemberBooking {
  readonly sessionType: SessionType;
  readonly consultant: Consultant;
  /** A whole minute (ms). */
  readonly start: number;
  readonly minutes: number;
  /** IANA zone of the attendee. */
  readonly timeZone: string;
  readonly attendee: Attendee;
  readonly companyId?: string;
  readonly topic?: string;
  readonly release?: Release;
  readonly language?: LanguageCode;
  /** The attendee is told. */
  readonly reason: string;
  /** Id of who of our staff asks. */
  readonly staffId: string;
  /** Whether it may lie beside or over sessions that the consultant has then. */
  readonly override: boolean;
}

export type MemberBookingDeps = HoursDeps & { readonly people: PeopleDeps };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What is set for this very moment may be sent a little after it. */
const JUST_NOW = 2 * MINUTE;
const FURTHEST = 366 * DAY;
/** How often the consultant's time is looked at anew before the caller is asked to come back. */
const TRIES = 4;

/**
 * Books it, free and for good, once for the key: a repeat gets the booking as it was first made. Nobody's standing or
 * account is asked for. Throws `invalid-input`, `not-found` for an unknown company, and `slot-unavailable` with the
 * sessions in the way where there are some and it may not lie beside them.
 */
export async function bookForMember(
  deps: MemberBookingDeps,
  wish: MemberBooking,
  once: BookOnce,
): Promise<Booking> {
  const repeat = await replay(deps, once);
  if (repeat !== undefined) return repeat;
  refuseBadTime(wish, deps.now());
  const known = await knownOf(deps, wish);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const others = await sessionsInTheWay(deps, wish);
    if (others.length > 0 && !wish.override) throw inTheWay(wish, others);
    try {
      return await commit(deps, wish, known, others.length > 0, once);
    } catch (error) {
      if (error instanceof AlreadyDone) return (await replay(deps, once)) ?? fail(error);
      if (!(error instanceof SlotTaken)) throw error;
      // Lists lag behind the calendar: what holds the time shows in a moment.
      await deps.pause(attempt);
    }
  }
  // Whoever may lie beside others needn't know beside which.
  if (wish.override) return commit(deps, wish, known, true, once);
  throw inTheWay(wish, []);
}

/** What our own records add to what was asked. */
type Known = Pick<Booking, 'companyId' | 'personId'> & { readonly mobileLost?: ReturnType<typeof lossOf> };

async function knownOf(deps: MemberBookingDeps, { attendee, companyId }: MemberBooking): Promise<Known> {
  const { mobile } = attendee;
  const [holder, phone, company] = await Promise.all([
    deps.table.personByEmail(normalizedEmail(attendee.email)),
    mobile === undefined ? undefined : deps.table.phone(mobile),
    companyId === undefined ? undefined : deps.people.people.company(companyId),
  ]);
  if (companyId !== undefined && company === undefined)
    throw new Refusal('not-found', 'There is no such company.');
  const member = attendingMember(holder, companyId);
  const whose = companyId ?? member?.companyId;
  const lost = phone === undefined ? undefined : lossOf(phone, deps.now());
  return {
    ...(whose === undefined ? {} : { companyId: whose }),
    ...(member === undefined ? {} : { personId: member.id }),
    ...(lost === undefined ? {} : { mobileLost: lost }),
  };
}

function commit(
  deps: MemberBookingDeps,
  wish: MemberBooking,
  { mobileLost, ...whose }: Known,
  beside: boolean,
  once: BookOnce,
): Promise<Booking> {
  const { sessionType, consultant, release, override: _, companyId: __, ...facts } = wish;
  const bookingId = deps.bookingIdOf(once.key);
  return handle(
    deps,
    bookingId,
    {
      type: 'book',
      by: 'staff',
      bookingId,
      consultants: [consultant.id],
      ...facts,
      ...whose,
      sessionType: sessionType.id,
      ...(release === undefined ? {} : { release: release.id }),
      ...(mobileLost === undefined ? {} : { mobileLost }),
      ...(beside ? { beside: true } : {}),
    },
    { fingerprint: once.fingerprint },
  );
}

function refuseBadTime({ start }: MemberBooking, now: number): void {
  if (start % MINUTE !== 0) throw badStart('must be a whole minute');
  if (start < now - JUST_NOW) throw badStart('must not lie in the past');
  if (start > now + FURTHEST) throw badStart('must be within a year');
}

function badStart(message: string): Refusal {
  return new Refusal('invalid-input', `start ${message}.`, { errors: [{ field: 'start', message }] });
}

function inTheWay(wish: MemberBooking, others: readonly Booking[]): Refusal {
  return new Refusal('slot-unavailable', whyNot(wish, others), {
    sessions: others.map(({ id, status, start, end, attendee }) => ({
      id,
      status,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      attendee: attendee.name,
    })),
  });
}

/** A session may be in the way that lies beside it: it holds whole quarter hours. */
function whyNot({ start, minutes }: MemberBooking, others: readonly Booking[]): string {
  const [near] = others;
  if (near === undefined || others.some((other) => overlaps(other, start, start + minutes * MINUTE)))
    return 'The consultant has another session then.';
  const [from, to] = [near.start, near.end].map((instant) => new Date(instant).toISOString());
  return `The consultant's time is kept in quarter hours, and a session from ${from} to ${to} holds one of these.`;
}

function fail(error: Error): never {
  throw error;
}
