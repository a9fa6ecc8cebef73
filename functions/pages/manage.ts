import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { type Booking, isOver } from '../../lib/domain/booking/booking.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { checkReason } from '../../lib/pages/manage/check-reason.ts';
import { checkText } from '../../lib/pages/manage/check-text.ts';
import { type ManageForm, manageForm } from '../../lib/pages/manage/manage-form.ts';
import { managePage } from '../../lib/pages/manage/manage-page.tsx';
import { noticeOf, staleNotice } from '../../lib/pages/manage/notice.ts';
import type { ManageView } from '../../lib/pages/manage/view.ts';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../lib/pages/visit.ts';
import { stampOf } from '../api/handler.ts';
import { channelOf, managing, type Opened, openLink } from '../requests/link.ts';
import { manageViewOf } from './manage-view.ts';
import type { PageHandler } from './page-handler.ts';

export const showManaged: PageHandler = async (deps, event, visit) => {
  const opened = await openLink(deps, event, managing);
  return pageResult(
    visit,
    managePage(visit, await manageViewOf(deps, opened, visit.query, visit.language.code)),
  );
};

/**
 * Moves, cancels or contests, then sends on to the page, which tells of it by the booking itself. What can't be done is told
 * on the page as things stand by then.
 */
export const changeManaged: PageHandler = async (deps, event, visit) => {
  const form = readForm(event, manageForm);
  const opened = await openLink(deps, event, managing);
  const again = (status: number, told: Partial<ManageView>) =>
    showAgain(deps, event, visit, form, status, told);
  if (isStale(opened.booking, form)) {
    return again(409, { notice: staleNotice(opened.booking, visit.language) });
  }
  const wrong = problemIn(form, visit);
  if (wrong !== undefined) return again(422, { problems: new Map([wrong]), ...typedIn(form) });
  try {
    await change(deps, opened, form, stampOf(event));
    const here = hrefOf(visit, `/manage/${opened.token}`);
    return seeOther(visit, form.action === 'contest' ? `${here}#contest` : here);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { booking } = await openLink(deps, event, managing);
    const notice = noticeOf(error, booking, visit.language);
    return again(refusals[error.code].status, { ...typedIn(form), ...(notice && { notice }) });
  }
};

/** What is wrong with what was typed or picked for the button, by its field. */
function problemIn(
  { action, reason, text, start }: ManageForm,
  { language }: Visit,
): readonly [field: string, problem: string] | undefined {
  if (action === 'move') {
    return Number.isNaN(Date.parse(start)) ? ['start', language.book.problems.time] : undefined;
  }
  const checked = action === 'cancel' ? checkReason(reason, language) : checkText(text, language);
  if (!('problem' in checked)) return undefined;
  return [action === 'cancel' ? 'reason' : 'text', checked.problem];
}

/** As it is shown again. */
function typedIn({ reason, text }: ManageForm): Pick<ManageView, 'reason' | 'text'> {
  return { reason, text };
}

function change(
  deps: Deps & LinkDeps,
  { booking, purpose }: Opened,
  { action, start, ...typed }: ManageForm,
  stamp: number,
): Promise<Booking> {
  const by = channelOf(purpose);
  if (action === 'contest') return handle(deps, booking, { type: 'contest', text: plain(typed.text) });
  const reason = plain(typed.reason);
  if (action === 'move') return moveSession(deps, booking, { start: Date.parse(start), by, stamp });
  return handle(deps, booking, {
    type: 'cancel',
    by,
    stamp,
    ...(reason === '' ? {} : { reason }),
  });
}

/** Forms break lines as HTTP does, and are typed with spaces around. */
function plain(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trim();
}

/**
 * Whether the button was pressed on a page that the booking has moved on from. A press that repeats what was done is
 * none: doing it again changes nothing.
 */
function isStale(booking: Booking, { action, version, start }: ManageForm): boolean {
  if (isOver(booking) || version === String(booking.version)) return false;
  if (action === 'contest') return false;
  return action === 'cancel' || Date.parse(start) !== booking.start;
}

async function showAgain(
  deps: Deps & LinkDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  { month, day, start, timeZone }: ManageForm,
  status: number,
  told: Partial<ManageView>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const fields = new URLSearchParams({ month, day, start, timeZone });
  const opened = await openLink(deps, event, managing);
  const view = await manageViewOf(deps, opened, fields, visit.language.code);
  return pageResult(visit, managePage(visit, { ...view, ...told }, status));
}
