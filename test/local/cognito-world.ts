import { Cognito } from '../../local/aws/cognito.ts';
import type { ClientInput, PoolInput } from '../../local/aws/cognito-pool.ts';
import { type AwsEndpoint, openAwsEndpoint } from '../../local/aws/endpoint.ts';
import type { Permissions } from '../../local/aws/permissions.ts';
import type { Clock } from '../../local/parts.ts';
import { permissionsOf, place } from './aws-world.ts';

export const HOUR = 3_600_000;

/** A client as the stack has it. */
export const siteClient: ClientInput = {
  id: '1example23456789012345678a',
  flows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  validity: { id: HOUR, access: HOUR, refresh: 12 * HOUR },
  hidesUnknown: true,
};

/** Of the same pool, but for somebody else. */
export const otherClient: ClientInput = { ...siteClient, id: '2example23456789012345678b' };

export const poolNamed = (id: string, over: Partial<PoolInput> = {}): PoolInput => ({
  id,
  arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${id}`,
  passwordPolicy: { minimumLength: 12, lowercase: false, uppercase: false, numbers: false, symbols: false },
  clients: [siteClient, otherClient],
  groups: ['staff'],
  ...over,
});

export const people = poolNamed('us-east-1_People001');
export const strangers = poolNamed('us-east-1_Strange02', {
  clients: [{ ...siteClient, id: '3example23456789012345678c' }],
});

export interface CognitoSettings {
  readonly clock: Clock;
  readonly pools?: readonly PoolInput[];
  readonly permissions?: Permissions;
  readonly file?: string;
}

/** Opens an endpoint with the user pools behind it. */
export function openCognito(settings: CognitoSettings): Promise<AwsEndpoint> {
  const { clock, pools = [people, strangers], permissions = permissionsOf({}), file } = settings;
  const cognito = new Cognito({ place, clock, pools, ...(file === undefined ? {} : { file }) });
  const { documents } = cognito;
  return openAwsEndpoint({ account: place.account, services: [cognito], permissions, documents });
}
