import { Refusal } from '../refusal.ts';
import {
  type Actor,
  nameOf,
  noSuchPerson,
  notAllowed,
  requirePermission,
  requireSameCompany,
} from './actor.ts';
import type { Decided, PersonEvent } from './events.ts';
import { requireGiving } from './invite.ts';
import type { Level } from './level.ts';
import { may, reaches } from './permissions.ts';
import type { Member, Person } from './person.ts';
import { isLastPrimary } from './primaries.ts';

type Decision = Decided<Member, PersonEvent>;

/**
 * The member at another level, within what the actor may give and take. `everyone` are the company's people. Throws
 * `not-found`, `not-allowed`, and `last-primary` where the company's members would be left without a Primary.
 */
export function changeLevel(
  actor: Actor,
  person: Member,
  level: Level,
  everyone: readonly Member[],
  now: number,
): Decision {
  requirePermission(actor, person.companyId, 'change-levels');
  refuseRemoved(person);
  requireReach(actor, 'change-levels', person.level);
  requireGiving(actor, level);
  if (level === person.level) return { after: person, events: [] };
  keepLastPrimary(actor, person, everyone);
  return {
    after: { ...person, level, revision: person.revision + 1 },
    events: [{ type: 'level-changed', at: now, by: nameOf(actor), from: person.level, level }],
  };
}

/**
 * The account taken back for good, whether it was active yet or not; removing it again changes nothing. Throws as
 * changing the level does.
 */
export function removeMember(
  actor: Actor,
  person: Member,
  everyone: readonly Member[],
  now: number,
): Decision {
  requirePermission(actor, person.companyId, 'remove-people');
  requireReach(actor, 'remove-people', person.level);
  if (person.status === 'removed') return { after: person, events: [] };
  keepLastPrimary(actor, person, everyone);
  return {
    after: { ...person, status: 'removed', removedAt: now, revision: person.revision + 1 },
    events: [{ type: 'person-removed', at: now, by: nameOf(actor) }],
  };
}

/** The member's own choice of newsletters, and with them of update notices; staff may note it for them. */
export function chooseNewsletters(actor: Actor, person: Member, newsletters: boolean, now: number): Decision {
  requireSameCompany(actor, person.companyId);
  if (actor.kind === 'member' && actor.person.id !== person.id) throw notAllowed();
  refuseRemoved(person);
  if (newsletters === person.newsletters) return { after: person, events: [] };
  return {
    after: { ...person, newsletters, revision: person.revision + 1 },
    events: [{ type: 'newsletters-chosen', at: now, by: nameOf(actor), newsletters }],
  };
}

/** Whether an active account of the company still gets newsletters, as one should. */
export function getsNewsletters(everyone: readonly Member[]): boolean {
  return everyone.some(
    ({ status, newsletters, level }) =>
      status === 'active' && newsletters && may(level, 'receive-newsletters'),
  );
}

/** Who the company has, as a member of it: staff are of none. Throws `not-found`. */
export function requireMember(person: Person | undefined): Member {
  if (person === undefined || person.staff) throw noSuchPerson();
  return person;
}

/**
 * Members can't leave their company without a Primary, who alone can give that level again. Staff can, since they
 * can give it too: somebody who has left must not keep the account until a successor has a password.
 */
function keepLastPrimary(actor: Actor, person: Member, everyone: readonly Member[]): void {
  if (actor.kind !== 'member' || !isLastPrimary(person, everyone)) return;
  throw new Refusal(
    'last-primary',
    'This is the last Primary of the company. Make somebody else a Primary first.',
  );
}

function requireReach(actor: Actor, permission: 'change-levels' | 'remove-people', level: Level): void {
  if (actor.kind === 'member' && !reaches(actor.person.level, permission, level)) throw notAllowed();
}

function refuseRemoved({ status }: Member): void {
  if (status === 'removed') throw noSuchPerson();
}
