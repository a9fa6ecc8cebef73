import { normalizedEmail } from '../people/email.ts';
import type { Member, Person } from '../people/person.ts';
import type { Booking } from './booking.ts';

/**
 * The member whom a session is for, by who has the attendee's mail address: an active one, and of the company whose code
 * makes it free, where one does. Undefined where there is none.
 */
export function attendingMember(
  holder: Person | undefined,
  companyId: string | undefined,
): Member | undefined {
  if (holder === undefined || holder.staff || holder.status !== 'active') return undefined;
  return companyId === undefined || companyId === holder.companyId ? holder : undefined;
}

/**
 * Whether a booking is a member's own: for their mail address, and of their company. Of the sessions without a
 * company, those alone that were booked for this very account: an address can have been somebody else's.
 */
export function isOwn(
  { attendee, companyId, personId }: Pick<Booking, 'attendee' | 'companyId' | 'personId'>,
  member: Member,
): boolean {
  if (normalizedEmail(attendee.email) !== normalizedEmail(member.email)) return false;
  return companyId === undefined ? personId === member.id : companyId === member.companyId;
}
