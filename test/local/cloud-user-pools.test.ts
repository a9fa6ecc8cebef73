import { expect, it } from 'vitest';
import { resolveTemplate } from '../../local/template/stack.ts';
import { userPoolsOf } from '../../local/user-pools.ts';

const pool = {
  UsernameConfiguration: { CaseSensitive: true },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
};

/** The pools of a template with one pool, one client and one group. */
const poolsWith = (own: object, client: object = {}) =>
  userPoolsOf(
    resolveTemplate(
      {
        Resources: {
          Pool: { Type: 'AWS::Cognito::UserPool', Properties: { ...pool, ...own } },
          Client: {
            Type: 'AWS::Cognito::UserPoolClient',
            Properties: { UserPoolId: { Ref: 'Pool' }, ...client },
          },
          Group: {
            Type: 'AWS::Cognito::UserPoolGroup',
            Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'staff' },
          },
        },
      },
      'stack',
      'http://127.0.0.1:1',
    ),
  );

it('what a template does not say is as in Cognito: 8 characters, an hour, and 30 days', () => {
  expect(poolsWith({})).toMatchObject([
    {
      passwordPolicy: { minimumLength: 8, symbols: false },
      groups: ['staff'],
      clients: [
        { validity: { id: 3_600_000, access: 3_600_000, refresh: 30 * 86_400_000 }, hidesUnknown: false },
      ],
    },
  ]);
});

it.each([
  ['Pool.MfaConfiguration is not known', { MfaConfiguration: 'ON' }, {}],
  ['Pool.LambdaConfig is not known', { LambdaConfig: {} }, {}],
  ['CaseSensitive: the local cloud knows user pools with true only', { UsernameConfiguration: {} }, {}],
  ['AllowAdminCreateUserOnly: the local cloud', { AdminCreateUserConfig: {} }, {}],
  ['Client.GenerateSecret: the local cloud', {}, { GenerateSecret: true }],
  ['Client.EnableTokenRevocation: the local cloud', {}, { EnableTokenRevocation: false }],
  ['Client.RefreshTokenRotation is not known', {}, { RefreshTokenRotation: {} }],
  ['Client.TokenValidityUnits.IdToken', {}, { TokenValidityUnits: { IdToken: 'weeks' } }],
])('a setting that nothing here provides for is refused by name: %s', (words, own, client) => {
  expect(() => poolsWith(own, client)).toThrow(words);
});
