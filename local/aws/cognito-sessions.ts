import { randomUUID } from 'node:crypto';
import { invalidParameter, notAuthorized, notFound, userNotFound } from './cognito-errors.ts';
import type { LockOut } from './cognito-lock-out.ts';
import { isPassword } from './cognito-password.ts';
import type { ClientInput, PoolInput } from './cognito-pool.ts';
import type { CognitoRequest } from './cognito-request.ts';
import type { PoolState, User } from './cognito-state.ts';
import { beginSession, type Grant, hashToken, tokensOf } from './cognito-tokens.ts';

/** A call about sessions of one client of a pool. */
export interface SessionCall {
  readonly request: CognitoRequest;
  readonly issuer: string;
  readonly pool: PoolInput;
  readonly state: PoolState;
  readonly lockOut: LockOut;
  readonly now: number;
}

type Flow = (
  call: SessionCall,
  client: ClientInput,
  parameters: Readonly<Record<string, string>>,
) => Promise<unknown>;

const flows: Readonly<Record<string, { readonly allowedBy: string; readonly flow: Flow }>> = {
  ADMIN_USER_PASSWORD_AUTH: { allowedBy: 'ALLOW_ADMIN_USER_PASSWORD_AUTH', flow: signIn },
  REFRESH_TOKEN_AUTH: { allowedBy: 'ALLOW_REFRESH_TOKEN_AUTH', flow: refresh },
  REFRESH_TOKEN: { allowedBy: 'ALLOW_REFRESH_TOKEN_AUTH', flow: refresh },
};

/** AdminInitiateAuth: signing in by name and password, and new tokens for a refresh token. */
export async function initiateAuth(call: SessionCall): Promise<unknown> {
  const client = clientOf(call);
  const asked = call.request.text('AuthFlow');
  const known = Object.hasOwn(flows, asked) ? flows[asked] : undefined;
  if (known === undefined) throw invalidParameter(`AuthFlow: the local cloud does not know ${asked}`);
  if (!client.flows.includes(known.allowedBy)) {
    throw invalidParameter('Auth flow not enabled for this client');
  }
  return known.flow(call, client, call.request.texts('AuthParameters'));
}

/** RevokeToken: the session of a refresh token is over. That it is refused for other texts by this name is a guess. */
export function revokeToken(call: SessionCall): void {
  const client = clientOf(call);
  const session = call.state.sessions.get(hashToken(call.request.text('Token')));
  if (session === undefined || session.clientId !== client.id) throw invalidParameter('Invalid token');
  call.state.sessions.set(session.tokenHash, { ...session, revoked: true });
}

async function signIn(
  call: SessionCall,
  client: ClientInput,
  { USERNAME: username = '', PASSWORD: password = '' }: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { state, lockOut, now } = call;
  if (username === '') throw invalidParameter('Missing required parameter USERNAME');
  if (password === '') throw invalidParameter('Missing required parameter PASSWORD');
  const user = state.users.get(username);
  if (user === undefined && !client.hidesUnknown) throw userNotFound();
  if (lockOut.isLocked(username, now)) throw notAuthorized('Password attempts exceeded');
  const fits = await isPassword(password, user?.password);
  if (user === undefined || !fits) {
    // That names which there are not are never locked is a guess, and the harder case for who must not tell them apart.
    if (user !== undefined) lockOut.fail(username, now);
    throw notAuthorized('Incorrect username or password.');
  }
  lockOut.forget(username);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return passwordChallenge(user);
  const { session, token } = beginSession(grantOf(call, client, user));
  const tokens = await tokensOf(grantOf(call, client, user), session);
  return { AuthenticationResult: { ...tokens, RefreshToken: token }, ChallengeParameters: {} };
}

async function refresh(
  call: SessionCall,
  client: ClientInput,
  { REFRESH_TOKEN: token = '' }: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { state, now } = call;
  if (token === '') throw invalidParameter('Missing required parameter REFRESH_TOKEN');
  const session = state.sessions.get(hashToken(token));
  const user = session && state.users.get(session.username);
  if (user === undefined || session?.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
  if (session.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (now >= session.expiresAt) throw notAuthorized('Refresh Token has expired');
  return {
    AuthenticationResult: await tokensOf(grantOf(call, client, user), session),
    ChallengeParameters: {},
  };
}

/** Nothing here answers the challenge: a password that is set for good does away with it. */
function passwordChallenge(user: User): unknown {
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(user.attributes),
    },
    Session: randomUUID(),
  };
}

function grantOf({ issuer, state, now }: SessionCall, client: ClientInput, user: User): Grant {
  return { issuer, state, client, user, now };
}

function clientOf({ pool, request }: SessionCall): ClientInput {
  const id = request.text('ClientId');
  const client = pool.clients.find((candidate) => candidate.id === id);
  if (client === undefined) throw notFound(`User pool client ${id} does not exist.`);
  return client;
}
