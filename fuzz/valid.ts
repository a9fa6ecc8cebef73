import * as fc from 'fast-check';
import type { Operation, Parameter, Schema } from './api.ts';
import { type Caller, callers, type Plan, type PlannedBody } from './plan.ts';
import { stateOf } from './states.ts';
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
      caller: callerFor(operation),
      parameters: stateful(id, path),
      query: fieldsOf(operation, 'query'),
      headers: fieldsOf(operation, 'header'),
      body: drawnBody,
    })
    .map(({ body, query, headers, ...drawn }) => ({
      ...drawn,
      ...{ operation: id, method, path, headers },
      query: Object.entries(query),
      ...(id === 'receiveAttendance' ? { signed: true } : {}),
      ...(body === undefined ? {} : { body: upToDate(body, drawn.parameters) }),
    }));
}

/** A member's own bookings are asked for by that member. */
function callerFor(operation: Operation): fc.Arbitrary<Caller> {
  if (stateOf[operation.id]?.endsWith(' own') !== true) return callerOf(operation);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Caller>('member') },
    { weight: 1, arbitrary: callerOf(operation) },
  );
}

type Parameters = Readonly<Record<string, unknown>>;

/** Most calls that only one state takes are about something in that state. */
function stateful(id: string, path: string): fc.Arbitrary<Parameters> {
  const [kind, part = ''] = [stateOf[id], stateOf[id]?.split(' ')[0]];
  if (kind === undefined) return parametersOf(path);
  const inState = picked(kind, part).map((pick) => ({ [part]: pick }));
  return fc.oneof({ weight: 3, arbitrary: inState }, { weight: 1, arbitrary: parametersOf(path) });
}

/** A revision that is sent is mostly the one that whatever is in the path has. */
function upToDate(body: PlannedBody, { bookingId }: Parameters): PlannedBody {
  if (body.as !== 'json' || !isObject(body.value) || !('revision' in body.value)) return body;
  if (!isObject(bookingId) || body.value['revision'] === 1) return body;
  return { ...body, value: { ...body.value, revision: { ...bookingId, part: 'revision' } } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
export function parametersOf(path: string): fc.Arbitrary<Parameters> {
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
  ruleOnCompany: () => ruling(fc.constantFrom('approval', 'block'), fc.constant('nothing')),
  ruleOnPerson: () => ruling(fc.constant('block'), fc.constantFrom('lift', 'payment')),
  // At any minute, also this one: such sessions are then joined, missed and completed.
  bookForMember: (schema) =>
    fc
      .record({ body: fitting(schema), now: fc.boolean(), start: minutesFromNow(0, 15) })
      .map(({ body, now, start }) => (now ? { ...(body as object), start, override: true } : body)),
};

/** Some decisions end on a day, and the others have no end. */
function ruling(ending: fc.Arbitrary<string>, endless: fc.Arbitrary<string>): Drawn {
  const reason = fc.constant('Talked to them');
  return fc.oneof(
    fc.record({ decision: ending, reason, until: minutesFromNow(1440, 288_000) }),
    fc.record({ decision: endless, reason }),
  );
}

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
