import type { Schema } from './api.ts';
import { others } from './hostile.ts';

/** A value that a schema refuses, and why. */
export interface Refused {
  readonly rule: string;
  readonly value: unknown;
}

const instants = [
  'tomorrow',
  '2026-11-24',
  '2026-11-24T15:00:00',
  '2026-02-30T15:00:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24 15:00:00Z',
  '+012026-11-24T15:00:00Z',
  '1795532400000',
];

const mails = [
  'ada',
  'ada@',
  '@example.com',
  'a b@example.com',
  'ada@example.com\r\nBcc: x@example.com',
  'a@b',
];

/** Values that break one rule of a schema each, whatever else it says. Empty texts and such are for texts that must have something. */
export function refusedBy(schema: Schema, asText = false): Refused[] {
  const types = asText ? [] : wrongTypes(schema);
  if (schema.const !== undefined)
    return [...types, { rule: 'another value', value: `not ${JSON.stringify(schema.const)}` }];
  if (schema.enum !== undefined) return [...types, ...notListed(schema.enum)];
  return [...types, ...badTexts(schema), ...badNumbers(schema)];
}

function wrongTypes({ type }: Schema): Refused[] {
  if (type === undefined) return [];
  return Object.entries(others)
    .filter(([other]) => other !== type && !(type === 'number' && other === 'integer'))
    .flatMap(([other, values]) => values.map((value) => ({ rule: `${other} for ${type}`, value })));
}

const notListed = (listed: readonly unknown[]): Refused[] =>
  [
    '',
    'nothing-like-it',
    '__proto__',
    'toString',
    `${String(listed[0])} `,
    String(listed[0]).toUpperCase(),
  ].map((value) => ({
    rule: 'not one of those listed',
    value,
  }));

function badTexts({ type, format, minLength = 0, maxLength, pattern }: Schema): Refused[] {
  if (type !== 'string') return [];
  const [none, long] = [
    minLength > 0 ? [{ rule: 'empty', value: '' }] : [],
    maxLength === undefined ? [] : [{ rule: 'too long', value: 'x'.repeat(maxLength + 1) }],
  ];
  if (format === 'date-time') return instants.map((value) => ({ rule: 'no instant', value }));
  if (format === 'email') return [...long, ...mails.map((value) => ({ rule: 'no mail address', value }))];
  const shapeless = pattern === undefined ? [] : [{ rule: 'not as the pattern says', value: '~' }];
  return [...none, ...long, ...shapeless];
}

function badNumbers({ type, minimum, maximum }: Schema): Refused[] {
  if (type !== 'integer' && type !== 'number') return [];
  return [
    ...(minimum === undefined ? [] : [{ rule: 'too small', value: minimum - 1 }]),
    // Beyond the integers that numbers of JSON are sure to keep, what comes next is the same number.
    ...(maximum === undefined ? [] : [{ rule: 'too large', value: Math.max(maximum + 1, maximum * 1.5) }]),
    { rule: 'huge', value: 1e308 },
  ];
}
