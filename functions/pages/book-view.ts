import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { priceOf } from '../../lib/domain/booking/admission.ts';
import { DAY_MS, isZone } from '../../lib/domain/calendar/zone.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import type { BookForm } from '../../lib/pages/book/form.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import type { FieldProblems } from '../../lib/pages/field.tsx';
import { pickedIn, pickerOf } from '../../lib/pages/picker/picker.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer } from '../requests/viewer.ts';
import { codeOf, quoteOf } from './book-quote.ts';

interface Attempt {
  readonly wantedToBook: boolean;
  readonly problems?: FieldProblems;
  /** Who is signed in. */
  readonly viewer?: Viewer;
  /** The IP address that is asked from. */
  readonly source?: string;
}

/** What the booking page shows for a form: the free times around what was picked, the price, and what is wrong so far. */
export async function viewOf(
  deps: Deps & LinkDeps,
  visit: Visit,
  posted: BookForm,
  attempt: Attempt = { wantedToBook: false },
): Promise<BookView> {
  const { settings } = deps;
  const now = deps.now();
  const sessionType = sessionTypeOf(deps, posted);
  const form = { ...posted, timeZone: isZone(posted.timeZone) ? posted.timeZone : settings.zone };
  const horizon = now + settings.policy.offering.horizonDays * DAY_MS + 1;
  const picker = pickerOf(await findSlots(deps, sessionType, now, horizon), pickedIn(form), now);
  const wish = { sessionType, picked: picker.start, start: picker.start ?? picker.next ?? now };
  const { words, ...quoted } = await quoteOf(deps, visit, form, wish, attempt);
  const told = { ...words, ...Object.fromEntries(attempt.problems ?? []) };
  const isBlocked = quoted.barred !== undefined && quoted.barred.because !== 'too-soon';
  const codeGood = codeOf(form) !== '' && told['companyCode'] === undefined && !isBlocked;
  return {
    form,
    sessionType,
    picker,
    ...(codeGood ? {} : { price: priceOf(sessionType, settings) }),
    codeGood,
    problems: inOrder({ ...told, release: refusedRelease(visit, form) }),
    ...quoted,
    remarks: [],
    zoneAssumed: false,
    wantedToBook: attempt.wantedToBook,
  };
}

/** The first kind of session where none was chosen, or one that is no longer offered. */
function sessionTypeOf({ settings: { sessionTypes } }: Deps, { sessionType }: BookForm): SessionType {
  const found = sessionTypes.find(({ id }) => id === sessionType) ?? sessionTypes[0];
  if (found === undefined) throw new Error('the catalogue offers no kind of session');
  return found;
}

function refusedRelease({ settings, language }: Visit, form: BookForm): string | undefined {
  const release = settings.releases.find(({ id }) => id === form.release);
  if (release?.support !== 'end-of-life') return undefined;
  return language.book.who.releaseOver(release.name, settings.brand.supportMail);
}

const order = ['start', 'name', 'email', 'mobile', 'companyCode', 'release', 'topic'];

/** What is wrong, in the order in which the fields stand. */
function inOrder(problems: Readonly<Record<string, string | undefined>>): FieldProblems {
  const found = order.flatMap((name) => {
    const words = problems[name];
    return words === undefined ? [] : [[name, words] as const];
  });
  return new Map(found);
}
