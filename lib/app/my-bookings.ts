import type { Booking } from '../domain/booking/booking.ts';
import { isOwn } from '../domain/booking/whose.ts';
import { LONGEST_MINUTES } from '../domain/catalogue.ts';
import { type MemberActor, requirePermission } from '../domain/people/actor.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { Refusal } from '../domain/refusal.ts';
import { bookingPage, isBookingId } from './booking-page.ts';
import type { Deps, Stretch } from './deps.ts';
import { handle } from './handle.ts';
import { type Move, moveSession } from './move-session.ts';
import type { Page, PageWish } from './people-deps.ts';

/** Coming sessions are those that haven't ended, the next first; past ones are told from the latest back. */
const whens = ['coming', 'past'] as const;
export type When = (typeof whens)[number];

const LONGEST_MS = LONGEST_MINUTES * 60_000;

/** A page of a member's own bookings. Throws `invalid-input` for a cursor that isn't ours. */
export async function myBookings(
  deps: Deps,
  actor: MemberActor,
  when: When,
  page: PageWish,
): Promise<Page<Booking>> {
  requirePermission(actor, actor.person.companyId, 'book-sessions');
  const now = deps.now();
  const list = normalizedEmail(actor.person.email);
  return bookingPage(
    deps,
    (on) => deps.table.bookingsFor(list, { ...startOf(when, now), ...on }),
    (booking) => isOwn(booking, actor.person) && isIn(when, booking, now),
    page,
  );
}

/** A member's own booking. Throws `not-found` for anybody else's, as for none. */
export async function myBooking(deps: Deps, actor: MemberActor, bookingId: string): Promise<Booking> {
  requirePermission(actor, actor.person.companyId, 'book-sessions');
  const booking = isBookingId(bookingId) ? await deps.table.booking(bookingId) : undefined;
  if (booking === undefined || !isOwn(booking, actor.person)) {
    throw new Refusal('not-found', 'There is no such booking.');
  }
  return booking;
}

/** Moves a member's own booking, by the rules of its link. Throws `not-found` and what moving throws. */
export async function moveMyBooking(
  deps: Deps,
  actor: MemberActor,
  bookingId: string,
  move: Omit<Move, 'by'>,
): Promise<Booking> {
  return moveSession(deps, await myBooking(deps, actor, bookingId), { ...move, by: 'link' });
}

/** Cancels a member's own booking, by the rules of its link. Throws `not-found` and what cancelling throws. */
export async function cancelMyBooking(
  deps: Deps,
  actor: MemberActor,
  bookingId: string,
  cancel: { readonly stamp: number; readonly reason?: string },
): Promise<Booking> {
  return handle(deps, await myBooking(deps, actor, bookingId), { type: 'cancel', by: 'link', ...cancel });
}

function startOf(when: When, now: number): Pick<Stretch, 'from' | 'direction'> {
  return when === 'past'
    ? { from: now, direction: 'back' }
    : { from: now - LONGEST_MS, direction: 'onwards' };
}

function isIn(when: When, { end }: Booking, now: number): boolean {
  return when === 'past' ? end <= now : end > now;
}
