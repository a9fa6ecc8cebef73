import type { JsonSchema } from './api-document.ts';

/** A field of a schema as people read of it. */
export interface SchemaRow {
  /** Where the field stands: `attendee.name`, `sessionTypes[].id`, `days{}[].start`. */
  readonly path: string;
  /** What it holds: "text, at most 40 characters". */
  readonly holds: string;
  readonly required: boolean;
}

/** The fields of a schema that hold something themselves, in their order; what is no object is the body itself. */
export function rowsOf(schema: JsonSchema, path = '', required = true): SchemaRow[] {
  const { type, properties = {}, items, additionalProperties } = schema;
  if (type === 'array' && items !== undefined) return rowsOf(items, `${path}[]`, required);
  if (type !== 'object') return [{ path: path || 'body', holds: holdsOf(schema), required }];
  const named = Object.entries(properties).flatMap(([name, inner]) =>
    rowsOf(inner, path === '' ? name : `${path}.${name}`, required && (schema.required ?? []).includes(name)),
  );
  const keyed = hasType(additionalProperties) ? rowsOf(additionalProperties, `${path}{}`, required) : [];
  return [...named, ...keyed];
}

/** What a value of the schema is, in words. */
export function holdsOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `always ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined) return `one of ${schema.enum.join(', ')}`;
  const kind = formats[schema.format ?? ''] ?? types[schema.type ?? ''] ?? 'anything';
  return schema.maxLength === undefined ? kind : `${kind}, at most ${schema.maxLength} characters`;
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'time (RFC 3339)',
  email: 'mail address',
  uri: 'web address',
};

const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
};

/** `{}` and `true` say that more may come, not what. */
function hasType(schema: JsonSchema | boolean | undefined): schema is JsonSchema {
  return typeof schema === 'object' && schema.type !== undefined;
}
