import * as fc from 'fast-check';
import type { Operation, Schema } from './api.ts';
import { refusedBy } from './broken-values.ts';
import { hostileNames } from './hostile.ts';
import type { Plan } from './plan.ts';
import { valid } from './valid.ts';

/** A change to a request that fits, after which it breaks one rule. */
interface Break {
  readonly rule: string;
  readonly field?: string;
  apply(plan: Plan): Plan;
}

/** Requests that break exactly one rule of what the document says of a call; undefined where it states none. */
export function broken(operation: Operation): fc.Arbitrary<Plan> | undefined {
  const breaks = breaksOf(operation);
  if (breaks.length === 0) return undefined;
  return fc.record({ plan: valid(operation), broken: fc.constantFrom(...breaks) }).map(({ plan, broken }) => {
    const { rule, field } = broken;
    return {
      ...broken.apply(plan),
      broken: { rule, ...(field === undefined ? {} : { field }), certain: true },
    };
  });
}

/** All rules of a call that can be broken one at a time, with each way to break them. */
export function breaksOf(operation: Operation): Break[] {
  return [...ofQuery(operation), ...ofHeaders(operation), ...ofBody(operation)];
}

function ofQuery({ parameters }: Operation): Break[] {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  const without = (plan: Plan, name: string) => plan.query.filter(([other]) => other !== name);
  const missing = own
    .filter(({ required }) => required)
    .map(({ name }) => ({
      rule: 'query: missing',
      field: name,
      apply: (plan: Plan) => ({ ...plan, query: without(plan, name) }),
    }));
  const wrong = own.flatMap(({ name, schema }) =>
    refusedBy(schema, true).map(({ rule, value }) => ({
      rule: `query: ${rule}`,
      field: name,
      apply: (plan: Plan): Plan => ({ ...plan, query: [...without(plan, name), [name, value]] }),
    })),
  );
  return [...missing, ...wrong];
}

function ofHeaders({ parameters }: Operation): Break[] {
  return parameters
    .filter((parameter) => parameter.in === 'header' && parameter.required)
    .map(({ name }) => ({
      rule: `header: without ${name}`,
      apply: (plan) => ({
        ...plan,
        // The signature is a header as well, and would be put in again.
        signed: false,
        headers: Object.fromEntries(Object.entries(plan.headers).filter(([other]) => other !== name)),
      }),
    }));
}

function ofBody({ body, parameters }: Operation): Break[] {
  if (body === undefined || body.schema.type !== 'object') return [];
  const { type, schema, required } = body;
  const signed = parameters.some(({ name }) => name === 'webhook-signature');
  const text = (rule: string, field: string, sent: string, as: string | null = type): Break => ({
    rule: `body: ${rule}`,
    field,
    apply: (plan) => ({ ...plan, body: { as: 'text', type: as ?? undefined, text: sent } }),
  });
  return [
    ...fieldBreaks(schema, []),
    ...(required && (schema.required ?? []).length > 0
      ? [text('none', type === 'application/json' && !signed ? (schema.required?.[0] ?? '') : 'body', '')]
      : []),
    text('not JSON', 'body', '{"a":'),
    text('not JSON', 'body', '{}}'),
    text('not JSON', 'body', "{'a':1}"),
    text('no object', 'body', '[]'),
    text('no object', 'body', 'null'),
    text('no object', 'body', '"text"'),
    text('no object', 'body', '1e999'),
    text('too deep', 'body', '['.repeat(8000)),
    text('deep', 'body', `${'['.repeat(4000)}${']'.repeat(4000)}`),
    // Of what is signed, the bytes count, whatever they are called.
    ...(type === 'application/json' && !signed
      ? [
          text('too large', 'body', `{"a":"${'x'.repeat(20_000)}"}`),
          text('another type', 'content-type', '{"a":1}', 'text/plain'),
          text('another type', 'content-type', 'a=1', 'application/x-www-form-urlencoded'),
          text('no type', 'content-type', '{"a":1}', null),
          text('another type', 'content-type', '{"a":1}', 'application/jsonx'),
        ]
      : []),
  ];
}

function fieldBreaks(schema: Schema, path: readonly string[]): Break[] {
  const { properties = {}, required = [] } = schema;
  const missing = required.map((name) => breakOf('missing', [...path, name], undefined));
  const unknown =
    schema.additionalProperties === false
      ? hostileNames.map((name) => breakOf('unknown field', [...path, name], 1))
      : [];
  const inner = Object.entries(properties).flatMap(([name, property]) => [
    ...refusedBy(property).map(({ rule, value }) => breakOf(rule, [...path, name], value)),
    ...(property.type === 'object' ? fieldBreaks(property, [...path, name]) : []),
    ...(property.type === 'array'
      ? refusedBy(property.items ?? {}).map(({ rule, value }) =>
          breakOf(`in a list: ${rule}`, [...path, name], [value]),
        )
      : []),
  ]);
  return [...missing, ...unknown, ...inner];
}

function breakOf(rule: string, path: readonly string[], value: unknown): Break {
  return {
    rule: `body: ${rule}`,
    field: path.join('.'),
    apply: (plan) => {
      const before = plan.body?.as === 'json' ? plan.body.value : {};
      const type = plan.body?.as === 'json' ? plan.body.type : 'application/json';
      return { ...plan, body: { as: 'json', type, value: changedAt(before, path, value) } };
    },
  };
}

/** With one field changed, or left out for undefined. `__proto__` is a field like any other. */
function changedAt(object: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const fields = Object.entries(object ?? {});
  const before = fields.find(([other]) => other === name)?.[1];
  const after = rest.length === 0 ? value : changedAt(before, rest, value);
  const others = fields.filter(([other]) => other !== name);
  return Object.fromEntries(after === undefined ? others : [...others, [name, after]]);
}
