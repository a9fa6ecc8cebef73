import * as z from 'zod/mini';

/** A row as its schema reads it. Throws an Error that names the row and each field that is wrong. */
export function parseRow<Schema extends z.ZodMiniType>(
  schema: Schema,
  row: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const result = z.safeParse(schema, row);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, code }) => `${path.join('.') || 'the row'} (${code})`);
  throw new Error(`the row ${String(row['pk'])} ${String(row['sk'])} can't be read: ${problems.join(', ')}`);
}
