import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { quoteSession } from '../../lib/app/quote-session.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import { normalizedEmail } from '../../lib/domain/people/email.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { limits } from '../../lib/http/schemas.ts';
import { type Barred, barredBy, bookingsBehind } from '../../lib/pages/book/barred.ts';
import type { BookForm } from '../../lib/pages/book/form.ts';
import { refusalWords } from '../../lib/pages/book/refusal-words.ts';
import type { BookView } from '../../lib/pages/book/view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { contestOf } from '../requests/missed-sessions.ts';
import type { Viewer } from '../requests/viewer.ts';

interface Wish {
  readonly sessionType: SessionType;
  /** The start that was picked (ms). */
  readonly picked: number | undefined;
  /** The start that is asked about (ms). */
  readonly start: number;
}

interface Asking {
  readonly wantedToBook: boolean;
  readonly viewer?: Viewer;
  /** The IP address that is asked from. */
  readonly source?: string;
}

/** What booking would say at the fields of code and mail, and about where somebody stands. */
export interface Quoted extends Pick<BookView, 'barred' | 'decideBy'> {
  /** By the field's name. */
  readonly words: Readonly<Record<string, string>>;
}

/** What booking would say. What isn't there is only missed by who wants to book. */
export async function quoteOf(
  deps: Deps & LinkDeps,
  visit: Visit,
  form: BookForm,
  { sessionType, start, picked }: Wish,
  asking: Asking,
): Promise<Quoted> {
  const companyCode = codeOf(form);
  const email = emailFor(form, asking);
  const { wantedToBook, viewer, source } = asking;
  if (companyCode === '' && !wantedToBook) return { words: {} };
  try {
    const given = { ...(companyCode && { companyCode }), ...(email && { email }), ...(source && { source }) };
    const wanted = { sessionType, start, ...given };
    const { approval } = await quoteSession(deps, wanted);
    const tells = approval !== undefined && picked !== undefined && mayTell(visit, viewer);
    return { words: {}, ...(tells && { decideBy: approval.decideBy }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { companyCode: said, email: noAccount } = wordsOf(error, visit);
    const words = {
      ...(said && { companyCode: said }),
      ...(noAccount && wantedToBook && { email: noAccount }),
    };
    const barred = mayTell(visit, viewer) ? await barredOf(deps, error, form, viewer) : undefined;
    const tells = barred !== undefined && (barred.because !== 'too-soon' || picked !== undefined);
    return { words, ...(tells && { barred }) };
  }
}

/** Empty where none was given, or more than is a code. */
export function codeOf({ companyCode }: BookForm): string {
  const code = companyCode.trim();
  return code.length <= limits.companyCode ? code : '';
}

/** The attendee's, for who wants to book, and for who is signed in with it. */
function emailFor(form: BookForm, { wantedToBook, viewer }: Asking): string {
  const email = form.email.length <= limits.email ? form.email.trim() : '';
  return wantedToBook || ownerOf(form, viewer) !== undefined ? email : '';
}

function ownerOf({ email }: BookForm, viewer: Viewer | undefined): Member | undefined {
  if (viewer?.actor.kind !== 'member') return undefined;
  const { person } = viewer.actor;
  return normalizedEmail(person.email) === normalizedEmail(email) ? person : undefined;
}

/** Where somebody stands is told to who is signed in; to everybody where no accounts are asked for. */
function mayTell({ settings }: Visit, viewer: Viewer | undefined): boolean {
  return viewer !== undefined || !settings.policy.accounts.requirePortalAccount;
}

/** With the ways to contest, for who missed the sessions themself. */
async function barredOf(
  deps: Deps & LinkDeps,
  refusal: Refusal,
  form: BookForm,
  viewer: Viewer | undefined,
): Promise<Barred | undefined> {
  const barred = barredBy(refusal);
  const member = ownerOf(form, viewer);
  if (barred?.because !== 'person' || member === undefined) return barred;
  const ways = await Promise.all(bookingsBehind(refusal).map((id) => contestOf(deps, member, id)));
  return { ...barred, missed: barred.missed.map((missed, index) => ({ ...missed, ...ways[index] })) };
}

function wordsOf(refusal: Refusal, { language, settings }: Visit): Readonly<Record<string, string>> {
  return refusalWords(refusal, language, settings.brand.supportMail);
}
