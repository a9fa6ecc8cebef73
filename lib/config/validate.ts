import type * as z from 'zod';
import { agreements } from './agreements.ts';
import { isContradiction } from './contradiction.ts';
import { settingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';
import { fieldsOf, meant, pathText, wording } from './wording.ts';

/** A configuration that can't be run: its message lists every problem, one a line, each led by its field. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The settings, once every field is known, well formed and in agreement with the others; else a ConfigError. */
export function validateConfig(settings: unknown): Settings {
  const { success, data, error } = settingsSchema.safeParse(settings, { error: wording });
  const issues = error?.issues ?? [];
  const problems = [...issues.flatMap(lines), ...disagreements(settings, issues)];
  if (!success || problems.length > 0) throw new ConfigError(problems);
  return data;
}

function lines(issue: z.core.$ZodIssue): string[] {
  return meant(issue).flatMap((one) => fieldsOf(one).map((field) => `${field}: ${one.message}`));
}

// Parts are compared as soon as those that a rule reads are well formed, whatever is wrong elsewhere, so that
// one run tells everything.
function* disagreements(settings: unknown, issues: readonly z.core.$ZodIssue[]): Iterable<string> {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return;
  const malformed = new Set(issues.filter((issue) => !isContradiction(issue)).map(({ path }) => path[0]));
  for (const { reads, contradictions } of agreements)
    if (!reads.some((part) => malformed.has(part)))
      for (const { path, message } of contradictions(settings as Settings))
        yield `${pathText(path)}: ${message}`;
}
