import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { tableClient } from '../lib/adapters/document-client.ts';
import { dynamoPeople } from '../lib/adapters/people.ts';
import { dynamoWebhooks } from '../lib/adapters/webhooks.ts';
import type { Company } from '../lib/domain/company.ts';
import type { Person } from '../lib/domain/people/person.ts';
import { publicTypes } from '../lib/domain/public-event.ts';
import type { Endpoint } from '../lib/domain/webhooks/endpoint.ts';
import type { Cloud } from '../local/cloud.ts';
import { demoPassword, givePasswords } from '../local/demo-passwords.ts';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';
import type { Cast, CastCompany, CastPerson, Script } from './script.ts';

const YEAR_MS = 365 * 86_400_000;

/**
 * Puts the cast of a script into an empty cloud: companies, accounts, and their passwords; and the address of another
 * system that is posted what happens, if there is one.
 */
export async function setStage(
  { stack, aws, engineEndpoint, tables }: Cloud,
  script: Script,
  postedTo?: string,
): Promise<void> {
  const now = Date.parse(script.start);
  const config = { endpoint: engineEndpoint, region, credentials: engineCredentials };
  const table = tableClient(tables[0]?.name ?? '', config);
  try {
    const rows = dynamoPeople(table);
    for (const company of script.cast.companies) {
      await rows.commitCompany({ before: undefined, after: companyOf(company, now), events: [], now });
    }
    const people = [...script.cast.people, ...onlookersOf(script.cast)].filter(
      ({ account }) => account !== 'none',
    );
    for (const one of people)
      await rows.commitPerson({ before: undefined, after: personOf(one, now), events: [] });
    if (postedTo !== undefined) {
      const after = endpointAt(postedTo, now);
      const event = { type: 'webhook-added', at: now, by: after.createdBy } as const;
      await dynamoWebhooks(table).commitEndpoint({ before: undefined, after, event });
    }
    // The others need none: a free session asks for an account, and not for its password.
    const signingIn = people.filter(({ signsIn }) => signsIn);
    await givePasswords(
      stack,
      aws.endpoint.url,
      signingIn.map((one) => personOf(one, now)),
    );
  } finally {
    table.client.destroy();
  }
}

/** With an id of its own: that of an address would differ from run to run, as its port does. */
function endpointAt(url: string, now: number): Endpoint {
  const types = publicTypes.filter((type) => type.startsWith('booking.'));
  return {
    ...{ id: `whk_${'0'.repeat(20)}`, url, description: 'The CRM', types, revealed: true },
    ...{ secret: `whsec_${Buffer.from('another system, simulated').toString('base64')}`, state: 'enabled' },
    ...{ revision: 1, createdAt: now, createdBy: accountIdOf('staff') },
  };
}

function companyOf(company: CastCompany, now: number): Company {
  const planUntil = new Date(now + YEAR_MS).toISOString().slice(0, 10);
  return { ...company, planUntil, formerCodes: [], formerRulings: [], revision: 1 };
}

function personOf({ id, name, email, company, account, level = 'basic' }: CastPerson, now: number): Person {
  const begun = {
    ...({ status: 'active', passwordVersion: 1, revision: 1, invitedBy: 'operator' } as const),
    ...{ id: accountIdOf(id), name, email, invitedAt: now, activatedAt: now },
  };
  if (account === 'staff' || company === undefined) return { ...begun, staff: true };
  return { ...begun, staff: false, companyId: company, level, newsletters: true };
}

/**
 * Who does nothing and only looks at pages in the end: somebody of each level, in each company if there are two. A cast
 * that is made smaller keeps them.
 */
export function onlookersOf({ companies }: Cast): CastPerson[] {
  const looking = [
    ['Una Reed', 'basic'],
    ['Vic Hale', 'manager'],
    ['Wim Dorn', 'primary'],
  ] as const;
  return looking.flatMap(([name, level], index) => {
    const company = companies[index % companies.length]?.id;
    if (company === undefined) return [];
    const email = `${name.toLowerCase().replace(' ', '.')}@people.example`;
    return [{ id: `look${index}`, name, email, company, level, account: 'member', signsIn: true }];
  });
}

export const accountIdOf = (id: string): string => `per_${id.padStart(26, '0')}`;

const TOKEN_MS = 30 * 60_000;

/** Somebody with an ID token, renewed as the clock moves on: one of our staff unless it is said whose account. */
export class Session {
  readonly #cloud: Cloud;
  readonly #account: string;
  readonly #client: CognitoIdentityProviderClient;
  #token: { readonly value: string; readonly until: number } | undefined;

  constructor(cloud: Cloud, account = accountIdOf('staff')) {
    this.#cloud = cloud;
    this.#account = account;
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
        AuthParameters: { USERNAME: this.#account, PASSWORD: demoPassword },
      }),
    );
    const token = AuthenticationResult?.IdToken;
    if (token === undefined) throw new Error(`${this.#account} could not sign in`);
    return token;
  }
}
