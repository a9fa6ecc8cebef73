import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { passwordsOf } from '../lib/adapters/identity-passwords.ts';
import type { Pool } from '../lib/adapters/identity-pool.ts';
import type { Person } from '../lib/domain/people/person.ts';
import { engineCredentials } from './engine/engine-credentials.ts';
import { region } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';

/** With which everybody of the demo can sign in. */
export const demoPassword = 'showup-Demo-1';

/**
 * Gives the demo's people their password, by the calls that the real service takes. Who has one in the stack's user
 * pool already keeps it. Does nothing where the stack has no pool.
 */
export async function givePasswords(
  stack: Stack,
  awsEndpoint: string,
  people: readonly Person[],
): Promise<void> {
  const [pool] = stack.ofType('AWS::Cognito::UserPool');
  const [site] = stack.ofType('AWS::Cognito::UserPoolClient');
  if (pool === undefined || site === undefined) return;
  const client = new CognitoIdentityProviderClient({
    endpoint: awsEndpoint,
    region,
    credentials: engineCredentials,
  });
  const active = people.filter(({ status }) => status === 'active');
  try {
    const accounts = { client, userPoolId: pool.ref, clientId: site.ref };
    await Promise.all(active.map((person) => givePassword(accounts, person)));
  } finally {
    client.destroy();
  }
}

async function givePassword(pool: Pool, { id, email, staff }: Person): Promise<void> {
  if (await hasPassword(pool, id)) return;
  await passwordsOf(pool).setPassword({ username: id, email, staff }, demoPassword);
}

async function hasPassword({ client, userPoolId }: Pool, Username: string): Promise<boolean> {
  try {
    const found = await client.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username }));
    return found.UserStatus === 'CONFIRMED';
  } catch (error) {
    if (error instanceof UserNotFoundException) return false;
    throw error;
  }
}
