import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import {
  changeCompany as change,
  createCompany as create,
  rotateCode,
} from '../../lib/app/people/companies.ts';
import { inviteAccount } from '../../lib/app/people/invite-account.ts';
import { companyById, peopleOf } from '../../lib/app/people/look-up.ts';
import type { Company } from '../../lib/domain/company.ts';
import { noSuchCompany } from '../../lib/domain/people/actor.ts';
import { companyBody, companyChangesBody, isCompanyId } from '../../lib/http/desk-schemas.ts';
import { companyJson, memberJson } from '../../lib/http/people-json.ts';
import { accountBody, pageQuery, rotateCodeBody } from '../../lib/http/portal-schemas.ts';
import { readBody, readQuery, refuseField } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { type DeskHandler, USUAL_PAGE } from './handler.ts';

export const createCompany: DeskHandler = async (deps, event, { actor }) => {
  const { afterHours = false, ...wish } = readBody(event, companyBody);
  const company = await create(deps.people, actor, { ...wish, afterHours });
  return { status: 201, body: companyJson(company, 'staff', deps.now()) };
};

export const getCompany: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  const company = await companyById(deps.people, actor, companyIdIn(event));
  return { status: 200, body: companyJson(company, 'staff', deps.now()) };
};

export const changeCompany: DeskHandler = async (deps, event, { actor }) => {
  const changes = readBody(event, companyChangesBody);
  if (Object.keys(changes).length === 0) refuseField('body', 'must say what to change');
  const companyId = companyIdIn(event);
  const company = await change(deps.people, actor, companyId, changes);
  return { status: 200, body: companyJson(company, 'staff', deps.now()) };
};

export const replaceCompanyCode: DeskHandler = async (deps, event, { actor }) => {
  const { replaced } = readBody(event, rotateCodeBody);
  const company = await rotateCode(deps.people, actor, companyIdIn(event), replaced);
  return { status: 200, body: companyJson(company, 'staff', deps.now()) };
};

export const listCompanyPeople: DeskHandler = async ({ people }, event, { actor }) => {
  const { limit = USUAL_PAGE, ...page } = readQuery(event, pageQuery);
  const { id } = await companyById(people, actor, companyIdIn(event));
  const { items, next } = await peopleOf(people, actor, id, { limit, ...page });
  return { status: 200, body: { people: items.map(memberJson), ...(next === undefined ? {} : { next }) } };
};

export const addPerson: DeskHandler = async ({ people }, event, { actor }) => {
  const wish = readBody(event, accountBody);
  const companyId = companyIdIn(event);
  const person = await inviteAccount(people, actor, { ...wish, companyId });
  return { status: 201, body: memberJson(person) };
};

/** A company's id as a request names it. Throws `not-found` for what can't be one: keys of the table have a longest length. */
export function companyIdIn({ pathParameters }: APIGatewayProxyEventV2): Company['id'] {
  const id = pathParameters?.['companyId'] ?? '';
  if (!isCompanyId(id)) throw noSuchCompany();
  return id;
}
