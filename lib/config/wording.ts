import * as z from 'zod';

/** What is wrong with a field, in plain words, where its schema doesn't say so itself. */
export function wording(issue: z.core.$ZodRawIssue): string | undefined {
  const { code, input } = issue;
  if (code === 'unrecognized_keys') return 'is not a setting that Showup knows';
  if (code === 'invalid_type') return wrongType(input, issue.expected);
  if (code === 'invalid_value') return wrongChoice(input, issue.values);
  if (code === 'invalid_union')
    return input === undefined
      ? 'is missing'
      : `must be ${kinds['string']}, or one for each language, not ${kindOf(input)}`;
  if (code === 'not_multiple_of') return `${String(input)} is not a multiple of ${issue.divisor}`;
  if (code === 'too_small')
    return issue.origin === 'array'
      ? `needs at least ${issue.minimum}`
      : `${String(input)} is too small: it must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  if (code === 'too_big')
    return issue.origin === 'array'
      ? `takes at most ${issue.maximum}`
      : `${String(input)} is too large: the most is ${issue.maximum}`;
  return undefined;
}

/** What is wrong with the form that was meant, where a field takes several; else the issue itself. */
export function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const form = issue.errors.find((inner) => !inner.some(isOfAnotherForm));
  return form?.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

function isOfAnotherForm({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

/** The fields that an issue is about, each as `pathText` writes it. */
export function fieldsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => pathText([...issue.path, key]));
  return [pathText(issue.path)];
}

/** A field's path as in code, `consultants[0].hours.monday[0].to`; the file's name for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return z.core.toDotPath(path) || 'showup.config.ts';
}

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  boolean: 'true or false',
  number: 'a number',
  string: 'text in quotes',
  array: 'a list',
  object: 'a group of settings in braces',
};

function wrongType(input: unknown, expected: string): string {
  return input === undefined ? 'is missing' : `must be ${kinds[expected] ?? expected}, not ${kindOf(input)}`;
}

function wrongChoice(input: unknown, values: readonly unknown[]): string {
  if (input === undefined) return 'is missing';
  return `${JSON.stringify(input)} is none of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
}

function kindOf(input: unknown): string {
  if (typeof input === 'number' || input === null) return String(input);
  if (Array.isArray(input)) return 'a list';
  return kinds[typeof input] ?? `a ${typeof input}`;
}
