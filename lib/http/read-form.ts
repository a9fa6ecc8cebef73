import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { bodyOf, MAXIMUM_BODY, read, refuseField } from './read.ts';

/**
 * A posted form as a schema reads it, every value a string. Throws `invalid-input` naming each field, also
 * where one is sent twice: forms of ours send each once.
 */
export function readForm<Schema extends z.ZodMiniType>(
  event: APIGatewayProxyEventV2,
  schema: Schema,
): z.output<Schema> {
  if (!isForm(event)) {
    refuseField('content-type', 'must be application/x-www-form-urlencoded');
  }
  const body = bodyOf(event);
  if (body.length > MAXIMUM_BODY) refuseField('body', `must be at most ${MAXIMUM_BODY} characters`);
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (fields.has(name)) refuseField(name, 'must be sent once');
    fields.set(name, value);
  }
  return read(schema, Object.fromEntries(fields), 'body');
}

/** One field of a posted form, before anything else of it is read; undefined where there is none, or no form. */
export function postedField(event: APIGatewayProxyEventV2, name: string): string | undefined {
  if (!isForm(event)) return undefined;
  const body = bodyOf(event);
  return body.length > MAXIMUM_BODY ? undefined : (new URLSearchParams(body).get(name) ?? undefined);
}

function isForm({ headers }: APIGatewayProxyEventV2): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded';
}
