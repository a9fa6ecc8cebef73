import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bookSession } from '../../lib/app/book-session.ts';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { manageToken } from '../../lib/app/links.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { pressed } from '../../lib/pages/book/action.ts';
import { bookPage } from '../../lib/pages/book/book-page.tsx';
import { check } from '../../lib/pages/book/check.ts';
import { type BookForm, bookForm } from '../../lib/pages/book/form.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { sayingOf } from '../../lib/pages/problem-page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import { type BookingBody, onceFor, requestOf } from '../requests/booking-request.ts';
import { prefilled } from './book-prefill.ts';
import { viewOf } from './book-view.ts';
import type { PageHandler } from './page-handler.ts';

export const showBooking: PageHandler = async (deps, _, visit) => {
  const { form, remarks } = await prefilled(deps, visit, randomUUID());
  const view = await viewOf(deps, visit, form);
  return pageResult(visit, bookPage(visit, { ...view, remarks, zoneAssumed: true }));
};

export const submitBooking: PageHandler = async (deps, event, visit) => {
  const { action, ...posted } = readForm(event, bookForm);
  const { form, wish } = pressed(posted, action, randomUUID);
  if (wish === 'book') return book(deps, visit, form);
  return pageResult(visit, bookPage(visit, await viewOf(deps, visit, form)));
};

/** Books, and sends on to the confirmation; or shows the form again with all that stands in the way. */
async function book(
  deps: Deps & LinkDeps,
  visit: Visit,
  form: BookForm,
): Promise<APIGatewayProxyStructuredResultV2> {
  const checked = check(form, deps.settings, visit.language);
  if ('problems' in checked) {
    const view = await viewOf(deps, visit, form, { wantedToBook: true, problems: checked.problems });
    return pageResult(visit, bookPage(visit, view, 422));
  }
  try {
    const once = onceFor('form', form.key, checked.body, deps.now());
    const { id } = await bookSession(deps, requestOf(deps.settings, checked.body), once);
    return seeOther(visit, hrefOf(visit, `/booked/${await manageToken(deps, id)}`));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(deps, visit, form, checked.body, error);
  }
}

async function refused(
  deps: Deps & LinkDeps,
  visit: Visit,
  form: BookForm,
  body: BookingBody,
  refusal: Refusal,
): Promise<APIGatewayProxyStructuredResultV2> {
  const view = await viewOf(deps, visit, form, { wantedToBook: true });
  const notice = await noticeOf(deps, visit, view, refusal, onceFor('form', form.key, body, deps.now()).key);
  return pageResult(
    visit,
    bookPage(visit, notice === undefined ? view : { ...view, notice }, refusals[refusal.code].status),
  );
}

/** What to say on top; nothing where the form says it at a field, or offers other times. */
async function noticeOf(
  deps: Deps & LinkDeps,
  { language }: Visit,
  view: BookView,
  { code }: Refusal,
  onceKey: string,
): Promise<BookView['notice']> {
  if (code === 'idempotency-key-reused') {
    const done = await deps.table.done(onceKey, deps.now());
    if (done !== undefined) {
      return { kind: 'already', bookedPath: `/booked/${await manageToken(deps, done.bookingId)}` };
    }
  }
  if (code === 'busy') {
    const { busy, busyText } = language.book.problems;
    return { kind: 'said', title: busy, text: busyText };
  }
  const shown = view.problems.size > 0 || view.picker.lost !== undefined;
  return shown ? undefined : { kind: 'said', ...sayingOf(code, language) };
}
