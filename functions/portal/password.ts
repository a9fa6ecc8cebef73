import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PasswordRefused } from '../../lib/app/identity.ts';
import { personBehind, setPasswordByLink } from '../../lib/app/people/use-password-link.ts';
import { passwordFault } from '../../lib/domain/password.ts';
import type { Person } from '../../lib/domain/people/person.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { passwordForm } from '../../lib/pages/account/forms.ts';
import {
  faultWords,
  invalidLinkPage,
  type PasswordView,
  passwordPage,
} from '../../lib/pages/account/password-page.tsx';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import type { ViewerDeps } from '../requests/viewer.ts';
import { requireBrowserForm } from './browser-form.ts';
import type { OpenHandler } from './handler.ts';
import { formResult, toldAgain } from './shown-again.ts';
import { enter } from './sign-in.ts';

/** Shows the form and changes nothing: whoever checks the links of a mail opens them first. */
export const showPassword: OpenHandler = (deps, event, visit) =>
  withPerson(deps, event, visit, (person) => show(deps, event, visit, person, {}));

/** Sets the password and signs in with it. */
export const setPassword: OpenHandler = (deps, event, visit) =>
  withPerson(deps, event, visit, async (person) => {
    const { csrf, password } = readForm(event, passwordForm);
    try {
      await requireBrowserForm(deps, event, csrf);
    } catch (error) {
      const { status, alert } = toldAgain(error, visit);
      return show(deps, event, visit, person, { alert }, status);
    }
    const refused = (fault: PasswordRefused['reason']) => {
      const problems = new Map([['password', faultWords(visit.language, fault)]]);
      return show(deps, event, visit, person, { problems }, 422);
    };
    const fault = passwordFault(password);
    if (fault !== undefined) return refused(fault);
    try {
      const set = await setPasswordByLink(deps, tokenOf(event), password, visit.language.code);
      if (set.tokens === undefined) return seeOther(visit, hrefOf(visit, '/sign-in'));
      return await enter(deps, event, visit, { person: set.person, tokens: set.tokens });
    } catch (error) {
      if (error instanceof PasswordRefused) return refused(error.reason);
      throw error;
    }
  });

/** Answers for the person whom the link is for; a link that is over has a page of its own. */
async function withPerson(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  answer: (person: Person) => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    return await answer(await personBehind(deps, tokenOf(event)));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'link-invalid') throw error;
    return pageResult(visit, invalidLinkPage(visit, refusals[error.code].status));
  }
}

function tokenOf({ pathParameters }: APIGatewayProxyEventV2): string {
  return pathParameters?.['token'] ?? '';
}

function show(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  { email, status: standing }: Person,
  view: Partial<PasswordView>,
  status?: number,
): Promise<APIGatewayProxyStructuredResultV2> {
  const account = { token: tokenOf(event), email, first: standing === 'invited' };
  return formResult(deps, event, visit, (csrf) =>
    passwordPage(visit, { ...account, problems: new Map(), ...view, csrf }, status),
  );
}
