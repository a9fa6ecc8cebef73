import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { replay } from '../../../lib/app/book-session.ts';
import type { BookOnce } from '../../../lib/app/deps.ts';
import { bookForMember, type MemberBooking } from '../../../lib/app/desk/book-for-member.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { dateAt } from '../../../lib/domain/calendar/zone.ts';
import { normalizedCode } from '../../../lib/domain/company.ts';
import { nameOf } from '../../../lib/domain/people/actor.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { isCompanyId } from '../../../lib/http/desk-schemas.ts';
import { refusals } from '../../../lib/http/problems.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { limits } from '../../../lib/http/schemas.ts';
import { type DeskBookForm, deskBookForm } from '../../../lib/pages/desk/book-form.ts';
import { deskBookPage } from '../../../lib/pages/desk/book-page.tsx';
import type { BookNotice, DeskBookView } from '../../../lib/pages/desk/book-view.ts';
import { checkBook } from '../../../lib/pages/desk/check-book.ts';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import { hrefOf, type Visit } from '../../../lib/pages/visit.ts';
import { onceFor } from '../../requests/booking-request.ts';
import { memberBookingOf } from '../../requests/member-booking.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps, DeskPageHandler } from '../handler.ts';
import { insiderOf } from '../insider.ts';
import { prefilled } from './book-prefill.ts';
import { previewOf } from './book-preview.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** The form, filled in by its address; what is in the way is shown at once where that says all. */
export const showDeskBook: DeskPageHandler = async (deps, _, visit, viewer) => {
  const form = await prefilled(deps, visit, randomUUID());
  const turn = { deps, visit, viewer, form };
  const checked = await check(turn);
  return 'problems' in checked ? shown(turn) : shown(turn, { preview: await preview(turn, checked.wish) });
};

/** Shows what is in the way and what is sent; or books, if that is what was shown, and sends the browser on. */
export const submitDeskBook: DeskPageHandler = async (deps, event, visit, viewer) => {
  const form = readForm(event, deskBookForm);
  const turn = { deps, visit, viewer, form };
  const checked = await check(turn);
  if (form.action === 'show') return 'problems' in checked ? shown(turn) : looked(turn, checked.wish);
  if ('problems' in checked) return shown(turn, checked, 422);
  return form.action === 'check' ? looked(turn, checked.wish) : book(turn, checked);
};

/** Somebody's form, and whom the answer goes to. */
interface Turn {
  readonly deps: DeskDeps;
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly form: DeskBookForm;
}

interface Wanted {
  readonly wish: MemberBooking;
  readonly once: BookOnce;
}

async function check(turn: Turn): Promise<Wanted | Pick<DeskBookView, 'problems'>> {
  const { deps, visit, viewer, form } = turn;
  const companyId = await companyTyped(deps, form.company);
  const now = deps.now();
  const asking = { form, now, companyId, settings: deps.settings, language: visit.language };
  const checked = checkBook(asking);
  if ('problems' in checked) return checked;
  return {
    wish: memberBookingOf(deps.settings, checked.body, nameOf(viewer.actor)),
    once: onceFor('desk', form.key, checked.body),
  };
}

/** The company that an id or a code means. */
async function companyTyped({ people, table, now }: DeskDeps, typed: string): Promise<string | undefined> {
  const text = typed.trim();
  if (text === '' || text.length > limits.companyCode) return undefined;
  const byId = isCompanyId(text) ? await people.people.company(text) : undefined;
  const code = normalizedCode(text);
  if (byId !== undefined || code === '') return byId?.id;
  return (await table.companyByCode(code, now()))?.id;
}

/** Books what was shown. What has changed since is shown first: nobody books over what they haven't seen. */
async function book(turn: Turn, { wish, once }: Wanted): Promise<Result> {
  const { deps, visit, form, viewer } = turn;
  const { book: deskBook } = deskIn(visit.language);
  try {
    const done = await replay(deps, once);
    if (done !== undefined) return seeOther(visit, pathAfter(visit, form, done));
    const met = await previewOf(deps, viewer.actor, wish);
    if (met.mark !== form.checked) {
      const notice = { title: deskBook.again, text: deskBook.againText };
      return shown({ ...turn, form: { ...form, override: '' } }, { preview: met, notice }, 409);
    }
    if (met.sessions.length > 0 && !wish.override) {
      const problems = new Map([['override', deskBook.overrideMissing]]);
      return shown(turn, { preview: met, problems }, 422);
    }
    return seeOther(visit, pathAfter(visit, form, await bookForMember(deps, wish, once)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const told = { preview: await preview(turn, wish), notice: refusedNotice(visit, error) };
    return shown(turn, told, refusals[error.code].status);
  }
}

function refusedNotice(visit: Visit, { code }: Refusal): BookNotice {
  const { book: deskBook } = deskIn(visit.language);
  if (code === 'idempotency-key-reused') {
    const way = { href: hrefOf(visit, '/desk/book'), label: deskBook.anew };
    return { title: deskBook.already, text: deskBook.alreadyText, way };
  }
  const text =
    code === 'slot-unavailable' ? deskBook.taken : code === 'busy' ? deskBook.busy : deskBook.failed;
  return { title: deskBook.refused, text };
}

function preview({ deps, viewer }: Turn, wish: MemberBooking) {
  return previewOf(deps, viewer.actor, wish);
}

async function looked(turn: Turn, wish: MemberBooking): Promise<Result> {
  return shown(turn, { preview: await preview(turn, wish) });
}

async function shown(
  { deps, visit, viewer, form }: Turn,
  told: Partial<DeskBookView> = {},
  status = 200,
): Promise<Result> {
  const insider = { ...(await insiderOf(deps, viewer)), csrf: viewer.csrf };
  const view = { insider, form, now: deps.now(), problems: new Map(), ...told };
  return pageResult(visit, deskBookPage(visit, view, status));
}

/** The board of its day, or the page of the appointment, which tells that it is booked. */
function pathAfter(visit: Visit, { back }: DeskBookForm, { id, start }: Booking): string {
  if (back !== 'board') return hrefOf(visit, `/desk/bookings/${id}`, { done: 'book' });
  return hrefOf(visit, '/desk', { date: dateAt(visit.settings.zone, start) });
}
