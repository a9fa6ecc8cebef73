import type { Actor } from '../../domain/people/actor.ts';
import * as rules from '../../domain/people/change-member.ts';
import type { Decided, PersonEvent } from '../../domain/people/events.ts';
import type { Level } from '../../domain/people/level.ts';
import type { Member } from '../../domain/people/person.ts';
import type { PeopleDeps } from '../people-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { commitPerson } from './commit-decision.ts';
import { everyoneOf, requireCompany, requirePerson } from './look-up.ts';

/** Sets the level of a member. Throws `not-found`, `not-allowed` and `last-primary`. */
export async function changeLevel(
  deps: PeopleDeps,
  actor: Actor,
  personId: string,
  level: Level,
): Promise<Member> {
  return changeAmong(deps, actor, personId, (person, everyone) =>
    rules.changeLevel(actor, person, level, everyone, deps.now()),
  );
}

/** Takes a member's account back for good. Throws `not-found`, `not-allowed` and `last-primary`. */
export async function removePerson(deps: PeopleDeps, actor: Actor, personId: string): Promise<Member> {
  return changeAmong(deps, actor, personId, (person, everyone) =>
    rules.removeMember(actor, person, everyone, deps.now()),
  );
}

/** The choice as it stands, and whether an active account of the company still gets newsletters. */
export interface NewsletterChoice {
  readonly person: Member;
  readonly companyGetsThem: boolean;
}

/**
 * Notes whether a member wants newsletters, and with them update notices. Throws `not-found`, and `not-allowed` where
 * it is another member's choice.
 */
export async function chooseNewsletters(
  deps: PeopleDeps,
  actor: Actor,
  personId: string,
  newsletters: boolean,
): Promise<NewsletterChoice> {
  return untilCommitted(deps, async () => {
    const before = rules.requireMember(await requirePerson(deps.people, actor, personId));
    const decided = rules.chooseNewsletters(actor, before, newsletters, deps.now());
    const person = await commitPerson(deps, before, decided);
    const everyone = await everyoneOf(deps.people, person.companyId);
    return { person, companyGetsThem: rules.getsNewsletters(everyone) };
  });
}

/** Decides on a member among the others. The company is read before them, so that a change in between is noticed. */
async function changeAmong(
  deps: PeopleDeps,
  actor: Actor,
  personId: string,
  decide: (person: Member, everyone: readonly Member[]) => Decided<Member, PersonEvent>,
): Promise<Member> {
  return untilCommitted(deps, async () => {
    const found = rules.requireMember(await requirePerson(deps.people, actor, personId));
    const company = await requireCompany(deps.people, found.companyId);
    const [person, everyone] = await Promise.all([
      requirePerson(deps.people, actor, personId),
      everyoneOf(deps.people, company.id),
    ]);
    const before = rules.requireMember(person);
    return commitPerson(deps, before, decide(before, everyone), { decidedOn: company });
  });
}
