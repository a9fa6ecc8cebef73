import type { Refusal, RefusalCode } from '../domain/refusal.ts';

/** A field of the request, and what is wrong with it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Problem details, RFC 9457, with our `code`, and `errors` for fields. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
  readonly [fact: string]: unknown;
}

export type ProblemCode = RefusalCode | 'internal-error';

/** The one table from a refusal to what HTTP makes of it. */
export const refusals = {
  'invalid-input': { status: 400, title: 'The request is not valid' },
  'idempotency-key-missing': { status: 400, title: 'An Idempotency-Key header is needed' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'code-not-recognised': { status: 422, title: 'The company code is not recognised' },
  'code-expired': { status: 422, title: 'The maintenance plan behind the code has ended' },
  'account-required': { status: 403, title: 'A free session needs an account of the company' },
  'payment-required': { status: 402, title: 'Without a company code the session is paid' },
  'free-session-blocked': { status: 403, title: 'Free sessions are blocked for a while' },
  'company-blocked': { status: 403, title: 'Free sessions are blocked for the company' },
  'approval-required': { status: 403, title: 'The session starts too soon for the approval that it needs' },
  'release-not-supported': { status: 422, title: 'The release is not supported any more' },
  'slot-unavailable': { status: 409, title: 'The time is not free' },
  'outside-change-window': { status: 422, title: 'It is too late to change the booking' },
  'outside-join-window': { status: 422, title: 'The session can not be joined yet' },
  'already-over': { status: 409, title: 'The booking is over' },
  'changed-meanwhile': { status: 409, title: 'Somebody else was faster' },
  'nobody-joined': { status: 409, title: 'Nobody has joined' },
  'somebody-joined': { status: 409, title: 'Somebody has joined' },
  'join-stands': { status: 409, title: 'That somebody joined is not only the word of our staff' },
  'not-begun': { status: 409, title: 'The session has not begun' },
  'not-completed': { status: 409, title: 'The session is not completed' },
  'not-a-no-show': { status: 409, title: 'The booking is no no-show' },
  'not-pending': { status: 409, title: 'The booking waits for no approval' },
  'not-contested': { status: 409, title: 'The no-show is not contested' },
  'open-sessions': { status: 409, title: 'There are sessions still to come' },
  'link-invalid': { status: 404, title: 'The link is not valid' },
  'not-found': { status: 404, title: 'Not found' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'forged-request': { status: 403, title: 'The request did not come from our own pages' },
  'account-exists': { status: 409, title: 'There is such an account already' },
  'last-primary': { status: 409, title: 'The company would have no Primary' },
  'company-exists': { status: 409, title: 'There is such a company already' },
  'code-taken': { status: 409, title: 'The code is in use' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  busy: { status: 503, title: 'Busy' },
} as const satisfies Record<RefusalCode, { status: number; title: string }>;

/** Where a problem happened, for the answer to name without repeating the request. */
export interface ProblemPlace {
  readonly siteUrl: string;
  readonly requestId: string;
}

export function problemOf({ code, detail, facts }: Refusal, place: ProblemPlace): Problem {
  const { status, title } = refusals[code];
  return { ...facts, ...frame(code, place), title, status, detail };
}

/** What a caller hears of a failure of ours: that it happened, and the id to ask about. Nothing of its cause. */
export function internalProblem(place: ProblemPlace): Problem {
  return {
    ...frame('internal-error', place),
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'The request was not carried out. Please try again.',
  };
}

function frame<Code extends ProblemCode>(code: Code, { siteUrl, requestId }: ProblemPlace) {
  return { type: `${siteUrl}/docs#${code}`, instance: `urn:request:${requestId}`, code };
}
