import * as fc from 'fast-check';
import type { Operation, Parameter, Schema } from './api.ts';
import { type Caller, callers, type Plan } from './plan.ts';
import { type Drawn, fitting, minutesFromNow, picked } from './values.ts';

/** Requests that fit what the document says of a call, most by somebody who may make it. */
export function valid(operation: Operation): fc.Arbitrary<Plan> {
  const { id, method, path, body } = operation;
  const drawnBody =
    body === undefined
      ? fc.constant(undefined)
      : fc.option(bodyOf(operation), { freq: body.required ? 1000 : 4, nil: undefined });
  return fc
    .record({
      caller: callerOf(operation),
      parameters: parametersOf(path),
      query: fieldsOf(operation, 'query'),
      headers: fieldsOf(operation, 'header'),
      body: drawnBody,
    })
    .map(({ body, query, headers, ...drawn }) => ({
      ...drawn,
      ...{ operation: id, method, path, headers },
      query: Object.entries(query),
      ...(id === 'receiveAttendance' ? { signed: true } : {}),
      ...(body === undefined ? {} : { body }),
    }));
}

/** Everybody now and then, those whom the call is for the most. */
export function callerOf({ path, secured }: Pick<Operation, 'path' | 'secured'>): fc.Arbitrary<Caller> {
  const [right, other]: readonly (readonly Caller[])[] = path.includes('/desk')
    ? [['staff'], ['staff-browser']]
    : path.includes('/portal')
      ? [['primary', 'manager', 'member'], ['primary-browser']]
      : [['nobody'], ['member', 'staff']];
  return fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...(right ?? [])) },
    { weight: 2, arbitrary: fc.constantFrom(...(other ?? [])) },
    { weight: secured ? 1 : 0, arbitrary: fc.constantFrom<Caller>(...callers) },
  );
}

/** Where the parameter of a path is no name for what the run has, but for something of the path's own. */
const ownPools: Readonly<Record<string, string>> = {
  '/password/{token}': 'passwordToken',
  '/feeds/{token}': 'feedToken',
};

/** What stands in a path: of the same thing, where there are several. */
export function parametersOf(path: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const names = [...path.matchAll(/\{(\w+)\+?\}/gu)].map(([, name = '']) => name);
  const pool = ownPools[path] ?? names.join('+');
  if (names.includes('queue'))
    return fc.record({ queue: fc.constantFrom('approvals', 'contests', 'reviews') });
  return picked(pool).map((pick) => Object.fromEntries(names.map((name) => [name, { ...pick, part: name }])));
}

function fieldsOf(
  { id, parameters }: Operation,
  place: 'query' | 'header',
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const own = parameters.filter((parameter) => parameter.in === place);
  if (id === 'searchBookings' && place === 'query') return oneSearch(own);
  const fields = own.map(({ name, schema }) => [name, parameter(id, name, schema, place)] as const);
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: own.filter(({ required }) => required).map(({ name }) => name),
  });
}

/** Bookings are looked up by one thing at a time. */
function oneSearch(all: readonly Parameter[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const by = all.filter(({ name }) => !['limit', 'cursor', 'date'].includes(name));
  return fc.oneof(
    ...by.map(({ name, schema }) =>
      fc.record({ [name]: parameter('searchBookings', name, schema, 'query') }),
    ),
  );
}

function parameter(id: string, name: string, schema: Schema, place: 'query' | 'header'): Drawn {
  // One of another list is refused; there is none at first, and then none is sent.
  if (name === 'cursor') return picked(`cursor ${id}`, 'cursor');
  if (name === 'Idempotency-Key') return fc.uuid();
  return fitting(schema, name, place);
}

function bodyOf({ id, body }: Operation): fc.Arbitrary<NonNullable<Plan['body']>> {
  const { type = '', schema = {} } = body ?? {};
  if (type === 'text/csv') return sheet.map((text) => ({ as: 'text', type, text }));
  const value = bodies[id]?.(schema) ?? fitting(schema);
  return value.map((drawn) => ({ as: 'json', type, value: drawn }));
}

/** Where more has to fit together than a schema says. */
const bodies: Readonly<Record<string, (schema: Schema) => Drawn>> = {
  addHours: () => hours,
  // At any minute, also this one: such sessions are then joined, missed and completed.
  bookForMember: (schema) =>
    fc
      .record({ body: fitting(schema), now: fc.boolean(), start: minutesFromNow(0, 15) })
      .map(({ body, now, start }) => (now ? { ...(body as object), start, override: true } : body)),
};

/** What ends after it begins, on the same day. */
const hours: Drawn = fc
  .record({
    kind: fc.constantFrom('off', 'extra'),
    day: fc.integer({ min: 1, max: 40 }),
    quarters: fc.integer({ min: 1, max: 16 }),
    dryRun: fc.boolean(),
  })
  .map(({ day, quarters, ...rest }) => ({
    ...rest,
    reason: 'Training',
    from: { $: 'instant', minutes: day * 1440 },
    to: { $: 'instant', minutes: day * 1440 + quarters * 15 },
  }));

const sheet: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 })
  .map((rows) =>
    [
      'Company ID,Company name,Plan until,After hours,Code,Person name,E-mail,Level',
      ...rows.map((n) => `sheet-${n},Sheet ${n},2027-12-31,no,,Ada ${n},sheet-${n}@example.com,Basic`),
    ].join('\n'),
  );
