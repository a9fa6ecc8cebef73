import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { dateAt } from '../../../lib/domain/calendar/zone.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { type ActionForm, actionForm, actionIn, isPick } from '../../../lib/pages/desk/action-form.ts';
import { type CheckedAction, checkAction } from '../../../lib/pages/desk/check-action.ts';
import { doneNotice, refusedNotice } from '../../../lib/pages/desk/session-notice.ts';
import { sessionPage } from '../../../lib/pages/desk/session-page.tsx';
import type { SessionView } from '../../../lib/pages/desk/session-view.ts';
import type { SessionNotice } from '../../../lib/pages/desk/told-notice.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../../lib/pages/visit.ts';
import { stampOf } from '../../api/handler.ts';
import type { Viewer } from '../../requests/viewer.ts';
import { bookingIdIn, noSuchBooking } from '../booking-id.ts';
import { asked, type DeskDeps, type DeskPageHandler } from '../handler.ts';
import { act } from './booking-actions.ts';
import { sessionViewOf } from './booking-view.ts';

/** Where a browser goes after a press that was done, by what its form says: the boards that show the session's day. */
const boards = new Map<string, Readonly<Record<string, string>>>([
  ['board', {}],
  ['week', { view: 'week' }],
]);

export const showDeskBooking: DeskPageHandler = async (deps, event, visit, viewer) => {
  const view = await sessionViewOf(deps, visit, viewer, bookingIdIn(event));
  const notice = doneNotice(visit);
  return pageResult(visit, sessionPage(visit, { ...view, ...backIn(visit), ...(notice && { notice }) }));
};

/**
 * Does what was pressed and sends the browser on; or shows the session as it stands by then, with what is in the way and
 * what was typed.
 */
export const changeDeskBooking: DeskPageHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, actionForm);
  const bookingId = bookingIdIn(event);
  const turn = { deps, visit, viewer, bookingId, form };
  if (isPick(form)) return again(turn, 200);
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined) throw noSuchBooking();
  const checked = checkAction(form, booking, deps.now(), visit);
  if ('problems' in checked && booking.revision === Number(form.revision))
    return again(turn, 422, () => checked);
  const wanted = 'problems' in checked ? {} : checked;
  try {
    // What changed meanwhile is told before what is wrong with the fields: it may be wrong for that reason.
    if ('problems' in checked) throw changed(booking);
    const done = await act(deps, actionIn(form), {
      ...{ which: booking, stamp: stampOf(event), ...checked },
      asked: asked(viewer, Number(form.revision)),
    });
    return seeOther(visit, pathAfter(visit, form, done));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again(turn, refusals[error.code].status, (view) => refused(turn, view, error, wanted));
  }
};

interface Turn {
  readonly deps: DeskDeps;
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly bookingId: string;
  readonly form: ActionForm;
}

/** The page as things stand by now, with what was picked and typed. */
async function again(
  { deps, visit, viewer, bookingId, form }: Turn,
  status: number,
  told: (view: SessionView) => Partial<SessionView> = () => ({}),
): Promise<APIGatewayProxyStructuredResultV2> {
  const view = await sessionViewOf(deps, visit, viewer, bookingId, form);
  const back = boards.has(form.back) ? { back: form.back } : {};
  return pageResult(visit, sessionPage(visit, { ...view, tried: form, ...back, ...told(view) }, status));
}

/** Where the time that was picked is gone, the picker tells, and offers others. */
function refused(
  { visit, form }: Turn,
  view: SessionView,
  refusal: Refusal,
  { start }: CheckedAction,
): { readonly notice?: SessionNotice } {
  const isLost = view.picker?.lost !== undefined && view.booking.revision === Number(form.revision);
  return isLost ? {} : { notice: refusedNotice(visit, view, refusal, form, start) };
}

function changed({ revision }: Booking): Refusal {
  return new Refusal('changed-meanwhile', 'The booking has changed since you looked at it.', { revision });
}

function backIn({ query }: Visit): Pick<SessionView, 'back'> {
  const back = query.get('back') ?? '';
  return boards.has(back) ? { back } : {};
}

/** The board of the day that the session is on by now, or its own page, which tells of it. */
function pathAfter(visit: Visit, form: ActionForm, { id, start }: Booking): string {
  const board = boards.get(form.back);
  if (board === undefined) return hrefOf(visit, `/desk/bookings/${id}`, { done: actionIn(form) });
  return hrefOf(visit, '/desk', { ...board, date: dateAt(visit.settings.zone, start) });
}
