import * as z from 'zod/mini';

/** More than they may hold: what is too long, or is none, comes back to be put right. */
const typed = z.prefault(z.string().check(z.maxLength(4000, 'is too long')), '');

const csrf = z.prefault(z.string().check(z.maxLength(100, 'is too long')), '');

export const signInForm = z.strictObject({ csrf, email: typed, password: typed });

export const forgotForm = z.strictObject({ csrf, email: typed });

/** `email` is there for browsers that keep passwords. */
export const passwordForm = z.strictObject({ csrf, email: typed, password: typed });
