import * as z from 'zod/mini';
import { levels } from '../domain/people/level.ts';

/** The shape of what an import of companies is answered. */

const text = z.optional(z.string());
const level = z.optional(z.enum(levels));

const step = z.strictObject({
  line: z.int(),
  action: z.enum(['create-company', 'change-company', 'invite', 'change-level']),
  company: z.string(),
  name: text,
  planUntil: text,
  afterHours: z.optional(z.boolean()),
  code: text,
  email: text,
  level,
  from: level,
});

export const importAnswer = z.strictObject({
  dryRun: z.boolean(),
  steps: z.array(step),
  left: z.int(),
});
