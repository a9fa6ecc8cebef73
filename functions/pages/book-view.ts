import type { Deps } from '../../lib/app/deps.ts';
import { quoteSession } from '../../lib/app/quote-session.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { priceOf } from '../../lib/domain/booking/admission.ts';
import { DAY_MS, isZone } from '../../lib/domain/calendar/zone.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import type { BookForm } from '../../lib/pages/book/form.ts';
import { codeProblem } from '../../lib/pages/book/refusal-words.ts';
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
  deps: Deps,
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
  const code = problems?.get('companyCode') ?? (await refusedCode(deps, visit, form, about, wantedToBook));
  const codeGood = form.companyCode.trim() !== '' && code === undefined;
  return {
    form,
    sessionType,
    picker,
    ...(codeGood ? {} : { price: priceOf(sessionType, settings) }),
    codeGood,
    problems: inOrder({
      ...Object.fromEntries(problems ?? []),
      companyCode: code,
      release: refusedRelease(visit, form),
    }),
    remarks: [],
    zoneAssumed: false,
    wantedToBook,
  };
}

/** The first kind of session where none was chosen, or one that is no longer offered. */
function sessionTypeOf({ settings: { sessionTypes } }: Deps, { sessionType }: BookForm): SessionType {
  const found = sessionTypes.find(({ id }) => id === sessionType) ?? sessionTypes[0];
  if (found === undefined) throw new Error('the catalogue offers no kind of session');
  return found;
}

/** What booking would say of the code. One that isn't there is only missed by who wants to book. */
async function refusedCode(
  deps: Deps,
  { language }: Visit,
  form: BookForm,
  about: { readonly sessionType: SessionType; readonly start: number },
  wantedToBook: boolean,
): Promise<string | undefined> {
  const companyCode = form.companyCode.trim();
  if (companyCode === '' && !wantedToBook) return undefined;
  try {
    await quoteSession(deps, { ...about, ...(companyCode && { companyCode }) });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return codeProblem(error, language, deps.settings.brand.supportMail);
  }
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
