import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ClientInput } from './cognito-pool.ts';
import type { PoolState, Session, User } from './cognito-state.ts';

/** Who gets tokens, from which pool, and when (ms). */
export interface Grant {
  readonly issuer: string;
  readonly state: PoolState;
  readonly client: ClientInput;
  readonly user: User;
  readonly now: number;
}

/** Begins a session and gives its refresh token: to us as opaque as Cognito's, which are encrypted. */
export function beginSession({ state, client, user, now }: Grant): { session: Session; token: string } {
  const token = randomBytes(48).toString('base64url');
  const session = {
    tokenHash: hashToken(token),
    username: user.username,
    clientId: client.id,
    originJti: randomUUID(),
    signedIn: now,
    expiresAt: now + client.validity.refresh,
    revoked: false,
  };
  state.sessions.set(session.tokenHash, session);
  return { session, token };
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64');

/** A fresh ID and access token of a session, as Cognito answers them. */
export async function tokensOf({ issuer, state, client, user, now }: Grant, session: Session) {
  const key = await state.key();
  const groups = user.groups.length > 0 ? { 'cognito:groups': user.groups } : {};
  const common = {
    sub: user.sub,
    ...groups,
    iss: issuer,
    origin_jti: session.originJti,
    event_id: randomUUID(),
    auth_time: seconds(session.signedIn),
    iat: seconds(now),
  };
  const { email, email_verified: verified } = user.attributes;
  const idToken = key.sign({
    ...common,
    ...(email === undefined ? {} : { email, email_verified: verified === 'true' }),
    'cognito:username': user.username,
    aud: client.id,
    token_use: 'id',
    exp: seconds(now + client.validity.id),
    jti: randomUUID(),
  });
  const accessToken = key.sign({
    ...common,
    client_id: client.id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    exp: seconds(now + client.validity.access),
    jti: randomUUID(),
    username: user.username,
  });
  return {
    AccessToken: accessToken,
    ExpiresIn: seconds(client.validity.access),
    IdToken: idToken,
    TokenType: 'Bearer',
  };
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
