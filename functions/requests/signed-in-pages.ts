import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../../lib/domain/refusal.ts';
import { noSessionCookies, readSessionCookies } from '../../lib/http/session-cookies.ts';
import { pathToSignIn } from '../../lib/pages/account/own-path.ts';
import { seeOther } from '../../lib/pages/page.tsx';
import type { Way } from '../../lib/pages/problem-page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import { problemPage } from '../pages/problem-page.ts';

/** The pages of a function that only people who are signed in see. */
export interface SignedInPages {
  /** Whether there is a page, or call, with this route key. */
  has(routeKey: string): boolean;
  /** Path of the page to go on to where the one that was wanted can't be asked for again. */
  readonly front: string;
  /** Where whoever is allowed here is sent from a page of a problem; to the booking page without. */
  readonly way?: (visit: Visit) => Promise<Way>;
}

/** What a handler throws, as a page; whoever isn't signed in yet is sent to do so. */
export async function signInOrProblem(
  pages: SignedInPages,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  error: unknown,
): Promise<APIGatewayProxyStructuredResultV2> {
  const code = error instanceof Refusal ? error.code : undefined;
  if (code === 'not-signed-in') return toSignIn(pages, event, visit);
  const way = code === 'not-allowed' ? undefined : await pages.way?.(visit);
  return problemPage(event, visit, error, way);
}

/** What a browser still holds of a session that is over is of no use any more. */
function toSignIn(pages: SignedInPages, event: APIGatewayProxyEventV2, visit: Visit) {
  const result = seeOther(visit, pathToSignIn(visit, pathBefore(pages, event)));
  return readSessionCookies(event).refreshToken === '' ? result : { ...result, cookies: noSessionCookies() };
}

/** The page that somebody was on, or wanted: a change that was not made isn't made after signing in either. */
function pathBefore(
  { has, front }: SignedInPages,
  { routeKey, rawPath, rawQueryString }: APIGatewayProxyEventV2,
): string {
  const path = has(routeKey.replace(/^\w+/u, 'GET')) ? rawPath : front;
  return rawQueryString === '' ? path : `${path}?${rawQueryString}`;
}
