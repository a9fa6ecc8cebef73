import settings from '#config';
import { prefilled } from '../../functions/pages/book-prefill.ts';
import { viewOf } from '../../functions/pages/book-view.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { bookPage } from '../../lib/pages/book/book-page.tsx';
import { check } from '../../lib/pages/book/check.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import type { Page } from '../../lib/pages/page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import type { PageState } from './page-state.ts';
import { HOUR, START, sampleType, TOPIC } from './sample.ts';
import { blockedByStaff, decided, missed, viewer, worldIn } from './standing-world.ts';
import { ACTIVE_CODE, ATTENDEE, EXPIRED_CODE, nothingFree, takenAt, type World } from './world.ts';

const KEY = '00000000-0000-4000-8000-000000000000';
const filled = {
  start: new Date(START).toISOString(),
  name: 'Ada Lovelace',
  email: ATTENDEE,
  topic: TOPIC,
};
const withCode = { ...filled, companyCode: ACTIVE_CODE };
const blocked = worldIn([missed(40), missed(4, 'late_notice')]);
const visitor = { name: filled.name, csrf: 'preview' };
const ended = settings.releases.find(({ support }) => support === 'end-of-life');

/** The booking page. Another state is a row. */
export const bookPages: readonly PageState[] = [
  { name: 'Booking, first look', page: first },
  {
    name: 'Booking, from a link that names what there is not',
    page: first,
    query: 'sessionType=x&company=x',
  },
  { name: 'Booking, in another site’s frame', page: first, query: 'embed=1' },
  { name: 'Booking, all filled in, free with a code', page: shown(withCode) },
  { name: 'Booking, all filled in, without a code', page: shown(filled) },
  { name: 'Booking, signed in', page: shown({ ...withCode, start: '', topic: '' }, { visitor }) },
  {
    name: 'Booking, back from signing in',
    page: shown(withCode, { visitor, notice: { kind: 'back' } }),
  },
  {
    name: 'Booking, in another site’s frame, to sign in first',
    page: shown(withCode, { notice: { kind: 'sign-in' } }),
    query: 'embed=1',
  },
  {
    name: 'Booking, for an address without an account',
    page: tried({ ...withCode, email: 'charles@example.org' }, { visitor }),
  },
  { name: 'Booking, with nothing filled in', page: tried({}) },
  {
    name: 'Booking, with much that is wrong',
    page: tried({ ...filled, email: 'ada', mobile: '12', topic: 'x'.repeat(2500) }),
  },
  { name: 'Booking, code not known', page: shown({ ...filled, companyCode: 'DEMO-2062' }) },
  { name: 'Booking, code expired', page: shown({ ...filled, companyCode: EXPIRED_CODE }) },
  ...(ended
    ? [{ name: 'Booking, release at its end of life', page: shown({ ...withCode, release: ended.id }) }]
    : []),
  { name: 'Booking, time gone while typing', page: (visit) => tried(withCode)(visit, takenAt(START)) },
  { name: 'Booking, nothing free', page: (visit) => first(visit, nothingFree) },
  {
    name: 'Booking, pressed twice with other answers',
    page: tried(withCode, { notice: { kind: 'already', bookedPath: '/booked/token' } }),
  },
  {
    name: 'Booking, blocked for missed sessions, on first look',
    page: (visit) => shown({ ...withCode, start: '', topic: '' }, { visitor }, viewer)(visit, blocked),
  },
  {
    name: 'Booking, blocked for missed sessions',
    page: (visit) => tried(withCode, { visitor }, viewer)(visit, blocked),
  },
  {
    name: 'Booking, blocked by us',
    page: (visit) => tried(withCode, { visitor }, viewer)(visit, worldIn([blockedByStaff])),
  },
  {
    name: 'Booking, company blocked',
    page: (visit) => tried(withCode, { visitor }, viewer)(visit, worldIn([], decided('block'))),
  },
  {
    name: 'Booking, needs approval',
    page: (visit) => shown(withCode, { visitor }, viewer)(visit, worldIn([], decided('approval'))),
  },
  {
    name: 'Booking, too soon for the approval that it needs',
    page: (visit) =>
      tried(
        { ...withCode, start: new Date(START - 25.5 * HOUR).toISOString() },
        { visitor },
        viewer,
      )(visit, worldIn([], decided('approval'))),
  },
];

async function first(visit: Visit, world: World): Promise<Page> {
  const { form, remarks } = await prefilled(world, visit, { key: KEY });
  return bookPage(visit, { ...(await viewOf(world, visit, form)), remarks, zoneAssumed: true });
}

function formOf(typed: Partial<BookForm>): BookForm {
  return { ...blankForm(KEY, settings.zone, sampleType().id), ...typed };
}

/** The form as typed so far. */
function shown(typed: Partial<BookForm>, more: Partial<BookView> = {}, by?: Viewer): PageState['page'] {
  return async (visit, world) => {
    const look = { wantedToBook: false, ...(by && { viewer: by }) };
    return bookPage(visit, { ...(await viewOf(world, visit, formOf(typed), look)), ...more });
  };
}

/** The form after "book" was pressed in vain. */
function tried(typed: Partial<BookForm>, more: Partial<BookView> = {}, by?: Viewer): PageState['page'] {
  return async (visit, world) => {
    const form = formOf(typed);
    const checked = check(form, settings, visit.language);
    const problems = 'problems' in checked ? { problems: checked.problems } : {};
    const view = await viewOf(world, visit, form, {
      wantedToBook: true,
      ...problems,
      ...(by && { viewer: by }),
    });
    return bookPage(visit, { ...view, ...more }, 422);
  };
}
