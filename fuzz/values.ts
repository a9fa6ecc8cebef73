import * as fc from 'fast-check';
import type { Schema } from './api.ts';
import type { Later } from './plan.ts';

/** What is drawn for a value: JSON, with what is known later still to be put in. */
export type Drawn = fc.Arbitrary<unknown>;

/** Something of a kind that the run has made, of the newest as often as of all. */
export function picked(pool: string, part = pool): fc.Arbitrary<Later> {
  return fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 999 })).map((n) => ({ $: 'pick', pool, n, part }));
}

/** An instant so many minutes from now. */
export function minutesFromNow(min: number, max: number): fc.Arbitrary<Later> {
  return fc
    .integer({ min: Math.ceil(min / 15), max: Math.floor(max / 15) })
    .map((quarters) => ({ $: 'instant', minutes: quarters * 15 }));
}

/** A date so many days from today. */
export function daysFromNow(min: number, max: number): fc.Arbitrary<Later> {
  return fc.integer({ min, max }).map((days) => ({ $: 'date', days }));
}

const DAY = 1440;
const words = fc.constantFrom('Robin is ill', 'Zürich, 3. Stock', '日本語', 'O’Neill & Søn', 'Ada Park');

/** An address that no person of the demo has. */
export const freshEmail: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 400 })
  .map((n) => `fuzz-${n}@example.com`);

const mobile = fc
  .integer({ min: 200, max: 299 })
  .map((n) => (n % 2 === 0 ? `+12025550${n}` : `+1 (202) 555-0${n}`));

/** What a field with this name means, beyond what its schema says. */
const named: Readonly<Record<string, () => Drawn>> = {
  sessionType: () => picked('sessionType'),
  start: () =>
    fc.oneof(
      { weight: 8, arbitrary: picked('slot', 'start') },
      { weight: 1, arbitrary: minutesFromNow(-DAY, 3 * DAY) },
    ),
  timeZone: () =>
    fc.constantFrom('America/New_York', 'Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'Pacific/Apia'),
  name: () =>
    fc.oneof(
      words.map((text) => text.replace('\n', ' ')),
      fc.constant('Ada Park'),
    ),
  email: () =>
    fc.oneof(
      { weight: 3, arbitrary: freshEmail },
      { weight: 1, arbitrary: fc.constant('member@example.com') },
    ),
  mobile: () => mobile,
  companyCode: () => picked('code'),
  replaced: () => picked('code'),
  code: () => fc.integer({ min: 0, max: 9999 }).map((n) => `FUZZ-${n}`),
  release: () => fc.constantFrom('6.1', '6.0', '5.2', '4.8'),
  consultant: () => picked('consultantId'),
  company: () => picked('companyId'),
  id: () => fc.integer({ min: 0, max: 9999 }).map((n) => `company-${n}`),
  from: () => minutesFromNow(DAY, 20 * DAY),
  to: () => minutesFromNow(20 * DAY, 21 * DAY),
  until: () => minutesFromNow(DAY, 200 * DAY),
  since: () => minutesFromNow(-10 * DAY, 0),
  joinedAt: () => minutesFromNow(-DAY, 0),
  timestamp: () => minutesFromNow(0, 0),
  planUntil: () => daysFromNow(1, 700),
  date: () => daysFromNow(-2, 20),
  limit: () => fc.integer({ min: 1, max: 50 }).map(String),
  days: () => fc.integer({ min: 1, max: 7 }).map(String),
  q: () => fc.oneof(words, freshEmail, mobile, picked('bookingId'), fc.constant('Morgan Ito')),
  url: () => fc.integer({ min: 0, max: 30 }).map((n) => `http://127.0.0.1:65535/hooks?n=${n}`),
  conferenceId: () => fc.constantFrom('200 300 101', '200300102', '1'),
  booking: () => picked('bookingId'),
  role: () => fc.constantFrom('guest', 'host'),
  revision: () => fc.integer({ min: 1, max: 4 }),
  seen: () => fc.integer({ min: 1, max: 3 }),
  type: () => fc.constant('participant.joined'),
};

/** What calls mean by a name where it is not what others do. Instants are dates in queries. */
const special: Readonly<Record<string, () => Drawn>> = {
  'query from': () => daysFromNow(0, 5),
  'query to': () => daysFromNow(5, 40),
  'query id': () => picked('bookingId'),
};

/** Values that fit a schema, of the kind that the field's name asks for. `at` is where the field is. */
export function fitting(schema: Schema, name = '', at: 'query' | 'header' | 'body' = 'body'): Drawn {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const meant = special[`${at} ${name}`] ?? (schema.type === 'object' ? undefined : named[name]);
  if (meant !== undefined) return meant();
  switch (schema.type ?? 'string') {
    case 'object':
      return object(schema);
    case 'array':
      return fc.uniqueArray(fitting(schema.items ?? {}), { minLength: 1, maxLength: 5 });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 1000) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return text(schema);
  }
}

function object({ properties = {}, required = [] }: Schema): Drawn {
  const fields = Object.entries(properties).map(([name, inner]) => [name, fitting(inner, name)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function text({ format }: Schema): Drawn {
  if (format === 'date-time') return minutesFromNow(-DAY, 30 * DAY);
  return format === 'email' ? freshEmail : words;
}
