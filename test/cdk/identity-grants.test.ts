import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { ShowupFunction } from '../../cdk/function.ts';
import { Identity } from '../../cdk/identity.ts';
import { stageNamed } from '../../cdk/stage.ts';
import { permissionsIn } from './permissions-in.ts';
import { ofType, short } from './template.ts';

/** What a function may do with the pool, and what it is told, after it was given what `give` gives. */
function given(give: (identity: Identity, user: ShowupFunction) => void) {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'stack');
  const stage = stageNamed('dev');
  const user = new ShowupFunction(stack, 'Pages', {
    stage,
    name: 'pages',
    does: 'Shows pages',
    timeout: Duration.seconds(1),
  });
  give(new Identity(stack, 'Identity', { stage }), user);
  const template = Template.fromStack(stack);
  const [lambda] = Object.values(ofType(template, 'AWS::Lambda::Function'));
  const { Variables } = (short(lambda?.Properties['Environment']) ?? {}) as { Variables?: object };
  const permissions = permissionsIn(template, 'PagesRole').filter((line) => !line.includes(' logs:'));
  return { told: Variables, permissions };
}

const told = { STAGE: 'dev', USER_POOL_ID: 'IdentityPool', USER_POOL_CLIENT_ID: 'IdentityClient' };
const may = (...actions: string[]) =>
  actions.map((action) => `Allow cognito-idp:Admin${action} on IdentityPool.Arn`);

test.each([
  [
    'who only reads tokens may nothing',
    [],
    (identity: Identity, user: ShowupFunction) => identity.letVerify(user),
  ],
  [
    'who signs people in may do that, and renew, by one action',
    may('InitiateAuth'),
    (identity: Identity, user: ShowupFunction) => identity.letSignIn(user),
  ],
  [
    'who sets passwords may make accounts and end sessions, and delete nothing',
    may('AddUserToGroup', 'CreateUser', 'SetUserPassword', 'UserGlobalSignOut'),
    (identity: Identity, user: ShowupFunction) => identity.letSetPasswords(user),
  ],
  [
    'who removes people may end their sessions and delete their accounts, and make none',
    may('DeleteUser', 'UserGlobalSignOut'),
    (identity: Identity, user: ShowupFunction) => identity.letManage(user),
  ],
] as const)('%s', (_, permissions, give) => {
  expect(given(give)).toEqual({ told, permissions });
});
