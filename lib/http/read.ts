import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { Refusal } from '../domain/refusal.ts';
import type { FieldError } from './problems.ts';

/** More than any request of ours needs. */
export const MAXIMUM_BODY = 16_384;

/** The query as a schema reads it. Throws `invalid-input` naming each field. */
export function readQuery<Schema extends z.ZodMiniType>(
  event: APIGatewayProxyEventV2,
  schema: Schema,
): z.output<Schema> {
  return read(schema, event.queryStringParameters ?? {}, 'query');
}

/** The JSON body as a schema reads it; no body reads as an empty object. Throws `invalid-input` naming each field. */
export function readBody<Schema extends z.ZodMiniType>(
  event: APIGatewayProxyEventV2,
  schema: Schema,
): z.output<Schema> {
  return read(schema, parseJson(bodyOf(event), event.headers['content-type']), 'body');
}

/** Throws `invalid-input` naming one field. */
export function refuseField(field: string, message: string): never {
  throw invalid([{ field, message }]);
}

/** One value as a schema reads it. Throws `invalid-input` naming each field, under `name` where it has none of its own. */
export function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  name: string,
): z.output<Schema> {
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(oneEach(result.error.issues.flatMap((issue) => fieldErrors(issue, name))));
}

export function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEventV2): string {
  if (body === undefined) return '';
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function parseJson(body: string, contentType: string | undefined): unknown {
  if (body.length > MAXIMUM_BODY) refuseField('body', `must be at most ${MAXIMUM_BODY} characters`);
  if (body.trim() === '') return {};
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    refuseField('content-type', 'must be application/json');
  }
  try {
    return JSON.parse(body);
  } catch {
    return refuseField('body', 'must be JSON');
  }
}

function invalid(errors: readonly FieldError[]): Refusal {
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  return new Refusal('invalid-input', `${detail}.`, { errors });
}

/** The first thing wrong with each field: what follows from it helps nobody. */
function oneEach(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.toReversed().map((error) => [error.field, error])).values()].toReversed();
}

type Issue = z.core.$ZodIssue;

function fieldErrors(issue: Issue, name: string): FieldError[] {
  const path = issue.path.map(String);
  const field = path.length === 0 ? name : path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      message: 'is not a field of this request',
    }));
  }
  return [{ field, message: messageOf(issue) }];
}

/** Our own words where the schema gives none: the library's come with every language of the world. */
function messageOf(issue: Issue): string {
  if (issue.input === undefined) return 'is required';
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  return issue.message === 'Invalid input' ? 'is not valid' : issue.message;
}

function article(expected: string): string {
  return /^[aeiou]/u.test(expected) ? `an ${expected}` : `a ${expected}`;
}
