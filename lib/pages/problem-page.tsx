import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import { refusals } from '../http/problems.ts';
import type { Language } from './language/en.ts';
import type { Page } from './page.tsx';
import { hrefOf, type Visit } from './visit.ts';

type Problems = Language['problems'];
/** A headline and what there is to say under it. */
export type Said = { readonly title: string; readonly text: string };

/** What a page says of each refusal that reaches it whole; forms say the others at their fields. */
const sayings: Readonly<Record<RefusalCode, (problems: Problems) => Said>> = {
  'invalid-input': ({ invalid }) => invalid,
  'idempotency-key-missing': ({ invalid }) => invalid,
  'idempotency-key-reused': ({ invalid }) => invalid,
  'code-not-recognised': ({ invalid }) => invalid,
  'code-expired': ({ invalid }) => invalid,
  'account-required': ({ accountRequired }) => accountRequired,
  'payment-required': ({ invalid }) => invalid,
  'free-session-blocked': ({ blocked }) => blocked,
  'company-blocked': ({ blocked }) => blocked,
  'approval-required': ({ tooSoon }) => tooSoon,
  'release-not-supported': ({ invalid }) => invalid,
  'slot-unavailable': ({ slotTaken }) => slotTaken,
  'outside-change-window': ({ tooLate }) => tooLate,
  'outside-join-window': ({ tooLate }) => tooLate,
  'already-over': ({ over }) => over,
  'changed-meanwhile': ({ settled }) => settled,
  'nobody-joined': ({ invalid }) => invalid,
  'somebody-joined': ({ settled }) => settled,
  'join-stands': ({ settled }) => settled,
  'not-begun': ({ invalid }) => invalid,
  'not-completed': ({ settled }) => settled,
  'not-a-no-show': ({ settled }) => settled,
  'not-pending': ({ settled }) => settled,
  'not-contested': ({ settled }) => settled,
  'open-sessions': ({ invalid }) => invalid,
  'link-invalid': ({ linkInvalid }) => linkInvalid,
  'not-found': ({ notFound }) => notFound,
  'not-signed-in': ({ notSignedIn }) => notSignedIn,
  'not-allowed': ({ notAllowed }) => notAllowed,
  'forged-request': ({ forged }) => forged,
  'account-exists': ({ invalid }) => invalid,
  'last-primary': ({ invalid }) => invalid,
  'company-exists': ({ invalid }) => invalid,
  'code-taken': ({ invalid }) => invalid,
  'too-many-requests': ({ busy }) => busy,
  busy: ({ busy }) => busy,
};

/** What is said of a refusal where nothing closer is known. */
export function sayingOf(code: RefusalCode, { problems }: Language): Said {
  return sayings[code](problems);
}

/** Where a page that is no way further sends people. */
export interface Way {
  readonly href: string;
  readonly label: string;
}

/** The page that tells of a refusal, with its status. Without a way of its own, it leads to the booking page. */
export function refusalPage(visit: Visit, { code }: Refusal, way?: Way): Page {
  return problemPage(visit, refusals[code].status, sayingOf(code, visit.language), way);
}

/** The page for a failure of ours; `requestId` is what to ask us about. */
export function failurePage(visit: Visit, requestId: string, way?: Way): Page {
  const { title, text, reference } = visit.language.problems.failed;
  return problemPage(visit, 500, { title, text, more: reference(requestId) }, way);
}

function problemPage(
  visit: Visit,
  status: number,
  { title, text, more }: Said & { readonly more?: string },
  way: Way = { href: hrefOf(visit, '/book'), label: visit.language.problems.book },
): Page {
  return {
    status,
    title,
    holdsToken: true,
    framable: true,
    body: (
      <>
        <h1>{title}</h1>
        <div class="card">
          <p>{text}</p>
          {more ? <p class="soft">{more}</p> : null}
          <p>
            <a class="button" href={way.href}>
              {way.label}
            </a>
          </p>
        </div>
      </>
    ),
  };
}
