import { setTimeout as wait } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { countTry } from '../../lib/app/people/few-tries.ts';
import { requestPasswordLink } from '../../lib/app/people/passwords.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { emailProblem } from '../../lib/pages/account/check.ts';
import { type ForgotView, forgotPage, linkSentPage } from '../../lib/pages/account/forgot-page.tsx';
import { forgotForm } from '../../lib/pages/account/forms.ts';
import { onTheWay } from '../../lib/pages/account/own-path.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import { sourceOf } from '../requests/source.ts';
import type { ViewerDeps } from '../requests/viewer.ts';
import { requireBrowserForm } from './browser-form.ts';
import type { OpenHandler } from './handler.ts';
import { formResult, toldAgain } from './shown-again.ts';

/** Longer than the rows of an account take to be written, which is all that tells an address that has one. */
const ANSWERED_AFTER_MS = 600;

export const showForgot: OpenHandler = (deps, event, visit) =>
  visit.query.has('sent') ? pageResult(visit, linkSentPage(visit)) : show(deps, event, visit, {});

/** Answers every address in the same words, and in the same time. */
export const askPasswordLink: OpenHandler = async (deps, event, visit) => {
  const { csrf, email } = readForm(event, forgotForm);
  try {
    await requireBrowserForm(deps, event, csrf);
    const problems = emailProblem(email, visit.language);
    if (problems.size > 0) return await show(deps, event, visit, { email, problems }, 422);
    await countTry(deps, { what: 'password-link', email, source: sourceOf(event) });
  } catch (error) {
    const { status, headers, alert } = toldAgain(error, visit);
    return show(deps, event, visit, { alert }, status, headers);
  }
  await Promise.all([requestPasswordLink(deps.people, email), wait(ANSWERED_AFTER_MS)]);
  return seeOther(visit, onTheWay(visit, '/forgot', { sent: '1' }));
};

function show(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  view: Partial<ForgotView>,
  status?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyStructuredResultV2> {
  return formResult(
    deps,
    event,
    visit,
    (csrf) => forgotPage(visit, { email: '', problems: new Map(), ...view, csrf }, status),
    headers,
  );
}
