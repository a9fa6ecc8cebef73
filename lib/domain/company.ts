import type { CompanyRuling } from './standing/entry.ts';

/** The company that a code belongs to, as far as booking must know it. */
export interface CodeHolder {
  readonly id: string;
  readonly name: string;
  /** Last date (YYYY-MM-DD, deployment's zone) on which the plan is active. */
  readonly planUntil: string;
  /** Whether the company has the add-on that extends the operating hours. */
  readonly afterHours: boolean;
  /** What our staff decided on it last, also where it has ended. A booking that relies on it is held to it. */
  readonly ruling?: CompanyRuling;
}

/** A customer. Its code, shared by all its staff, makes a session free while the maintenance plan lasts. */
export interface Company extends CodeHolder {
  /** As it is shown: with its hyphens. */
  readonly code: string;
  /** Codes that were replaced, the latest last. Some may have ended. */
  readonly formerCodes: readonly FormerCode[];
  /** What our staff decided before that, the latest last. */
  readonly formerRulings: readonly CompanyRuling[];
  /** Rises with every change of the record, and with every change of its people that its rules depend on. */
  readonly revision: number;
}

export interface FormerCode {
  readonly code: string;
  /** When it stops working (ms). */
  readonly until: number;
}

/** A code as it is compared and stored: in capitals, without spaces and hyphens. */
export function normalizedCode(code: string): string {
  return code.replace(/[\s\p{Dash_Punctuation}]+/gu, '').toUpperCase();
}
