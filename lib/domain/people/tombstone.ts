/** What stands where somebody's name, or what was written by or to them, was erased. */
export const ERASED = 'Erased';

/** No address under it can ever be written to (RFC 2606). */
const NOWHERE = '@erased.invalid';

/** Who is left of somebody who was erased: the same in every record that had been theirs. */
export function remainsOf(tombstone: string): { readonly name: string; readonly email: string } {
  return { name: ERASED, email: `${tombstone}${NOWHERE}` };
}

/** Whether a mail address is what is left of somebody who was erased: nothing is ever sent there. */
export function isErased(email: string): boolean {
  return email.endsWith(NOWHERE);
}
