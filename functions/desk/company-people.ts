import { changeLevel, removePerson } from '../../lib/app/people/change-account.ts';
import { resendInvitationTo } from '../../lib/app/people/invite-account.ts';
import { personById } from '../../lib/app/people/look-up.ts';
import { type Actor, noSuchPerson } from '../../lib/domain/people/actor.ts';
import { requireMember } from '../../lib/domain/people/change-member.ts';
import { memberJson } from '../../lib/http/people-json.ts';
import { levelBody } from '../../lib/http/portal-schemas.ts';
import { readBody } from '../../lib/http/read.ts';
import { noBody } from '../../lib/http/schemas.ts';
import { personIdIn } from '../portal/member.ts';
import { companyIdIn } from './companies.ts';
import type { DeskDeps, DeskHandler } from './handler.ts';

export const resendCompanyInvitation: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const personId = await colleagueIn(deps, event, actor);
  const person = await resendInvitationTo(deps.people, actor, personId);
  return { status: 200, body: memberJson(requireMember(person)) };
};

export const changeCompanyLevel: DeskHandler = async (deps, event, { actor }) => {
  const { level } = readBody(event, levelBody);
  const personId = await colleagueIn(deps, event, actor);
  return { status: 200, body: memberJson(await changeLevel(deps.people, actor, personId, level)) };
};

export const removeCompanyPerson: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const personId = await colleagueIn(deps, event, actor);
  return { status: 200, body: memberJson(await removePerson(deps.people, actor, personId)) };
};

/** The id as it was given, where it is somebody's of that company. Throws `not-found`: people keep their company. */
export async function colleagueOf(
  { people }: DeskDeps,
  actor: Actor,
  companyId: string,
  given: string | undefined,
): Promise<string> {
  const person = await personById(people, actor, personIdIn(given));
  if (person.staff || person.companyId !== companyId) throw noSuchPerson();
  return person.id;
}

function colleagueIn(deps: DeskDeps, event: Parameters<DeskHandler>[1], actor: Actor): Promise<string> {
  return colleagueOf(deps, actor, companyIdIn(event), event.pathParameters?.['personId']);
}
