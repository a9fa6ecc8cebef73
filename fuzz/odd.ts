import * as fc from 'fast-check';
import type { Operation } from './api.ts';
import { hostileNumbers, hostileTexts, oddHeaders, oddPieces } from './hostile.ts';
import type { Plan } from './plan.ts';
import { valid } from './valid.ts';

/** A text nobody types, or any text at all. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

type Oddity = (plan: Plan) => Plan;

/**
 * Requests that are odd, of which the document doesn't say whether they are to be refused: hostile texts in any field,
 * odd headers, paths encoded as nobody does, other methods, fields sent twice.
 */
export function odd(operation: Operation): fc.Arbitrary<Plan> {
  return fc
    .record({ plan: valid(operation), change: fc.oneof(...changesOf(operation)) })
    .map(({ plan, change: { rule, apply } }) => ({ ...apply(plan), broken: { rule, certain: false } }));
}

type Change = fc.Arbitrary<{ readonly rule: string; readonly apply: Oddity }>;

function changesOf({ parameters, body, path }: Operation): Change[] {
  const queried = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const ofHeader = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  return [
    header,
    method,
    extra,
    ...(path.includes('{') ? [piece(path), wrongParameter] : []),
    ...(queried.length === 0 ? [] : [query(queried), twice(queried)]),
    ...(ofHeader.length === 0 ? [] : [headerText(ofHeader)]),
    ...(body === undefined ? [] : [text, text, bytes]),
  ];
}

const header: Change = fc.constantFrom(...oddHeaders).map(([name, value]) => ({
  rule: `header ${name}`,
  apply: (plan) => ({ ...plan, headers: { ...plan.headers, [name]: value } }),
}));

const headerText = (names: readonly string[]): Change =>
  fc
    .record({ name: fc.constantFrom(...names), value: fc.string({ maxLength: 300 }) })
    .map(({ name, value }) => ({
      rule: `header ${name}`,
      apply: (plan) => ({ ...plan, headers: { ...plan.headers, [name]: value } }),
    }));

const method: Change = fc
  .constantFrom('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'GET', 'POST')
  .map((method) => ({
    rule: `method ${method}`,
    apply: (plan) => ({ ...plan, method }),
  }));

/** API Gateway takes what it doesn't know as it is: names that are no fields, and texts that are no names. */
const extra: Change = fc.record({ name: oddText, value: oddText }).map(({ name, value }) => ({
  rule: 'unknown in the query',
  apply: (plan) => ({ ...plan, query: [...plan.query, [name, value]] }),
}));

const piece = (path: string): Change =>
  fc.constantFrom(...oddPieces).map((piece) => ({
    rule: 'path as nobody encodes it',
    apply: (plan) => ({ ...plan, rawPath: path.replaceAll(/\{\w+\+?\}/gu, piece) }),
  }));

const wrongParameter: Change = oddText.map((value) => ({
  rule: 'hostile text in the path',
  apply: (plan) => ({
    ...plan,
    parameters: Object.fromEntries(Object.keys(plan.parameters).map((name) => [name, value])),
  }),
}));

const query = (names: readonly string[]): Change =>
  fc.record({ name: fc.constantFrom(...names), value: oddText }).map(({ name, value }) => ({
    rule: 'hostile text in the query',
    apply: (plan) => ({ ...plan, query: [...plan.query.filter(([other]) => other !== name), [name, value]] }),
  }));

const twice = (names: readonly string[]): Change =>
  fc.constantFrom(...names).map((name) => ({
    rule: 'twice in the query',
    apply: (plan) => ({ ...plan, query: [...plan.query, [name, 'twice'], [name, 'twice']] }),
  }));

const text: Change = fc
  .record({ at: fc.nat({ max: 20 }), value: fc.oneof(oddText, fc.constantFrom(...hostileNumbers)) })
  .map(({ at, value }) => ({
    rule: 'hostile value in the body',
    apply: (plan) => {
      if (plan.body?.as !== 'json') return plan;
      return { ...plan, body: { ...plan.body, value: withValueAt(plan.body.value, at, value) } };
    },
  }));

const bytes: Change = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => ({
  rule: 'any text for a body',
  apply: (plan) => {
    const type = plan.body?.as === 'form' ? 'application/x-www-form-urlencoded' : plan.body?.type;
    return { ...plan, body: { as: 'text', type, text } };
  },
}));

/** One of the fields replaced, those of objects inside included. */
function withValueAt(object: unknown, at: number, value: unknown): unknown {
  const fields = Object.entries(object ?? {});
  const [name, inner] = fields[at % Math.max(fields.length, 1)] ?? [];
  if (name === undefined) return object;
  const isObject =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !Object.hasOwn(inner, '$');
  const changed = isObject ? withValueAt(inner, at >> 1, value) : value;
  return Object.fromEntries(fields.map(([other, old]) => [other, other === name ? changed : old]));
}
