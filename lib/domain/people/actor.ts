import { Refusal } from '../refusal.ts';
import { may, type Permission } from './permissions.ts';
import type { Member } from './person.ts';

/** Who asks for something: a signed-in member, one of our staff, or whoever operates the deployment. */
export type Actor = MemberActor | StaffActor | { readonly kind: 'operator' };

export interface MemberActor {
  readonly kind: 'member';
  /** As the table has it at the time of asking. */
  readonly person: Member;
}

export interface StaffActor {
  readonly kind: 'staff';
  readonly id: string;
}

/** The actor as records name them: a person's id, or `operator`. */
export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return actor.person.id;
    case 'staff':
      return actor.id;
    case 'operator':
      return 'operator';
  }
}

/**
 * Throws `not-found` for a member of another company, who must not even learn that this one exists, and
 * `not-allowed` for one without the permission. Staff and operators may do everything.
 */
export function requirePermission(actor: Actor, companyId: string, permission: Permission): void {
  requireSameCompany(actor, companyId);
  if (actor.kind === 'member' && !may(actor.person.level, permission)) throw notAllowed();
}

/** Throws `not-found` for a member of another company, `not-allowed` for one whose account isn't active. */
export function requireSameCompany(actor: Actor, companyId: string): void {
  if (actor.kind !== 'member') return;
  if (actor.person.companyId !== companyId) throw noSuchCompany();
  if (actor.person.status !== 'active') throw notAllowed();
}

/** Throws `not-allowed` for members: only staff and operators may. */
export function requireStaff(actor: Actor): void {
  if (actor.kind === 'member') throw notAllowed();
}

export function notAllowed(detail = 'Your account does not allow this.'): Refusal {
  return new Refusal('not-allowed', detail);
}

export function noSuchCompany(): Refusal {
  return new Refusal('not-found', 'There is no such company.');
}

export function noSuchPerson(): Refusal {
  return new Refusal('not-found', 'There is no such account.');
}
