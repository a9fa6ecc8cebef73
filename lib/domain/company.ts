/** A customer. Its code, shared by all its staff, makes a session free while the maintenance plan lasts. */
export interface Company {
  readonly id: string;
  readonly name: string;
  /** Last date (YYYY-MM-DD, deployment's zone) on which the plan is active. */
  readonly planUntil: string;
}

/** A code as it is compared and stored: without surrounding or inner spaces, in capitals. */
export function normalizedCode(code: string): string {
  return code.replace(/\s+/gu, '').toUpperCase();
}
