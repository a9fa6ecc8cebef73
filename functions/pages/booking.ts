import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bookSession } from '../../lib/app/book-session.ts';
import { manageToken } from '../../lib/app/links.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { tooManyTries } from '../../lib/pages/account/said.tsx';
import { pressed } from '../../lib/pages/book/action.ts';
import { bookPage } from '../../lib/pages/book/book-page.tsx';
import { check } from '../../lib/pages/book/check.ts';
import { type BookForm, bookForm } from '../../lib/pages/book/form.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { sayingOf } from '../../lib/pages/problem-page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import { type BookingBody, onceFor, requestOf } from '../requests/booking-request.ts';
import { sourceOf } from '../requests/source.ts';
import { type Viewer, type ViewerDeps, viewerOf } from '../requests/viewer.ts';
import { filledIn, ownOf, prefilled } from './book-prefill.ts';
import { draftOf, isOfAnotherSession, leadToSignIn } from './book-sign-in.ts';
import { viewOf } from './book-view.ts';
import type { PageHandler } from './page-handler.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** Whose form it is, and what it is answered with. */
interface Turn {
  readonly deps: ViewerDeps;
  readonly event: APIGatewayProxyEventV2;
  readonly visit: Visit;
  readonly viewer: Viewer | undefined;
}

export const showBooking: PageHandler = async (deps, event, visit) => {
  const [viewer, draft] = await Promise.all([viewerOf(deps, event), draftOf(deps, event, visit)]);
  const turn = { deps, event, visit, viewer };
  const own = await ownOf(deps, viewer);
  const cookies = [...(viewer?.cookies ?? []), ...draft.cookies];
  if (draft.form !== undefined) {
    const told = viewer === undefined ? {} : ({ notice: { kind: 'back' } } as const);
    return { ...(await shown(turn, filledIn(draft.form, own), told)), cookies };
  }
  const { form, remarks } = await prefilled(deps, visit, { key: randomUUID(), source: sourceOf(event) }, own);
  return { ...(await shown(turn, form, { remarks, zoneAssumed: true })), cookies };
};

export const submitBooking: PageHandler = async (deps, event, visit) => {
  const { action, csrf, ...posted } = readForm(event, bookForm);
  const { form, wish } = pressed(posted, action, randomUUID);
  const viewer = await viewerOf(deps, event);
  const turn = { deps, event, visit, viewer };
  const result = await answers[wish](turn, form, csrf);
  return { ...result, cookies: [...(viewer?.cookies ?? []), ...(result.cookies ?? [])] };
};

const answers = {
  show: (turn: Turn, form: BookForm) => shown(turn, form),
  'sign-in': async ({ deps, event, visit, viewer }: Turn, form: BookForm) =>
    viewer === undefined
      ? leadToSignIn(deps, event, visit, form)
      : shown({ deps, event, visit, viewer }, filledIn(form, await ownOf(deps, viewer))),
  book,
};

/** Books, and sends on to the confirmation, or to signing in first; or shows the form again with all that stands in the way. */
async function book(turn: Turn, form: BookForm, csrf: string): Promise<Result> {
  const { deps, event, visit, viewer } = turn;
  if (viewer !== undefined && (await isOfAnotherSession(deps, event, viewer, csrf))) {
    const { again, againText } = visit.language.book.account;
    return shown(turn, form, { notice: { kind: 'said', title: again, text: againText } }, 403);
  }
  const checked = check(form, deps.settings, visit.language);
  if ('problems' in checked) {
    return pageOf(turn, await tried(turn, form, checked), 422);
  }
  if (needsSignIn(turn, checked.body)) return signInFirst(turn, form);
  try {
    const once = onceFor('form', form.key, checked.body);
    const { id } = await bookSession(deps, requestOf(deps.settings, checked.body, event), once);
    return seeOther(visit, hrefOf(visit, `/booked/${await manageToken(deps, id)}`));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(turn, form, checked.body, error);
  }
}

function needsSignIn({ deps, viewer }: Turn, { companyCode }: BookingBody): boolean {
  const { requirePortalAccount } = deps.settings.policy.accounts;
  return requirePortalAccount && viewer === undefined && companyCode !== undefined;
}

/** Nobody signs in for what can't be booked then either. */
async function signInFirst(turn: Turn, form: BookForm): Promise<Result> {
  const { deps, event, visit } = turn;
  const view = await tried(turn, form);
  if (view.problems.size > 0 || view.picker.lost !== undefined) return pageOf(turn, view, 422);
  if (visit.embedded) return pageOf(turn, { ...view, notice: { kind: 'sign-in' } }, 401);
  return leadToSignIn(deps, event, visit, form);
}

async function refused(turn: Turn, form: BookForm, body: BookingBody, refusal: Refusal): Promise<Result> {
  const { deps, visit } = turn;
  const view = await tried(turn, form);
  const notice = await noticeOf(deps, visit, view, refusal, onceFor('form', form.key, body).key);
  const result = pageOf(turn, { ...view, ...(notice && { notice }) }, refusals[refusal.code].status);
  const { retryAfter } = refusal.facts;
  if (retryAfter === undefined) return result;
  return { ...result, headers: { ...result.headers, 'retry-after': String(Number(retryAfter)) } };
}

/** What to say on top; nothing where the form says it at a field, or offers other times. */
async function noticeOf(
  deps: ViewerDeps,
  { language }: Visit,
  view: BookView,
  { code, facts }: Refusal,
  onceKey: string,
): Promise<BookView['notice']> {
  if (code === 'idempotency-key-reused') {
    const token = await manageToken(deps, deps.bookingIdOf(onceKey));
    return { kind: 'already', bookedPath: `/booked/${token}` };
  }
  // Of wrong codes it is said at the field.
  if (code === 'too-many-requests' && facts['field'] === undefined) {
    return { kind: 'said', ...tooManyTries(language, Number(facts['retryAfter'])) };
  }
  if (code === 'busy') {
    const { busy, busyText } = language.book.problems;
    return { kind: 'said', title: busy, text: busyText };
  }
  const shows = view.problems.size > 0 || view.picker.lost !== undefined || view.barred !== undefined;
  return shows ? undefined : { kind: 'said', ...sayingOf(code, language) };
}

/** The form after booking was asked for in vain. */
function tried(
  { deps, event, visit, viewer }: Turn,
  form: BookForm,
  checked?: Pick<BookView, 'problems'>,
): Promise<BookView> {
  const asker = { source: sourceOf(event), ...(viewer && { viewer }) };
  return viewOf(deps, visit, form, { wantedToBook: true, ...asker, ...checked });
}

/** The form as things stand, with what there is to tell. */
async function shown(
  turn: Turn,
  form: BookForm,
  told: Partial<BookView> = {},
  status = 200,
): Promise<Result> {
  const { deps, event, visit, viewer } = turn;
  const asker = { source: sourceOf(event), ...(viewer && { viewer }) };
  const view = await viewOf(deps, visit, form, { wantedToBook: false, ...asker });
  return pageOf(turn, { ...view, ...told }, status);
}

function pageOf({ visit, viewer }: Turn, view: BookView, status: number): Result {
  const visitor = viewer && { name: viewer.person.name, csrf: viewer.csrf };
  return pageResult(visit, bookPage(visit, { ...view, ...(visitor && { visitor }) }, status));
}
