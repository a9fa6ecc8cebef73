import {
  AdminInitiateAuthCommand,
  type AuthenticationResultType,
  type AuthFlowType,
  InvalidParameterException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RevokeTokenCommand,
  UnauthorizedException,
  UnsupportedTokenTypeException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { type Identity, type Tokens, TooManyTries } from '../app/identity.ts';
import type { Pool } from './identity-pool.ts';

/** The part of identity that begins, renews and ends sessions. */
export function sessionsOf(pool: Pool): Pick<Identity, 'signIn' | 'refresh' | 'signOut'> {
  return {
    async signIn(username, password) {
      if (username === '' || password === '') return undefined;
      const parameters = { USERNAME: username, PASSWORD: password };
      const result = await authenticate(pool, 'ADMIN_USER_PASSWORD_AUTH', parameters);
      // None where the account still has the password that it was made with: its making was cut short.
      return result && tokensOf(result, result.RefreshToken);
    },
    async refresh(username, refreshToken) {
      if (refreshToken === '') return undefined;
      const result = await authenticate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: refreshToken });
      if (result?.IdToken === undefined || usernameIn(result.IdToken) !== username) return undefined;
      return tokensOf(result, refreshToken);
    },
    async signOut(refreshToken) {
      if (refreshToken === '') return;
      try {
        await pool.client.send(new RevokeTokenCommand({ ClientId: pool.clientId, Token: refreshToken }));
      } catch (error) {
        if (!isDeadToken(error)) throw error;
      }
    },
  };
}

async function authenticate(
  { client, userPoolId, clientId }: Pool,
  AuthFlow: AuthFlowType,
  AuthParameters: Readonly<Record<string, string>>,
): Promise<AuthenticationResultType | undefined> {
  try {
    const { AuthenticationResult } = await client.send(
      new AdminInitiateAuthCommand({ UserPoolId: userPoolId, ClientId: clientId, AuthFlow, AuthParameters }),
    );
    return AuthenticationResult;
  } catch (error) {
    if (isLockedOut(error)) throw new TooManyTries('too many wrong passwords for one name');
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** Cognito has no error of its own for it, only these words. */
function isLockedOut(error: unknown): boolean {
  return error instanceof NotAuthorizedException && /attempts exceeded/iu.test(error.message);
}

/** The person's fault, or nobody's. What Cognito says of a client and its secret under the same name is ours. */
function isRefused(error: unknown): boolean {
  if (error instanceof NotAuthorizedException) return !/\bsecret|\bclient\b/iu.test(error.message);
  return error instanceof UserNotFoundException || error instanceof PasswordResetRequiredException;
}

function isDeadToken(error: unknown): boolean {
  return (
    error instanceof InvalidParameterException ||
    error instanceof UnauthorizedException ||
    error instanceof NotAuthorizedException ||
    error instanceof UnsupportedTokenTypeException
  );
}

function tokensOf({ IdToken }: AuthenticationResultType, refreshToken: string | undefined): Tokens {
  if (IdToken === undefined || refreshToken === undefined) throw new Error('Cognito gave no tokens');
  const { exp } = claimsOf(IdToken);
  if (exp === undefined) throw new Error('Cognito gave a token that never expires');
  return { idToken: IdToken, refreshToken, expiresAt: exp * 1000 };
}

const usernameIn = (idToken: string): unknown => claimsOf(idToken)['cognito:username'];

/** Not verified: it comes straight from Cognito. */
const claimsOf = (idToken: string) => decomposeUnverifiedJwt(idToken).payload;
