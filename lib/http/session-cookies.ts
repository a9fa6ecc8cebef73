import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { clearCookie, readCookie, setCookie } from './cookies.ts';

/** The cookie that says who is signed in. */
export const ID_TOKEN_COOKIE = '__Host-id';
const REFRESH = '__Host-refresh';

/** What a browser holds of a session, unverified. */
export interface SessionTokens {
  readonly username: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** The Set-Cookie values that begin or renew a session. It ends with the browser, or when Cognito says so. */
export function sessionCookies({ username, idToken, refreshToken }: SessionTokens): string[] {
  // Whose it is goes with the token that renews: by then there is no ID token left that could be believed.
  return [setCookie(ID_TOKEN_COOKIE, idToken), setCookie(REFRESH, `${username}.${refreshToken}`)];
}

/** The Set-Cookie values after which nothing is left of a session. */
export function noSessionCookies(): string[] {
  return [clearCookie(ID_TOKEN_COOKIE), clearCookie(REFRESH)];
}

/** What the request's cookies say, which is for Cognito to believe; empty texts where they are missing. */
export function readSessionCookies(event: APIGatewayProxyEventV2): SessionTokens {
  const refresh = readCookie(event, REFRESH) ?? '';
  const [username = ''] = refresh.split('.', 1);
  return {
    username,
    idToken: readCookie(event, ID_TOKEN_COOKIE) ?? '',
    refreshToken: refresh.slice(username.length + 1),
  };
}
