import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { bodyOf, MAXIMUM_BODY, read, refuseField } from './read.ts';

/** That of a form with a sheet of 1 MB in it, each of whose bytes may take three characters. */
export const LARGEST_FORM = 3_200_000;

/**
 * A posted form as a schema reads it, every value a string. Throws `invalid-input` naming each field, also
 * where one is sent twice: forms of ours send each once. `most` is how many characters of the body are taken.
 */
export function readForm<Schema extends z.ZodMiniType>(
  event: APIGatewayProxyEventV2,
  schema: Schema,
  most = MAXIMUM_BODY,
): z.output<Schema> {
  if (!isForm(event)) {
    refuseField('content-type', 'must be application/x-www-form-urlencoded');
  }
  const body = bodyOf(event);
  if (body.length > most) refuseField('body', `must be at most ${most} characters`);
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (fields.has(name)) refuseField(name, 'must be sent once');
    fields.set(name, value);
  }
  return read(schema, Object.fromEntries(fields), 'body');
}

/**
 * One field of a posted form, before anything else of it is read; undefined where there is none, or no form. It may be
 * as large as any of ours.
 */
export function postedField(event: APIGatewayProxyEventV2, name: string): string | undefined {
  if (!isForm(event)) return undefined;
  const body = bodyOf(event);
  return body.length > LARGEST_FORM ? undefined : (new URLSearchParams(body).get(name) ?? undefined);
}

function isForm({ headers }: APIGatewayProxyEventV2): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded';
}
