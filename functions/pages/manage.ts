import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { type Booking, isOver } from '../../lib/domain/booking/booking.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { checkReason } from '../../lib/pages/manage/check-reason.ts';
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
 * Moves or cancels, then sends on to the page, which tells of it by the booking itself. What can't be done is told
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
  const checked = checkReason(form.reason, visit.language);
  if ('problem' in checked) {
    return again(422, { problems: new Map([['reason', checked.problem]]), reason: form.reason });
  }
  if (form.action === 'move' && Number.isNaN(Date.parse(form.start))) {
    return again(422, { problems: new Map([['start', visit.language.book.problems.time]]) });
  }
  try {
    await change(deps, opened, form, checked.reason, stampOf(event));
    return seeOther(visit, hrefOf(visit, `/manage/${opened.token}`));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const notice = noticeOf(error, opened.booking, visit.language);
    return again(refusals[error.code].status, { reason: form.reason, ...(notice && { notice }) });
  }
};

function change(
  deps: Deps,
  { booking, purpose }: Opened,
  { action, start }: ManageForm,
  reason: string | undefined,
  stamp: number,
): Promise<Booking> {
  const by = channelOf(purpose);
  if (action === 'move') return moveSession(deps, booking.id, { start: Date.parse(start), by, stamp });
  return handle(deps, booking.id, {
    type: 'cancel',
    by,
    stamp,
    ...(reason === undefined ? {} : { reason }),
  });
}

/**
 * Whether the button was pressed on a page that the booking has moved on from. A press that repeats what was done is
 * none: doing it again changes nothing.
 */
function isStale(booking: Booking, { action, version, start }: ManageForm): boolean {
  if (isOver(booking) || version === String(booking.version)) return false;
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
