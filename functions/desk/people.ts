import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { companyById } from '../../lib/app/people/look-up.ts';
import { personStanding } from '../../lib/app/standing/person-standing.ts';
import { ruleOnPerson as rule } from '../../lib/app/standing/rule-on-person.ts';
import type { Actor } from '../../lib/domain/people/actor.ts';
import { normalizedEmail } from '../../lib/domain/people/email.ts';
import { inCompany } from '../../lib/domain/standing/entries-of.ts';
import type { Entry } from '../../lib/domain/standing/entry.ts';
import type { StandingRecord } from '../../lib/domain/standing/record.ts';
import type { PersonStanding } from '../../lib/domain/standing/standing.ts';
import { read, readBody, readQuery } from '../../lib/http/read.ts';
import { email } from '../../lib/http/schemas.ts';
import { personStandingJson } from '../../lib/http/standing-json.ts';
import { personRulingBody, standingQuery } from '../../lib/http/standing-schemas.ts';
import type { DeskHandler } from './handler.ts';
import { endIn, refuseEnd } from './until.ts';

type Deps = Parameters<DeskHandler>[0];

export const getPersonStanding: DeskHandler = async (deps, event, { actor }) => {
  const { company } = readQuery(event, standingQuery);
  const person = await personIn(deps, event, actor, company);
  const found = await personStanding(deps, person.email, person.companyId);
  return { status: 200, body: told(deps, person, found) };
};

export const ruleOnPerson: DeskHandler = async (deps, event, { actor }) => {
  const { company, decision, until, reason } = readBody(event, personRulingBody);
  const person = await personIn(deps, event, actor, company);
  const { email, companyId } = person;
  const wish = { email, reason, ...(companyId === undefined ? {} : { companyId }) };
  if (decision !== 'block') refuseEnd(until);
  const decided = decision === 'block' ? { decision, until: endIn(until, deps.now()) } : { decision };
  const found = await rule(deps, actor, { ...wish, ...decided });
  return { status: 200, body: told(deps, person, found) };
};

/** Whose mail address the path has, normalized. Throws `invalid-input` for what is none. */
export function emailIn({ pathParameters }: APIGatewayProxyEventV2): string {
  return normalizedEmail(read(email, pathParameters?.['email'], 'email'));
}

/** Somebody within a company, as far as they are in one, by their normalized mail address. */
export interface Named {
  readonly email: string;
  readonly companyId?: string;
  readonly personId?: string;
}

/**
 * The person within a company: the one that is asked for, else that of their account, else the one in which something
 * was recorded last; in none where there is none of these. Throws
 * `not-found` where there is no such company.
 */
export async function personIn(
  deps: Deps,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  company: string | undefined,
): Promise<Named> {
  const address = emailIn(event);
  const [holder, { entries }] = await Promise.all([
    deps.table.personByEmail(address),
    deps.table.record(address),
    company === undefined ? undefined : companyById(deps.people, actor, company),
  ]);
  const account = holder === undefined || holder.status === 'removed' ? undefined : holder;
  const own = account === undefined || account.staff ? undefined : account.companyId;
  const companyId = company ?? own ?? entries.toSorted((a, b) => a.at - b.at).at(-1)?.companyId;
  return {
    email: address,
    ...(companyId === undefined ? {} : { companyId }),
    ...(account === undefined ? {} : { personId: account.id }),
  };
}

function told(
  { settings }: Deps,
  person: Named,
  { record, standing }: { readonly record: StandingRecord; readonly standing: PersonStanding },
) {
  const entries = inCompany(record.entries, person.companyId);
  return personStandingJson(
    { ...person, companies: companiesOf(record.entries), entries, standing },
    settings,
  );
}

function companiesOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ companyId }) => companyId ?? []))].toSorted();
}
