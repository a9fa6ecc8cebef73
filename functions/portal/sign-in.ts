import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { forgedRequest } from '../../lib/app/csrf.ts';
import { signIn as beginSession, type SignedIn } from '../../lib/app/people/sign-in.ts';
import type { Person } from '../../lib/domain/people/person.ts';
import { isFromOwnOrigin } from '../../lib/http/own-origin.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { noSessionCookies, readSessionCookies, sessionCookies } from '../../lib/http/session-cookies.ts';
import { emailProblem, passwordMissing } from '../../lib/pages/account/check.ts';
import { signInForm } from '../../lib/pages/account/forms.ts';
import { nextOf } from '../../lib/pages/account/own-path.ts';
import { type SignInView, signInPage } from '../../lib/pages/account/sign-in-page.tsx';
import { signedInPage } from '../../lib/pages/account/signed-in-page.tsx';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import { sourceOf } from '../requests/source.ts';
import { requireOwnForm, type ViewerDeps, viewerOf } from '../requests/viewer.ts';
import { noBrowserCookies, requireBrowserForm } from './browser-form.ts';
import type { OpenHandler } from './handler.ts';
import { formResult, toldAgain } from './shown-again.ts';

/** The form; whoever is signed in is sent on, unless they are about to leave. */
export const showSignIn: OpenHandler = async (deps, event, visit) => {
  const viewer = await viewerOf(deps, event);
  if (viewer !== undefined) {
    const { person, csrf } = viewer;
    const leaves = visit.query.get('leave') === '1';
    const result = leaves
      ? pageResult(visit, signedInPage(visit, { csrf, name: person.name, email: person.email }))
      : seeOther(visit, onwardFor(person, visit));
    return { ...result, cookies: [...viewer.cookies] };
  }
  return show(deps, event, visit, { signedOut: visit.query.get('signed-out') === '1' });
};

/** Begins a session, always a new one, and sends on to where somebody was going. */
export const signIn: OpenHandler = async (deps, event, visit) => {
  const { csrf, email, password } = readForm(event, signInForm);
  try {
    await requireBrowserForm(deps, event, csrf);
  } catch (error) {
    // What another site filled in is not shown as if it had been typed here.
    const { status, ...told } = toldAgain(error, visit);
    return show(deps, event, visit, told, status, told.headers);
  }
  const problems = new Map([
    ...emailProblem(email, visit.language),
    ...passwordMissing(password, visit.language),
  ]);
  if (problems.size > 0) return show(deps, event, visit, { email, problems }, 422);
  try {
    const source = sourceOf(event);
    const signedIn = await beginSession(deps, { email: email.trim(), password, source });
    if (signedIn !== undefined) return await enter(deps, event, visit, signedIn);
    return show(deps, event, visit, { email, alert: visit.language.account.signIn.wrong }, 422);
  } catch (error) {
    const { status, headers, alert } = toldAgain(error, visit);
    return show(deps, event, visit, { email, alert }, status, headers);
  }
};

/** Ends the session here and at Cognito. Without one, what is left of it is cleared. */
export const signOut: OpenHandler = async (deps, event, visit) => {
  const viewer = await viewerOf(deps, event);
  if (viewer !== undefined) await requireOwnForm(deps, event, viewer);
  else if (!isFromOwnOrigin(event, deps.siteUrl)) throw forgedRequest();
  await deps.identity.signOut(readSessionCookies(event).refreshToken);
  const path = '/sign-in?signed-out=1';
  return {
    ...seeOther(visit, visit.asked === undefined ? path : `${path}&lang=${visit.asked}`),
    cookies: noSessionCookies(),
  };
};

/** Hands the session over. One that the browser had before is ended, and none of its values is used on. */
export async function enter(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  { person, tokens }: SignedIn,
): Promise<APIGatewayProxyStructuredResultV2> {
  await deps.identity.signOut(readSessionCookies(event).refreshToken);
  return {
    ...seeOther(visit, onwardFor(person, visit)),
    cookies: [...sessionCookies({ username: person.id, ...tokens }), ...noBrowserCookies()],
  };
}

/** Where to go after signing in: where somebody was going, unless that is a page for others than they are. */
function onwardFor({ staff }: Person, visit: Visit): string {
  const next = nextOf(visit);
  const [own, foreign] = staff ? ['/desk', '/portal'] : ['/portal', '/desk'];
  return next === undefined || next.startsWith(foreign) ? hrefOf(visit, own) : next;
}

function show(
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  view: Partial<SignInView>,
  status?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<APIGatewayProxyStructuredResultV2> {
  return formResult(
    deps,
    event,
    visit,
    (csrf) => signInPage(visit, { email: '', problems: new Map(), ...view, csrf }, status),
    headers,
  );
}
