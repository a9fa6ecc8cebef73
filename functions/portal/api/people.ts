import { removePerson as remove, changeLevel as setLevel } from '../../../lib/app/people/change-account.ts';
import { inviteAccount, resendInvitationTo } from '../../../lib/app/people/invite-account.ts';
import { peopleOf } from '../../../lib/app/people/look-up.ts';
import { requireMember } from '../../../lib/domain/people/change-member.ts';
import { memberJson } from '../../../lib/http/people-json.ts';
import { accountBody, levelBody, pageQuery } from '../../../lib/http/portal-schemas.ts';
import { readBody, readQuery } from '../../../lib/http/read.ts';
import { noBody } from '../../../lib/http/schemas.ts';
import type { PortalApiHandler } from '../handler.ts';
import { memberOf, personIdIn } from '../member.ts';

/** How much of a list is told where nothing else is asked for. */
const USUAL_PAGE = 20;

export const listPeople: PortalApiHandler = async ({ people }, event, viewer) => {
  const { limit = USUAL_PAGE, ...page } = readQuery(event, pageQuery);
  const actor = memberOf(viewer);
  const { items, next } = await peopleOf(people, actor, actor.person.companyId, { limit, ...page });
  return { status: 200, body: { people: items.map(memberJson), ...(next && { next }) } };
};

export const askForAccount: PortalApiHandler = async ({ people }, event, viewer) => {
  const wish = readBody(event, accountBody);
  const actor = memberOf(viewer);
  const asked = await inviteAccount(people, actor, { ...wish, companyId: actor.person.companyId });
  return { status: 201, body: memberJson(asked) };
};

export const resendInvitation: PortalApiHandler = async ({ people }, event, viewer) => {
  readBody(event, noBody);
  const person = await resendInvitationTo(
    people,
    memberOf(viewer),
    personIdIn(event.pathParameters?.['personId']),
  );
  return { status: 200, body: memberJson(requireMember(person)) };
};

export const changeLevel: PortalApiHandler = async ({ people }, event, viewer) => {
  const { level } = readBody(event, levelBody);
  const person = await setLevel(
    people,
    memberOf(viewer),
    personIdIn(event.pathParameters?.['personId']),
    level,
  );
  return { status: 200, body: memberJson(person) };
};

export const removePerson: PortalApiHandler = async ({ people }, event, viewer) => {
  readBody(event, noBody);
  return {
    status: 200,
    body: memberJson(await remove(people, memberOf(viewer), personIdIn(event.pathParameters?.['personId']))),
  };
};
