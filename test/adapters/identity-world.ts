import { type CognitoIdentity, cognitoIdentity } from '../../lib/adapters/cognito-identity.ts';
import type { Account, Identity } from '../../lib/app/identity.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import type { Permissions } from '../../local/aws/permissions.ts';
import { clientOf } from '../local/aws-world.ts';
import { people, siteClient } from '../local/cognito-world.ts';

export const password = 'correct horse battery';
export const ada: Account = { username: 'per_ada', email: 'ada@example.com' };

/** The port as one function has it, of the pool of people unless told otherwise. */
export function identityOf(
  endpoint: AwsEndpoint,
  caller = 'operator',
  over: Partial<CognitoIdentity> = {},
): Identity {
  return cognitoIdentity({
    userPoolId: people.id,
    clientId: siteClient.id,
    endpoint: endpoint.url,
    client: clientOf(endpoint, caller),
    ...over,
  });
}

/** What a call fails with; undefined where it doesn't. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Grants that no call has used, as `owner action`. */
export const unusedIn = (permissions: Permissions): readonly string[] =>
  permissions.unused().map(({ owner, action }) => `${owner} ${action}`);
