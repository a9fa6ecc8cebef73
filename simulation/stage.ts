import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { tableClient } from '../lib/adapters/document-client.ts';
import { dynamoPeople } from '../lib/adapters/people.ts';
import type { Company } from '../lib/domain/company.ts';
import type { Person } from '../lib/domain/people/person.ts';
import type { Cloud } from '../local/cloud.ts';
import { demoPassword, givePasswords } from '../local/demo-passwords.ts';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';
import type { CastCompany, CastPerson, Script } from './script.ts';

const YEAR_MS = 365 * 86_400_000;

/** Puts the cast of a script into an empty cloud: companies, accounts, and the password of our staff. */
export async function setStage({ stack, aws, engineEndpoint, tables }: Cloud, script: Script): Promise<void> {
  const now = Date.parse(script.start);
  const config = { endpoint: engineEndpoint, region, credentials: engineCredentials };
  const table = tableClient(tables[0]?.name ?? '', config);
  try {
    const rows = dynamoPeople(table);
    for (const company of script.cast.companies) {
      await rows.commitCompany({ before: undefined, after: companyOf(company, now), events: [], now });
    }
    const people = script.cast.people
      .filter(({ account }) => account !== 'none')
      .map((one) => personOf(one, now));
    for (const after of people) await rows.commitPerson({ before: undefined, after, events: [] });
    // The others need none: a free session asks for an account, and not for its password.
    await givePasswords(
      stack,
      aws.endpoint.url,
      people.filter(({ staff }) => staff),
    );
  } finally {
    table.client.destroy();
  }
}

function companyOf(company: CastCompany, now: number): Company {
  const planUntil = new Date(now + YEAR_MS).toISOString().slice(0, 10);
  return { ...company, planUntil, formerCodes: [], formerRulings: [], revision: 1 };
}

function personOf({ id, name, email, company, account }: CastPerson, now: number): Person {
  const begun = {
    ...({ status: 'active', passwordVersion: 1, revision: 1, invitedBy: 'operator' } as const),
    ...{ id: accountIdOf(id), name, email, invitedAt: now, activatedAt: now },
  };
  if (account === 'staff' || company === undefined) return { ...begun, staff: true };
  return { ...begun, staff: false, companyId: company, level: 'basic', newsletters: true };
}

const accountIdOf = (id: string): string => `per_${id.padStart(26, '0')}`;

const TOKEN_MS = 30 * 60_000;

/** One of our staff with an ID token, renewed as the clock moves on. */
export class StaffSession {
  readonly #cloud: Cloud;
  readonly #client: CognitoIdentityProviderClient;
  #token: { readonly value: string; readonly until: number } | undefined;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
    const endpoint = cloud.aws.endpoint.url;
    this.#client = new CognitoIdentityProviderClient({ endpoint, region, credentials: engineCredentials });
  }

  /** The headers by which a call is theirs. */
  async headers(): Promise<Record<string, string>> {
    const now = this.#cloud.clock.now();
    if (this.#token === undefined || this.#token.until <= now) {
      this.#token = { value: await this.#signIn(), until: now + TOKEN_MS };
    }
    return { authorization: `Bearer ${this.#token.value}` };
  }

  close(): void {
    this.#client.destroy();
  }

  async #signIn(): Promise<string> {
    const { stack } = this.#cloud;
    const [pool] = stack.ofType('AWS::Cognito::UserPool');
    const [site] = stack.ofType('AWS::Cognito::UserPoolClient');
    const { AuthenticationResult } = await this.#client.send(
      new AdminInitiateAuthCommand({
        UserPoolId: pool?.ref,
        ClientId: site?.ref,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: accountIdOf('staff'), PASSWORD: demoPassword },
      }),
    );
    const token = AuthenticationResult?.IdToken;
    if (token === undefined) throw new Error('our staff could not sign in');
    return token;
  }
}
