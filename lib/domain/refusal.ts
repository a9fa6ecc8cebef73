/** Why a request is turned down. Each code has one HTTP status and title, in `lib/http/problems.ts`. */
export type RefusalCode =
  | 'invalid-input'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'code-not-recognised'
  | 'code-expired'
  | 'account-required'
  | 'payment-required'
  | 'free-session-blocked'
  | 'company-blocked'
  | 'approval-required'
  | 'release-not-supported'
  | 'slot-unavailable'
  | 'outside-change-window'
  | 'outside-join-window'
  | 'already-over'
  | 'changed-meanwhile'
  | 'nobody-joined'
  | 'somebody-joined'
  | 'join-stands'
  | 'not-begun'
  | 'not-completed'
  | 'not-a-no-show'
  | 'not-pending'
  | 'not-contested'
  | 'open-sessions'
  | 'link-invalid'
  | 'not-found'
  | 'not-signed-in'
  | 'not-allowed'
  | 'forged-request'
  | 'account-exists'
  | 'last-primary'
  | 'company-exists'
  | 'code-taken'
  | 'too-many-requests'
  | 'busy';

/** Thrown when the rules say no. `detail` is a sentence for the person who asked; `facts` travel in the answer beside it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, detail: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.facts = facts;
  }
}
