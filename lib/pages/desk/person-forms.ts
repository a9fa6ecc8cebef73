import * as z from 'zod/mini';
import { limits } from '../../http/schemas.ts';

/** What our staff can do about a person. */
const personActions = ['block', 'lift', 'payment', 'mail', 'erase'] as const;
export type PersonAction = (typeof personActions)[number];

/** As a form sends it: nothing is an empty text, and more than it may hold comes back to be shortened. */
const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

export const personForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: typed,
  action: z.enum(personActions, 'is not a button of this page'),
  /** The company within which it was decided; empty where there is none. */
  company: z.prefault(z.string().check(z.regex(/^[a-z0-9-]{0,40}$/u, 'is not an id')), ''),
  /** How many entries the record had. */
  seen: z.prefault(z.string().check(z.regex(/^\d{1,9}$/u, 'is not one that we made')), '0'),
  reason: typed,
  until: typed,
  /** The person's mail address, typed again to erase them. */
  confirm: z.prefault(z.string().check(z.maxLength(limits.email * 2, 'is too long')), ''),
});

export type PersonForm = z.output<typeof personForm>;

/** The action that a text names, if it is one. */
export function personActionIn(text: string | null): PersonAction | undefined {
  return personActions.find((known) => known === text);
}
