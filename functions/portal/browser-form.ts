import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { csrfToken, forgedRequest, requireToken } from '../../lib/app/csrf.ts';
import type { LinkDeps } from '../../lib/app/deps.ts';
import { clearCookie, readCookie, setCookie } from '../../lib/http/cookies.ts';
import { isFromOwnOrigin } from '../../lib/http/own-origin.ts';

const COOKIE = '__Host-browser';

/** What a form needs that is shown to somebody without a session. */
export interface BrowserForm {
  /** Goes into the form, and fits the browser's cookie alone. */
  readonly csrf: string;
  /** Set-Cookie values to be sent with the page; none where the browser has its cookie. */
  readonly cookies: string[];
}

export async function browserForm(deps: LinkDeps, event: APIGatewayProxyEventV2): Promise<BrowserForm> {
  const known = browserOf(event);
  const id = known || randomBytes(16).toString('base64url');
  return { csrf: await csrfToken(deps, 'browser', id), cookies: known ? [] : [setCookie(COOKIE, id)] };
}

/** Throws `forged-request` for a form that wasn't shown to this browser by a page of ours. */
export async function requireBrowserForm(
  deps: LinkDeps,
  event: APIGatewayProxyEventV2,
  csrf: string,
): Promise<void> {
  if (!isFromOwnOrigin(event, deps.siteUrl)) throw forgedRequest();
  await requireToken(deps, 'browser', browserOf(event), csrf);
}

/** Set-Cookie values after which the browser is another one, as it should be once somebody has signed in. */
export function noBrowserCookies(): string[] {
  return [clearCookie(COOKIE)];
}

/** Empty where the cookie is missing, or not as we make it. */
function browserOf(event: APIGatewayProxyEventV2): string {
  const id = readCookie(event, COOKIE) ?? '';
  return /^[\w-]{22}$/u.test(id) ? id : '';
}
