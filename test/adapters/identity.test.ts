import { inspect } from 'node:util';
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeIdentity } from '../../lib/adapters/identity.ts';
import { type Identity, PasswordRefused, TooManyTries } from '../../lib/app/identity.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { AwsError } from '../../local/aws/wire.ts';
import { allow, clientOf, openEndpoint, permissionsOf } from '../local/aws-world.ts';
import { HOUR, openCognito, otherClient, people, poolNamed, siteClient } from '../local/cognito-world.ts';
import { FailingAws } from './failing-aws.ts';
import { ada, failureOf, identityOf, password, unusedIn } from './identity-world.ts';

const SECOND = 1000;
const start = Date.parse('2026-11-23T15:00:00Z');
const admin = (...actions: string[]) =>
  allow(
    actions.map((action) => `cognito-idp:Admin${action}`),
    people.arn,
  );

const permissions = permissionsOf({
  Door: [admin('InitiateAuth')],
  Passwords: [admin('SetUserPassword', 'CreateUser', 'AddUserToGroup', 'UserGlobalSignOut')],
  Removal: [admin('UserGlobalSignOut', 'DeleteUser')],
  Nothing: [],
});

let endpoint: AwsEndpoint;
let door: Identity;
let passwords: Identity;
let removal: Identity;

const direct = () => new CognitoIdentityProviderClient(clientOf(endpoint));
const isThere = async (Username: string): Promise<boolean> => {
  const asking = direct().send(new AdminGetUserCommand({ UserPoolId: people.id, Username }));
  return (await failureOf(asking)) === undefined;
};
const signedIn = async (username = ada.username) => {
  const tokens = await door.signIn(username, password);
  if (tokens === undefined) throw new Error(`${username} can't sign in`);
  return tokens;
};
const advance = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  // The date of the process is the dial, as it is in the workers of the local cloud.
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  endpoint = await openCognito({ clock: { now: () => Date.now() }, permissions });
  door = identityOf(endpoint, 'Door');
  passwords = identityOf(endpoint, 'Passwords');
  removal = identityOf(endpoint, 'Removal');
});
afterEach(async () => {
  vi.useRealTimers();
  await endpoint.close();
});

describe('the first password', () => {
  it('makes the account: before it there is none, and nobody signs in', async () => {
    expect(await isThere(ada.username)).toBe(false);
    expect(await door.signIn(ada.username, password)).toBeUndefined();
    await passwords.setPassword(ada, password);
    expect(await isThere(ada.username)).toBe(true);
    expect(await door.verify((await signedIn()).idToken)).toMatchObject({ username: ada.username });
  });

  it.each([
    ['eleven char', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['a space at the end ', 'space-at-an-end'],
    ['\ta tab at the start', 'space-at-an-end'],
  ] as const)('%j is refused by name, and leaves no account', async (refused, reason) => {
    const failure = await failureOf(passwords.setPassword(ada, refused));
    expect(failure).toBeInstanceOf(PasswordRefused);
    expect(failure).toMatchObject({ reason });
    expect(await isThere(ada.username)).toBe(false);
  });

  it.each(['twelve chars', '密码很长的一句话十二字符', 'with a space in it', 'x'.repeat(256)])(
    '%j will do',
    async (taken) => {
      await passwords.setPassword(ada, taken);
      expect(await door.signIn(ada.username, taken)).toBeDefined();
    },
  );

  it('that the pool refuses for a reason of its own leaves no account either', async () => {
    await endpoint.close();
    const strict = { ...people.passwordPolicy, symbols: true };
    const pools = [poolNamed(people.id, { passwordPolicy: strict })];
    endpoint = await openCognito({ clock: { now: () => Date.now() }, pools, permissions });
    passwords = identityOf(endpoint, 'Passwords');
    const failure = await failureOf(passwords.setPassword(ada, 'twelvechars0'));
    expect(failure).toMatchObject({ reason: 'not-taken' });
    expect(await isThere(ada.username)).toBe(false);
  });

  it('sent twice at once makes one account', async () => {
    await Promise.all([passwords.setPassword(ada, password), passwords.setPassword(ada, password)]);
    await signedIn();
  });

  it('can be set after an attempt that was cut short, which let nobody in', async () => {
    const half = { UserPoolId: people.id, Username: ada.username, TemporaryPassword: password };
    await direct().send(new AdminCreateUserCommand({ ...half, MessageAction: 'SUPPRESS' }));
    expect(await door.signIn(ada.username, password)).toBeUndefined();
    await passwords.setPassword(ada, password);
    await signedIn();
  });

  it('makes staff of staff alone, and they stay so with another password', async () => {
    await passwords.setPassword(ada, password);
    await passwords.setPassword({ username: 'per_bo', email: 'bo@example.com', staff: true }, password);
    const isStaff = async (name: string) => (await door.verify((await signedIn(name)).idToken))?.staff;
    expect([await isStaff('per_ada'), await isStaff('per_bo')]).toEqual([false, true]);
    await passwords.setPassword({ username: 'per_bo', email: 'bo@example.com' }, password);
    expect(await isStaff('per_bo')).toBe(true);
  });
});

describe('another password', () => {
  it('replaces the first, and ends every session that there was', async () => {
    await passwords.setPassword(ada, password);
    const { refreshToken } = await signedIn();
    await passwords.setPassword(ada, 'battery horse correct');
    expect(await door.signIn(ada.username, password)).toBeUndefined();
    expect(await door.refresh(ada.username, refreshToken)).toBeUndefined();
    expect(await door.signIn(ada.username, 'battery horse correct')).toBeDefined();
  });
});

describe('signing in', () => {
  beforeEach(() => passwords.setPassword(ada, password));

  it.each([
    ['per_ada', 'wrong'],
    ['per_ada', ''],
    ['per_nobody', password],
    ['', password],
    ['PER_ADA', password],
  ])('as %j with %j gives nothing', async (username, tried) => {
    expect(await door.signIn(username, tried)).toBeUndefined();
  });

  it('is refused after five wrong passwords, the right one too, until a second has passed', async () => {
    for (let failure = 1; failure <= 5; failure += 1) {
      expect(await door.signIn(ada.username, 'wrong')).toBeUndefined();
    }
    expect(await failureOf(door.signIn(ada.username, password))).toBeInstanceOf(TooManyTries);
    advance(SECOND);
    await signedIn();
  });

  it('gives tokens for an hour, which verify as long and no longer', async () => {
    const { idToken, expiresAt } = await signedIn();
    expect(expiresAt).toBe(start + HOUR);
    const verified = { username: ada.username, staff: false, session: expect.any(String), expiresAt };
    advance(HOUR - SECOND);
    expect(await door.verify(idToken)).toEqual(verified);
    advance(2 * SECOND);
    expect(await door.verify(idToken)).toBeUndefined();
  });
});

describe('a session', () => {
  beforeEach(() => passwords.setPassword(ada, password));

  it('goes on with new tokens for 12 hours, and stays the same one', async () => {
    const { refreshToken, idToken } = await signedIn();
    const first = await door.verify(idToken);
    advance(11 * HOUR);
    const renewed = await door.refresh(ada.username, refreshToken);
    expect(renewed).toMatchObject({ refreshToken, expiresAt: start + 12 * HOUR });
    const second = await door.verify(renewed?.idToken ?? '');
    expect(second?.session).toBe(first?.session);
    advance(HOUR);
    expect(await door.refresh(ada.username, refreshToken)).toBeUndefined();
  });

  it('is another one with each sign-in', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const sessions = await Promise.all([one, other].map(({ idToken }) => door.verify(idToken)));
    expect(sessions[0]?.session).not.toBe(sessions[1]?.session);
  });

  it('ends alone when somebody signs out, and they may do so again', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    await door.signOut(one.refreshToken);
    await door.signOut(one.refreshToken);
    expect(await door.refresh(ada.username, one.refreshToken)).toBeUndefined();
    expect(await door.refresh(ada.username, other.refreshToken)).toBeDefined();
  });

  it('is nobody else’s: a refresh token under another name gives nothing', async () => {
    await passwords.setPassword({ username: 'per_bo', email: 'bo@example.com' }, password);
    const { refreshToken } = await signedIn('per_bo');
    expect(await door.refresh(ada.username, refreshToken)).toBeUndefined();
    expect(await door.refresh('per_bo', refreshToken)).toBeDefined();
  });

  it.each(['', 'made-up'])('is not begun or ended by the text %j', async (text) => {
    expect(await door.refresh(ada.username, text)).toBeUndefined();
    await door.signOut(text);
  });

  it('is over when the person is removed, and so is the account; removing it again is no error', async () => {
    const { refreshToken } = await signedIn();
    await removal.remove(ada.username);
    await removal.remove(ada.username);
    expect(await isThere(ada.username)).toBe(false);
    expect(await door.signIn(ada.username, password)).toBeUndefined();
    expect(await door.refresh(ada.username, refreshToken)).toBeUndefined();
    await passwords.setPassword(ada, password);
    expect(await door.refresh(ada.username, refreshToken)).toBeUndefined();
  });
});

describe('permissions', () => {
  it('are what the flows need and not one more', async () => {
    await passwords.setPassword({ ...ada, staff: true }, password);
    await passwords.setPassword(ada, password);
    const { refreshToken } = await signedIn();
    await door.refresh(ada.username, refreshToken);
    await door.signOut(refreshToken);
    await removal.remove(ada.username);
    expect(unusedIn(permissions)).toEqual([]);
  });

  it('that are missing are an ordinary error, not a wrong password', async () => {
    const nothing = identityOf(endpoint, 'Nothing');
    const calls = [
      nothing.signIn(ada.username, password),
      nothing.refresh(ada.username, 'token'),
      nothing.setPassword(ada, password),
      nothing.remove(ada.username),
    ];
    for (const call of calls) expect(await failureOf(call)).toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('a failure of the service', () => {
  const failing = new FailingAws('cognito-idp');

  beforeEach(async () => {
    await endpoint.close();
    endpoint = await openEndpoint([failing], permissions);
    door = identityOf(endpoint, 'Door');
    passwords = identityOf(endpoint, 'Passwords');
  });

  it.each([
    ['TooManyRequestsException', 'Rate exceeded'],
    ['InternalErrorException', 'Something went wrong'],
    [
      'NotAuthorizedException',
      `Client ${otherClient.id} is configured with secret but SECRET_HASH was not received`,
    ],
    ['NotAuthorizedException', 'Unable to verify secret hash for client'],
    ['ResourceNotFoundException', 'User pool client does not exist.'],
  ])('is no wrong password: %s, %s', async (name, message) => {
    failing.error = new AwsError(name, message);
    expect(await failureOf(door.signIn(ada.username, password))).toMatchObject({ name, message });
    expect(await failureOf(door.refresh(ada.username, 'token'))).toMatchObject({ name, message });
  });

  it.each(['User is disabled.', 'Temporary password has expired and must be reset by an administrator.'])(
    'is not what it says when somebody may not come in: %s',
    async (message) => {
      failing.error = new AwsError('NotAuthorizedException', message);
      expect(await door.signIn(ada.username, password)).toBeUndefined();
    },
  );

  it('is told without the mail address', async () => {
    failing.error = new AwsError('InvalidParameterException', `Value '${ada.email}' at 'email' is invalid`);
    const failure = await failureOf(passwords.setPassword(ada, password));
    expect(failure).toMatchObject({ message: expect.stringContaining("Value 'the address' at 'email'") });
    expect(inspect(failure, { depth: 9 })).not.toContain(ada.email);
  });
});

it('is set up from the environment, and says what that lacks', () => {
  expect(() => makeIdentity({ USER_POOL_ID: people.id })).toThrow(
    'the environment lacks USER_POOL_CLIENT_ID',
  );
});

it('finds the pool’s keys where the environment says that Cognito is', async () => {
  await passwords.setPassword(ada, password);
  const { idToken } = await signedIn();
  const names = {
    USER_POOL_ID: people.id,
    USER_POOL_CLIENT_ID: siteClient.id,
    AWS_ENDPOINT_URL: endpoint.url,
  };
  const verify = (over: object) => makeIdentity({ ...names, ...over }).verify(idToken);
  expect(await verify({})).toMatchObject({ username: ada.username });
  const gone = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:9' };
  expect(await failureOf(verify(gone))).toBeInstanceOf(Error);
});
