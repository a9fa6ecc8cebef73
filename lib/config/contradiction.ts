import type * as z from 'zod';

/** Two settings that can't both hold: the field to mend, and why. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A refinement for a schema, out of a function that lists what is wrong with a sound value. */
export function contradictions<T>(list: (value: T) => Iterable<Contradiction>) {
  return (value: T, context: z.core.$RefinementCtx): void => {
    for (const { path, message } of list(value))
      context.addIssue({ code: 'custom', path: [...path], message, params: { contradiction: true } });
  };
}

/** Whether an issue tells of a contradiction between sound values, rather than of a malformed one. */
export function isContradiction(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.['contradiction'] === true;
}

/** The entries whose key was already taken by an earlier one. */
export function* repeats<T>(
  list: readonly T[],
  keyOf: (entry: T) => string,
): Iterable<{ index: number; key: string }> {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const key = keyOf(entry);
    if (seen.has(key)) yield { index, key };
    seen.add(key);
  }
}
