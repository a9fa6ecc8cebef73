import * as z from 'zod/mini';
import { email as emailSchema, limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import type { Language } from '../language/en.ts';

/** What is wrong with a mail address, as far as its text alone can tell. */
export function emailProblem(email: string, { account, fields }: Language): FieldProblems {
  if (email.trim() === '') return new Map([['email', fields.missing(account.email)]]);
  if (email.trim().length > limits.email) {
    return new Map([['email', fields.tooLong(account.email, limits.email)]]);
  }
  return z.safeParse(emailSchema, email).success ? new Map() : new Map([['email', fields.email]]);
}

/** That no password was typed. */
export function passwordMissing(password: string, { account, fields }: Language): FieldProblems {
  return password === '' ? new Map([['password', fields.missing(account.password)]]) : new Map();
}
