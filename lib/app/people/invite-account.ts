import type { LanguageCode } from '../../domain/language.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { requirePermission } from '../../domain/people/actor.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import type { Decided, PersonEvent } from '../../domain/people/events.ts';
import { accountExists, inviteMember, inviteStaff, resendInvitation } from '../../domain/people/invite.ts';
import type { Level } from '../../domain/people/level.ts';
import type { Member, Person, Staff } from '../../domain/people/person.ts';
import { AddressTaken, type PeopleDeps } from '../people-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { commitPerson } from './commit-decision.ts';
import { requireCompany, requirePerson } from './look-up.ts';

export interface AccountWish {
  readonly companyId: string;
  readonly name: string;
  readonly email: string;
  readonly level: Level;
  /** Of the mail with the activation link; English where none is given. */
  readonly language?: LanguageCode;
}

/**
 * Asks for an account of a company; the person is mailed an activation link. Throws `not-found`, `not-allowed`, and
 * `account-exists` where the mail address has an account, here or anywhere.
 */
export async function inviteAccount(deps: PeopleDeps, actor: Actor, wish: AccountWish): Promise<Member> {
  requirePermission(actor, wish.companyId, 'ask-for-accounts');
  await requireCompany(deps.people, wish.companyId);
  const wanted = { ...wish, id: deps.newPersonId() };
  return invite(deps, wish.email, (holder) => inviteMember(actor, wanted, holder, deps.now()));
}

/** Makes an account of our own staff. Throws `not-allowed` for anybody but the operator, and `account-exists`. */
export async function inviteStaffAccount(
  deps: PeopleDeps,
  actor: Actor,
  wish: Pick<AccountWish, 'name' | 'email' | 'language'>,
): Promise<Staff> {
  const wanted = { ...wish, id: deps.newPersonId() };
  return invite(deps, wish.email, (holder) => inviteStaff(actor, wanted, holder, deps.now()));
}

/** Has the activation link mailed once more. Throws `not-found`, `not-allowed`, and `account-exists` where it is active. */
export async function resendInvitationTo(deps: PeopleDeps, actor: Actor, personId: string): Promise<Person> {
  return untilCommitted(deps, async () => {
    const person = await requirePerson(deps.people, actor, personId);
    return commitPerson(deps, person, resendInvitation(actor, person, deps.now()));
  });
}

async function invite<Kind extends Person>(
  deps: PeopleDeps,
  email: string,
  decide: (holder: Person | undefined) => Decided<Kind, PersonEvent>,
): Promise<Kind> {
  return untilCommitted(deps, async () => {
    const holder = await deps.people.personByEmail(normalizedEmail(email));
    try {
      return await commitPerson(deps, undefined, decide(holder));
    } catch (error) {
      // Another invitation of the same address was faster.
      throw error instanceof AddressTaken ? accountExists() : error;
    }
  });
}
