import type { LanguageCode } from '../language.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, nameOf, noSuchPerson, notAllowed, requirePermission, requireStaff } from './actor.ts';
import type { Decided, PersonEvent } from './events.ts';
import type { Level } from './level.ts';
import { mayGive } from './permissions.ts';
import type { Member, Person, Staff } from './person.ts';

/** Who is to get an account. */
export interface Invitation {
  /** Of the new account. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Of the mail with the activation link; English where none is known. */
  readonly language?: LanguageCode;
}

/**
 * The account of a new member, who must set a password to use it. `holder` is who has the mail address. Throws
 * `not-found`, `not-allowed` where the actor may not give the level, and `account-exists`.
 */
export function inviteMember(
  actor: Actor,
  wanted: Invitation & { readonly companyId: string; readonly level: Level },
  holder: Person | undefined,
  now: number,
): Decided<Member, PersonEvent> {
  requirePermission(actor, wanted.companyId, 'ask-for-accounts');
  requireGiving(actor, wanted.level);
  refuseTaken(holder, actor.kind === 'member' ? wanted.companyId : undefined);
  const { companyId, level } = wanted;
  return invited({ ...accountOf(actor, wanted, now), staff: false, companyId, level, newsletters: true });
}

/** The account of one of our staff. Throws `not-allowed` for anybody but the operator, and `account-exists`. */
export function inviteStaff(
  actor: Actor,
  wanted: Invitation,
  holder: Person | undefined,
  now: number,
): Decided<Staff, PersonEvent> {
  if (actor.kind !== 'operator') throw notAllowed();
  refuseTaken(holder);
  return invited({ ...accountOf(actor, wanted, now), staff: true });
}

/** Has the activation link mailed once more. Throws `not-found`, `not-allowed`, and `account-exists` for an active account. */
export function resendInvitation<Kind extends Person>(
  actor: Actor,
  person: Kind,
  now: number,
): Decided<Kind, PersonEvent> {
  if (person.staff) requireStaff(actor);
  else {
    requirePermission(actor, person.companyId, 'ask-for-accounts');
    requireGiving(actor, person.level);
  }
  if (person.status === 'removed') throw noSuchPerson();
  if (person.status === 'active') {
    throw new Refusal('account-exists', 'This account is active already. There is nothing left to accept.');
  }
  const event = { at: now, by: nameOf(actor), passwordVersion: person.passwordVersion };
  return {
    after: { ...person, revision: person.revision + 1 },
    events: [{ type: 'invitation-resent', ...event }],
  };
}

/** Throws `not-allowed` where a member may not give the level. */
export function requireGiving(actor: Actor, level: Level): void {
  if (actor.kind !== 'member' || mayGive(actor.person.level, level)) return;
  throw notAllowed('Your account does not allow giving this level.');
}

/**
 * The refusal of a mail address that has an account. Which one is told to those who may see it: staff, and members
 * where it is of their own company.
 */
export function accountExists(holder?: Person, visibleIn?: string): Refusal {
  const visible =
    holder !== undefined && (visibleIn === undefined || (!holder.staff && holder.companyId === visibleIn));
  const facts = visible ? { personId: holder.id, accountStatus: holder.status } : {};
  return new Refusal('account-exists', 'There is an account for this mail address already.', facts);
}

function refuseTaken(holder: Person | undefined, visibleIn?: string): void {
  if (holder !== undefined && holder.status !== 'removed') throw accountExists(holder, visibleIn);
}

function accountOf(actor: Actor, { id, name, email, language }: Invitation, now: number) {
  const begun = { status: 'invited', passwordVersion: 0, revision: 1 } as const;
  const known = language === undefined ? {} : { language };
  return { id, name, email, ...known, ...begun, invitedAt: now, invitedBy: nameOf(actor) };
}

function invited<Kind extends Person>(after: Kind): Decided<Kind, PersonEvent> {
  const { invitedAt: at, invitedBy: by, passwordVersion } = after;
  return { after, events: [{ type: 'person-invited', at, by, passwordVersion }] };
}
