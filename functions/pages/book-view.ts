import type { BookingDeps } from '../../lib/app/book-session.ts';
import { quoteSession } from '../../lib/app/quote-session.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { priceOf } from '../../lib/domain/booking/admission.ts';
import { DAY_MS, isZone } from '../../lib/domain/calendar/zone.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { limits } from '../../lib/http/schemas.ts';
import type { BookForm } from '../../lib/pages/book/form.ts';
import { refusalWords } from '../../lib/pages/book/refusal-words.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import type { FieldProblems } from '../../lib/pages/field.tsx';
import { pickedIn, pickerOf } from '../../lib/pages/picker/picker.ts';
import type { Visit } from '../../lib/pages/visit.ts';

interface Attempt {
  readonly wantedToBook: boolean;
  readonly problems?: FieldProblems;
}

/** What the booking page shows for a form: the free times around what was picked, the price, and what is wrong so far. */
export async function viewOf(
  deps: BookingDeps,
  visit: Visit,
  posted: BookForm,
  { wantedToBook, problems }: Attempt = { wantedToBook: false },
): Promise<BookView> {
  const { settings } = deps;
  const now = deps.now();
  const sessionType = sessionTypeOf(deps, posted);
  const form = { ...posted, timeZone: isZone(posted.timeZone) ? posted.timeZone : settings.zone };
  const horizon = now + settings.policy.offering.horizonDays * DAY_MS + 1;
  const picker = pickerOf(await findSlots(deps, sessionType, now, horizon), pickedIn(form), now);
  const about = { sessionType, start: picker.start ?? picker.next ?? now };
  const refused = await refusedBy(deps, visit, form, about, wantedToBook);
  const told = { ...refused, ...Object.fromEntries(problems ?? []) };
  const codeGood = codeOf(form) !== '' && told['companyCode'] === undefined;
  return {
    form,
    sessionType,
    picker,
    ...(codeGood ? {} : { price: priceOf(sessionType, settings) }),
    codeGood,
    problems: inOrder({ ...told, release: refusedRelease(visit, form) }),
    remarks: [],
    zoneAssumed: false,
    wantedToBook,
  };
}

/** The first kind of session where none was chosen, or one that is no longer offered. */
function sessionTypeOf({ settings: { sessionTypes } }: BookingDeps, { sessionType }: BookForm): SessionType {
  const found = sessionTypes.find(({ id }) => id === sessionType) ?? sessionTypes[0];
  if (found === undefined) throw new Error('the catalogue offers no kind of session');
  return found;
}

/** What booking would say at the fields of code and mail. What isn't there is only missed by who wants to book. */
async function refusedBy(
  deps: BookingDeps,
  { language }: Visit,
  form: BookForm,
  about: { readonly sessionType: SessionType; readonly start: number },
  wantedToBook: boolean,
): Promise<Readonly<Record<string, string>>> {
  const companyCode = codeOf(form);
  const email = wantedToBook && form.email.length <= limits.email ? form.email.trim() : '';
  if (companyCode === '' && !wantedToBook) return {};
  try {
    await quoteSession(deps, { ...about, ...(companyCode && { companyCode }), ...(email && { email }) });
    return {};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalWords(error, language, deps.settings.brand.supportMail);
  }
}

/** Empty where none was given, or more than is a code. */
function codeOf({ companyCode }: BookForm): string {
  const code = companyCode.trim();
  return code.length <= limits.companyCode ? code : '';
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
