import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { LinkDeps } from '../../lib/app/deps.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { tooManyTries } from '../../lib/pages/account/said.tsx';
import { type Page, pageResult } from '../../lib/pages/page.tsx';
import type { Said } from '../../lib/pages/problem-page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import { browserForm } from './browser-form.ts';

/** A page with a form, as an answer: with the cookie that the form's token belongs to, and headers of its own. */
export async function formResult(
  deps: LinkDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  page: (csrf: string) => Page,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const { csrf, cookies } = await browserForm(deps, event);
  const result = pageResult(visit, page(csrf));
  return { ...result, headers: { ...result.headers, ...headers }, cookies };
}

/** What is told on top of a form that is shown again, with the answer's status and headers. */
export interface ToldAgain {
  readonly alert: Said;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Of the refusals that a form of signing in can get over; throws the others, and whatever else was thrown. */
export function toldAgain(error: unknown, { language }: Visit): ToldAgain {
  if (!(error instanceof Refusal)) throw error;
  const { status } = refusals[error.code];
  if (error.code === 'forged-request') return { alert: language.account.stale, status, headers: {} };
  if (error.code !== 'too-many-requests') throw error;
  const retryAfter = Number(error.facts['retryAfter']);
  const alert = tooManyTries(language, retryAfter);
  return { alert, status, headers: { 'retry-after': String(retryAfter) } };
}
