import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { forgedRequest } from '../../lib/app/csrf.ts';
import type { LinkDeps } from '../../lib/app/deps.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { draftCookie, hasDraftCookie, noDraftCookie, readDraftCookie } from '../../lib/http/draft-cookie.ts';
import { isFromOwnOrigin } from '../../lib/http/own-origin.ts';
import { pathToSignIn } from '../../lib/pages/account/own-path.ts';
import { packDraft, unpackDraft } from '../../lib/pages/book/draft.ts';
import type { BookForm } from '../../lib/pages/book/form.ts';
import { seeOther } from '../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import { requireOwnForm, type Viewer } from '../requests/viewer.ts';

type DraftDeps = LinkDeps & { readonly now: () => number };

/**
 * Sends on to signing in, and from there back to the form as it is: it travels sealed in a cookie, never in an address.
 * Throws `forged-request` for a form that another site had the browser post.
 */
export async function leadToSignIn(
  deps: DraftDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  form: BookForm,
): Promise<APIGatewayProxyStructuredResultV2> {
  requireOwnOrigin(deps, event);
  const cookie = draftCookie(await deps.linkKeys(), packDraft(form), deps.now());
  const back = hrefOf({ ...visit, embedded: false }, '/book');
  return { ...seeOther(visit, pathToSignIn(visit, back)), cookies: [cookie] };
}

/** The form that somebody comes back to, once, and the Set-Cookie values that see to that. */
export async function draftOf(
  deps: DraftDeps,
  event: APIGatewayProxyEventV2,
  { embedded }: Visit,
): Promise<{ readonly form?: BookForm; readonly cookies: readonly string[] }> {
  // A frame beside the window in which somebody signs in must not take it from there.
  if (embedded || !hasDraftCookie(event)) return { cookies: [] };
  const kept =
    readDraftCookie(event, await deps.linkKeys(), deps.now()) ??
    readDraftCookie(event, await deps.linkKeys('again'), deps.now());
  const form = kept && unpackDraft(kept);
  return { ...(form && { form }), cookies: [noDraftCookie()] };
}

/**
 * Whether the form was shown before its sender signed in, or to another session. Throws `forged-request` where another
 * site had the browser post it: what it filled in is not shown as if it had been typed here.
 */
export async function isOfAnotherSession(
  deps: LinkDeps,
  event: APIGatewayProxyEventV2,
  viewer: Viewer,
  csrf: string,
): Promise<boolean> {
  requireOwnOrigin(deps, event);
  try {
    await requireOwnForm(deps, event, viewer, csrf);
    return false;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forged-request') return true;
    throw error;
  }
}

function requireOwnOrigin({ siteUrl }: LinkDeps, event: APIGatewayProxyEventV2): void {
  if (!isFromOwnOrigin(event, siteUrl)) throw forgedRequest();
}
