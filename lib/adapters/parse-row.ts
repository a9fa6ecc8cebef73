import * as z from 'zod/mini';
import { remember } from '../domain/remember.ts';

/** Makes the schema of a row. To make one takes far longer than to read with it, and no run reads rows of every kind. */
export type RowSchema<Schema extends z.ZodMiniType> = () => Schema;

const made = new WeakMap<RowSchema<z.ZodMiniType>, z.ZodMiniType>();

/**
 * A row as its schema reads it, which is made the first time. Throws an Error that names the row and each field that is
 * wrong.
 */
export function parseRow<Schema extends z.ZodMiniType>(
  schema: RowSchema<Schema>,
  row: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const result = z.safeParse(remember(made, schema, () => schema()) as Schema, row);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, code }) => `${path.join('.') || 'the row'} (${code})`);
  throw new Error(`the row ${String(row['pk'])} ${String(row['sk'])} can't be read: ${problems.join(', ')}`);
}
