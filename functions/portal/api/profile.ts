import { chooseNewsletters as choose } from '../../../lib/app/people/change-account.ts';
import { rotateCode } from '../../../lib/app/people/companies.ts';
import { profileOf } from '../../../lib/app/people/profile.ts';
import { may, permissions } from '../../../lib/domain/people/permissions.ts';
import { companyJson, memberJson } from '../../../lib/http/people-json.ts';
import { newslettersBody, rotateCodeBody } from '../../../lib/http/portal-schemas.ts';
import { readBody, readQuery } from '../../../lib/http/read.ts';
import { noQuery } from '../../../lib/http/schemas.ts';
import type { PortalApiHandler } from '../handler.ts';
import { memberOf } from '../member.ts';

export const getProfile: PortalApiHandler = async (deps, event, viewer) => {
  readQuery(event, noQuery);
  const { person } = memberOf(viewer);
  const { company, companyGetsNewsletters, needsAnotherPrimary } = await profileOf(deps.people, person);
  return {
    status: 200,
    body: {
      person: memberJson(person),
      company: companyJson(company, person.level, deps.now()),
      may: permissions.filter((permission) => may(person.level, permission)),
      companyGetsNewsletters,
      needsAnotherPrimary,
    },
  };
};

export const chooseNewsletters: PortalApiHandler = async (deps, event, viewer) => {
  const { newsletters } = readBody(event, newslettersBody);
  const { person, companyGetsThem } = await choose(deps.people, viewer.actor, viewer.person.id, newsletters);
  return {
    status: 200,
    body: { newsletters: person.newsletters, companyGetsNewsletters: companyGetsThem },
  };
};

export const rotateCompanyCode: PortalApiHandler = async (deps, event, viewer) => {
  const { replaced } = readBody(event, rotateCodeBody);
  const actor = memberOf(viewer);
  const company = await rotateCode(deps.people, actor, actor.person.companyId, replaced);
  return { status: 200, body: companyJson(company, actor.person.level, deps.now()) };
};
