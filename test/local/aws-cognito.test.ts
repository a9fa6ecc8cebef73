import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  ForgotPasswordCommand,
  ListUsersCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { allow, clientOf, permissionsOf, StillClock } from './aws-world.ts';
import { HOUR, openCognito, otherClient, people, poolNamed, siteClient, strangers } from './cognito-world.ts';

const SECOND = 1000;
const password = 'correct horse battery';
const UserPoolId = people.id;
const ClientId = siteClient.id;

let clock: StillClock;
let endpoint: AwsEndpoint;
let clients: CognitoIdentityProviderClient[];

const as = (caller: string, config: CognitoIdentityProviderClientConfig = {}) => {
  const client = new CognitoIdentityProviderClient({ ...clientOf(endpoint, caller), ...config });
  clients.push(client);
  return client;
};
const operator = () => as('operator');

const create = (Username: string, more: object = {}) =>
  operator().send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
      ...more,
    }),
  );
const setPassword = (Username: string, Password = password, Permanent = true) =>
  operator().send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent }));
const auth = (AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH', AuthParameters: object) =>
  operator().send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow,
      AuthParameters: { ...AuthParameters },
    }),
  );
const signIn = (USERNAME: string, PASSWORD = password) =>
  auth('ADMIN_USER_PASSWORD_AUTH', { USERNAME, PASSWORD });
const refresh = (REFRESH_TOKEN = '') => auth('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });
const revoke = (Token = '', client = ClientId) =>
  as('nobody').send(new RevokeTokenCommand({ ClientId: client, Token }));

/** Signs in and gives the tokens. */
async function tokensOf(username: string) {
  const { AuthenticationResult } = await signIn(username);
  return AuthenticationResult ?? {};
}

const claims = (token = '') => decomposeUnverifiedJwt(token).payload;

beforeEach(async () => {
  clients = [];
  clock = new StillClock();
  endpoint = await openCognito({ clock });
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await endpoint.close();
});

describe('a user', () => {
  it('is made without an invitation, and is asked for another password until one is set for good', async () => {
    await create('per_ada', { TemporaryPassword: password });
    expect(await signIn('per_ada')).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect((await signIn('per_ada')).AuthenticationResult).toBeUndefined();
    await setPassword('per_ada');
    expect((await signIn('per_ada')).AuthenticationResult?.IdToken).toBeTypeOf('string');
    const user = await operator().send(new AdminGetUserCommand({ UserPoolId, Username: 'per_ada' }));
    expect(user).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: true });
    expect(user.UserCreateDate).toEqual(new Date(clock.now()));
    expect(user.UserAttributes).toContainEqual({ Name: 'email', Value: 'ada@example.com' });
  });

  it('is made once, and is not there after it was deleted', async () => {
    await create('per_ada');
    await expect(create('per_ada')).rejects.toMatchObject({ name: 'UsernameExistsException' });
    const gone = { UserPoolId, Username: 'per_ada' };
    await operator().send(new AdminDeleteUserCommand(gone));
    const calls = [
      operator().send(new AdminDeleteUserCommand(gone)),
      operator().send(new AdminGetUserCommand(gone)),
      operator().send(new AdminUserGlobalSignOutCommand(gone)),
      operator().send(new AdminAddUserToGroupCommand({ ...gone, GroupName: 'staff' })),
      setPassword('per_ada'),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });

  it('is never invited by mail: a call that would is refused', async () => {
    await expect(create('per_ada', { MessageAction: undefined })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('joins no group that the template does not have', async () => {
    await create('per_ada');
    const join = (GroupName: string) =>
      operator().send(new AdminAddUserToGroupCommand({ UserPoolId, Username: 'per_ada', GroupName }));
    await join('staff');
    await expect(join('owners')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a password', () => {
  beforeEach(() => create('per_ada'));

  it.each([
    ['short', 'InvalidPasswordException', 'Password not long enough'],
    [' starts with a space', 'InvalidParameterException', 'regular expression'],
    ['ends with a space ', 'InvalidParameterException', 'regular expression'],
    ['x'.repeat(257), 'InvalidParameterException', 'regular expression'],
  ])('%j is refused', async (refused, name, words) => {
    await expect(setPassword('per_ada', refused)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(words),
    });
  });

  it('has what the pool of the template asks for', async () => {
    const strict = poolNamed(UserPoolId, {
      passwordPolicy: { minimumLength: 8, lowercase: true, uppercase: true, numbers: true, symbols: true },
    });
    await endpoint.close();
    endpoint = await openCognito({ clock, pools: [strict] });
    await create('per_ada');
    const lacking = { ABCDEFG1: 'lowercase', abcdefg1: 'uppercase', Abcdefgh: 'numeric', Abcdefg1: 'symbol' };
    for (const [refused, kind] of Object.entries(lacking)) {
      await expect(setPassword('per_ada', refused)).rejects.toMatchObject({
        name: 'InvalidPasswordException',
        message: `Password did not conform with policy: Password must have ${kind} characters`,
      });
    }
    await setPassword('per_ada', 'Abcdefg1!');
  });

  it('that is wrong is told in the same words as a name that there is not', async () => {
    await setPassword('per_ada');
    const refusal = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    await expect(signIn('per_ada', 'wrong')).rejects.toMatchObject(refusal);
    await expect(signIn('per_nobody')).rejects.toMatchObject(refusal);
  });

  it('is told apart from a name that there is not where the client allows it', async () => {
    await endpoint.close();
    const clients = [{ ...siteClient, hidesUnknown: false }];
    endpoint = await openCognito({ clock, pools: [poolNamed(UserPoolId, { clients })] });
    await expect(signIn('per_nobody')).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });
});

describe('the lock-out', () => {
  const lockedOut = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
  const wrong = { message: 'Incorrect username or password.' };

  beforeEach(async () => {
    await create('per_ada');
    await setPassword('per_ada');
    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(signIn('per_ada', 'wrong')).rejects.toMatchObject(wrong);
    }
  });

  it('begins with the fifth failure, holds off the right password too, and lasts a second', async () => {
    clock.instant += SECOND - 1;
    await expect(signIn('per_ada')).rejects.toMatchObject(lockedOut);
    clock.instant += 1;
    await signIn('per_ada');
  });

  it('doubles with each further failure, up to 15 minutes, and is not made longer by tries within', async () => {
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      clock.instant += seconds * SECOND - 1;
      await expect(signIn('per_ada')).rejects.toMatchObject(lockedOut);
      clock.instant += 1;
      await expect(signIn('per_ada', 'wrong')).rejects.toMatchObject(wrong);
    }
  });

  it.each(['the right password', '15 minutes without a try'])('is forgotten with %s', async (way) => {
    clock.instant += way === 'the right password' ? SECOND : 900 * SECOND;
    if (way === 'the right password') await signIn('per_ada');
    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(signIn('per_ada', 'wrong')).rejects.toMatchObject(wrong);
    }
    await expect(signIn('per_ada')).rejects.toMatchObject(lockedOut);
  });
});

describe('tokens', () => {
  beforeEach(async () => {
    await create('per_ada');
    await setPassword('per_ada');
  });

  it('are made by the clock of the cloud and say what those of Cognito say', async () => {
    const { IdToken, AccessToken, ExpiresIn, TokenType } = await tokensOf('per_ada');
    const at = clock.now() / SECOND;
    const iss = `https://cognito-idp.us-east-1.amazonaws.com/${UserPoolId}`;
    const id = claims(IdToken);
    const common = { iss, iat: at, auth_time: at, exp: at + 3600, sub: id.sub, origin_jti: id['origin_jti'] };
    expect(id).toMatchObject({
      ...common,
      aud: ClientId,
      token_use: 'id',
      'cognito:username': 'per_ada',
      email: 'ada@example.com',
    });
    expect(claims(AccessToken)).toMatchObject({
      ...common,
      client_id: ClientId,
      token_use: 'access',
      username: 'per_ada',
    });
    expect({ ExpiresIn, TokenType }).toEqual({ ExpiresIn: 3600, TokenType: 'Bearer' });
  });

  it('are renewed within the session: its sign-in stays, everything else is new', async () => {
    const first = await tokensOf('per_ada');
    clock.instant += HOUR;
    const { AuthenticationResult: second = {} } = await refresh(first.RefreshToken);
    expect(second.RefreshToken).toBeUndefined();
    const [before, after] = [claims(first.IdToken), claims(second.IdToken)];
    for (const same of ['origin_jti', 'auth_time', 'sub']) expect(after[same]).toBe(before[same]);
    expect(after.iat).toBe(clock.now() / SECOND);
    expect(after.jti).not.toBe(before.jti);
  });

  it('are not renewed after 12 hours by that clock, nor for a text that is no token', async () => {
    const { RefreshToken } = await tokensOf('per_ada');
    clock.instant += 12 * HOUR - 1;
    await refresh(RefreshToken);
    clock.instant += 1;
    await expect(refresh(RefreshToken)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Refresh Token has expired',
    });
    await expect(refresh('made-up')).rejects.toMatchObject({ message: 'Invalid Refresh Token' });
  });

  it('are not renewed once revoked, by whoever holds them, unsigned, as often as they like', async () => {
    const [one, other] = [await tokensOf('per_ada'), await tokensOf('per_ada')];
    await revoke(one.RefreshToken);
    await revoke(one.RefreshToken);
    const revoked = { name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' };
    await expect(refresh(one.RefreshToken)).rejects.toMatchObject(revoked);
    await refresh(other.RefreshToken);
  });

  it('are revoked by no other client, and no other text is taken for one', async () => {
    const { RefreshToken, AccessToken } = await tokensOf('per_ada');
    const calls = [revoke(RefreshToken, otherClient.id), revoke(AccessToken), revoke('made-up')];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await refresh(RefreshToken);
  });

  it('end for good with all sessions of the user, or with the user', async () => {
    const { RefreshToken } = await tokensOf('per_ada');
    const user = { UserPoolId, Username: 'per_ada' };
    await operator().send(new AdminUserGlobalSignOutCommand(user));
    await expect(refresh(RefreshToken)).rejects.toMatchObject({ message: 'Refresh Token has been revoked' });
    const later = await tokensOf('per_ada');
    await operator().send(new AdminDeleteUserCommand(user));
    await create('per_ada');
    await expect(refresh(later.RefreshToken)).rejects.toMatchObject({ message: 'Invalid Refresh Token' });
  });

  it('are signed by the key of their pool, which anyone may fetch and no other pool has', async () => {
    const keysOf = async (pool: string) => {
      const response = await fetch(`${endpoint.url}/${pool}/.well-known/jwks.json`);
      return ((await response.json()) as { keys: { kid: string }[] }).keys;
    };
    const [own, foreign] = [await keysOf(people.id), await keysOf(strangers.id)];
    const { IdToken = '' } = await tokensOf('per_ada');
    expect(own.map(({ kid }) => kid)).toEqual([decomposeUnverifiedJwt(IdToken).header.kid]);
    expect(own[0]).toMatchObject({ alg: 'RS256', kty: 'RSA', use: 'sig' });
    expect(own[0]).not.toHaveProperty('d');
    expect(foreign[0]?.kid).not.toBe(own[0]?.kid);
  });

  it('are given only by the flows that the client of the template allows', async () => {
    await endpoint.close();
    const clients = [{ ...siteClient, flows: ['ALLOW_REFRESH_TOKEN_AUTH'] }];
    endpoint = await openCognito({ clock, pools: [poolNamed(UserPoolId, { clients })] });
    await expect(signIn('per_ada')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Auth flow not enabled for this client',
    });
  });
});

describe('what the local pool does not do', () => {
  it('is refused by name: operations, members and pools', async () => {
    const list = operator().send(new ListUsersCommand({ UserPoolId }));
    await expect(list).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListUsers'),
    });
    await expect(create('per_ada', { ForceAliasCreation: true })).rejects.toMatchObject({
      message: expect.stringContaining('ForceAliasCreation'),
    });
    await expect(create('per_ada', { UserPoolId: 'us-east-1_Nothing' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'User pool us-east-1_Nothing does not exist.',
    });
  });

  it('is done for nobody who does not sign', async () => {
    const forgot = as('nobody').send(new ForgotPasswordCommand({ ClientId, Username: 'per_ada' }));
    await expect(forgot).rejects.toMatchObject({ name: 'MissingAuthenticationToken' });
  });
});

it('a function may do with the pool what its role allows, and with no other pool', async () => {
  await endpoint.close();
  const permissions = permissionsOf({ Pages: [allow('cognito-idp:AdminGetUser', people.arn)] });
  endpoint = await openCognito({ clock, permissions });
  await create('per_ada');
  const pages = as('Pages');
  await pages.send(new AdminGetUserCommand({ UserPoolId, Username: 'per_ada' }));
  const denied = { name: 'AccessDeniedException' };
  const elsewhere = new AdminGetUserCommand({ UserPoolId: strangers.id, Username: 'per_ada' });
  await expect(pages.send(elsewhere)).rejects.toMatchObject(denied);
  const remove = new AdminDeleteUserCommand({ UserPoolId, Username: 'per_ada' });
  await expect(pages.send(remove)).rejects.toMatchObject(denied);
});

it('accounts, sessions and keys outlive a restart in a file that only its owner can read, passwords only as hashes', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'showup-pools-'));
  try {
    const file = join(directory, 'kept', 'user-pools.json');
    await endpoint.close();
    endpoint = await openCognito({ clock, file });
    await create('per_ada');
    await setPassword('per_ada');
    const before = await tokensOf('per_ada');
    await endpoint.close();
    endpoint = await openCognito({ clock, file });
    const { AuthenticationResult: after } = await refresh(before.RefreshToken);
    expect(decomposeUnverifiedJwt(after?.IdToken ?? '').header.kid).toBe(
      decomposeUnverifiedJwt(before.IdToken ?? '').header.kid,
    );
    await signIn('per_ada');
    expect(statSync(file).mode & 0o077).toBe(0);
    const kept = readFileSync(file, 'utf8');
    for (const secret of [password, before.RefreshToken ?? '']) expect(kept).not.toContain(secret);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
