import type { Level } from './level.ts';

interface Happened {
  /** When it was decided (ms). */
  readonly at: number;
  /** Id of the person who did it, or `operator`. */
  readonly by: string;
}

/** What happened to a person's account. */
export type PersonEvent = Happened &
  (
    | { readonly type: 'person-invited'; readonly passwordVersion: number }
    /** The mail with the activation link is wanted once more. */
    | { readonly type: 'invitation-resent'; readonly passwordVersion: number }
    | { readonly type: 'password-link-asked'; readonly passwordVersion: number }
    /** `activated` where it was the account's first password. */
    | { readonly type: 'password-set'; readonly passwordVersion: number; readonly activated: boolean }
    | { readonly type: 'level-changed'; readonly from: Level; readonly level: Level }
    | { readonly type: 'newsletters-chosen'; readonly newsletters: boolean }
    | { readonly type: 'person-removed' }
    /** Who it was is forgotten; only `tombstone` is left. */
    | { readonly type: 'person-erased'; readonly tombstone: string }
  );

/** What happened to a company. Codes are in the company's record alone. */
export type CompanyEvent = Happened &
  (
    | { readonly type: 'company-created' }
    | { readonly type: 'plan-changed'; readonly from: string; readonly planUntil: string }
    | { readonly type: 'company-renamed'; readonly from: string; readonly name: string }
    | { readonly type: 'after-hours-changed'; readonly afterHours: boolean }
    /** What was decided on it, and until when (ms). The reason stands in the company's record. */
    | {
        readonly type: 'company-ruled';
        readonly decision: 'nothing' | 'approval' | 'block';
        readonly until?: number;
      }
    /** `formerUntil` is when the code that was replaced stops working (ms). */
    | { readonly type: 'code-rotated'; readonly formerUntil: number }
  );

/** What a rule makes of a record: how it is afterwards, and what happened. No events: nothing changes. */
export interface Decided<Changed, Event> {
  readonly after: Changed;
  readonly events: readonly Event[];
}
