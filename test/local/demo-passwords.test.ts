import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../lib/app/identity.ts';
import type { Person } from '../../lib/domain/people/person.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { demoPassword, givePasswords } from '../../local/demo-passwords.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import { userPoolsOf } from '../../local/user-pools.ts';
import { identityOf } from '../adapters/identity-world.ts';
import { NOW } from '../world.ts';
import { openCognito } from './cognito-world.ts';

const stackOf = (Resources: Parameters<typeof resolveTemplate>[0]['Resources']) =>
  resolveTemplate({ Resources }, 'stack', 'http://127.0.0.1:1');

const stack = stackOf({
  Pool: {
    Type: 'AWS::Cognito::UserPool',
    Properties: {
      UsernameConfiguration: { CaseSensitive: true },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    },
  },
  Client: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
  },
  Staff: {
    Type: 'AWS::Cognito::UserPoolGroup',
    Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'staff' },
  },
});

const begun = { passwordVersion: 1, revision: 1, invitedAt: NOW, invitedBy: 'operator' } as const;
const ada: Person = {
  ...{ id: 'per_ada', name: 'Ada', email: 'ada@example.com', status: 'active', ...begun },
  ...{ staff: false, companyId: 'crates', level: 'basic', newsletters: true },
};
const sam: Person = {
  ...{ id: 'per_sam', name: 'Sam', email: 'sam@example.com', status: 'active', ...begun, staff: true },
};

let endpoint: AwsEndpoint;
let identity: Identity;
beforeEach(async () => {
  const pools = userPoolsOf(stack);
  endpoint = await openCognito({ clock: { now: () => Date.now() }, pools });
  const [pool] = pools;
  identity = identityOf(endpoint, 'operator', {
    userPoolId: pool?.id ?? '',
    clientId: pool?.clients[0]?.id ?? '',
  });
});
afterEach(() => endpoint.close());

const give = (...people: Person[]) => givePasswords(stack, endpoint.url, people);

describe('the people of the demo', () => {
  it('can sign in, and staff are in their group', async () => {
    await give(ada, sam);
    const staff = async (name: string) => {
      const tokens = await identity.signIn(name, demoPassword);
      return (await identity.verify(tokens?.idToken ?? ''))?.staff;
    };
    expect([await staff(ada.id), await staff(sam.id)]).toEqual([false, true]);
  });

  it('keep the password that they have set, and stay signed in, when the cloud starts again', async () => {
    await give(ada);
    await identity.setPassword({ username: ada.id, email: ada.email }, 'another one of hers');
    const tokens = await identity.signIn(ada.id, 'another one of hers');
    await give(ada);
    expect(await identity.signIn(ada.id, demoPassword)).toBeUndefined();
    expect(await identity.refresh(ada.id, tokens?.refreshToken ?? '')).toBeDefined();
  });

  it('get none once they were removed', async () => {
    await give({ ...ada, status: 'removed' });
    expect(await identity.signIn(ada.id, demoPassword)).toBeUndefined();
  });

  it('need a pool to get one: a stack without is left alone', async () => {
    await givePasswords(stackOf({}), 'http://127.0.0.1:1', [ada]);
    expect(await identity.signIn(ada.id, demoPassword)).toBeUndefined();
  });
});
