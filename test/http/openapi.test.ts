import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RefusalCode } from '../../lib/domain/refusal.ts';
import { operations } from '../../lib/http/operations.ts';
import { refusals } from '../../lib/http/problems.ts';
import { type ApiRouteName, isApiRoute, type Route, routes } from '../../lib/http/routes.ts';
import { type Call, calls, document, type JsonSchema, schemas } from './openapi-document.ts';
import { changedAt, samples } from './requests.ts';

/** What the OpenAPI 3.1 specification says of keys and of words, and what our route list says of calls. */
describe('the OpenAPI document', () => {
  it('says which OpenAPI, which API and where it is', () => {
    expect(Object.keys(document)).toEqual(['openapi', 'info', 'servers', 'paths', 'components']);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/u);
    expect(document.info).toEqual({ title: 'Example Support: booking', version: '1' });
    expect(document.servers).toEqual([{ url: 'https://showup.example' }]);
  });

  it('has every call of the route list that is not a page, and no other', () => {
    const listed = routes.filter(isApiRoute);
    const told = calls.map(({ operationId, method, path }) => [operationId, method.toUpperCase(), path]);
    expect(new Set(told.map(String))).toEqual(
      new Set(listed.map(({ name, method, path }) => String([name, method, path]))),
    );
  });

  it('names each call once', () => {
    expect(new Set(calls.map(({ operationId }) => operationId)).size).toBe(calls.length);
  });
});

describe.each(calls.map((call) => [call.operationId, call] as const))('the call %s', (name, call) => {
  const operation = operations[name as ApiRouteName];
  const route: Route | undefined = routes.find((one) => one.name === name);

  it('has only the keys of an operation, and a summary', () => {
    const known = ['operationId', 'summary', 'security', 'parameters', 'requestBody', 'responses'];
    expect(Object.keys(call).filter((key) => !known.includes(key))).toEqual(['path', 'method']);
    expect(call.summary).toMatch(/\S/u);
    expect(call.path).toMatch(/^\//u);
    expect(['get', 'post']).toContain(call.method);
  });

  it('declares every parameter of its path, each as required, and no other', () => {
    const inPath = [...call.path.matchAll(/\{([^}]+)\}/gu)].map(([, parameter]) => parameter);
    const declared = call.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
  });

  it('declares no parameter twice', () => {
    const places = call.parameters.map((parameter) => `${parameter.in} ${parameter.name.toLowerCase()}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('declares the refusals that every call of its kind has', () => {
    const { refusals: declared } = operation;
    const reads = call.parameters.length > 0 || call.requestBody !== undefined;
    const needed = [
      ...(reads ? ['invalid-input'] : []),
      ...(call.path.includes('{token}') ? ['link-invalid'] : []),
      ...(call.method === 'post' ? ['busy'] : []),
      ...(route?.needs === undefined ? [] : ['not-signed-in', 'not-allowed']),
      ...(route?.needs !== undefined && call.method === 'post' ? ['forged-request'] : []),
      ...(operation.headers?.['Idempotency-Key'] === undefined
        ? []
        : ['idempotency-key-missing', 'idempotency-key-reused']),
    ];
    expect(needed.filter((code) => !declared.includes(code as RefusalCode))).toEqual([]);
  });

  it('needs somebody who is signed in just where the route does, by cookie or by token', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    const either = schemes.map((scheme) => ({ [scheme]: [] }));
    expect(call.security).toEqual(route?.needs === undefined ? undefined : either);
  });

  it('has no body where the method takes none', () => {
    expect(call.method === 'get' && call.requestBody !== undefined).toBe(false);
  });

  it('declares its success, and the status of every refusal by the name of its code', () => {
    const { status } = operation.success;
    const accepted = operation.accepted === undefined ? [] : [202];
    const dryRun = operation.dryRun === undefined ? [] : [operation.dryRun.status];
    const nothing = operation.nothing === undefined ? [] : [operation.nothing.status];
    const statuses = new Set([
      status,
      ...nothing,
      ...accepted,
      ...dryRun,
      ...operation.refusals.map((code) => refusals[code].status),
    ]);
    expect(new Set(Object.keys(call.responses).map(Number))).toEqual(statuses);
    for (const code of operation.refusals) {
      const response = call.responses[String(refusals[code].status)];
      expect(response?.description).toContain(`\`${code}\``);
      expect(response?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
    }
    expect(Object.values(call.responses).every(({ description }) => description !== '')).toBe(true);
  });
});

describe.each(schemas)('the schema of %s', (_, schema) => {
  it('is JSON Schema 2020-12, in the words that are used here', () => {
    expect(unknownWords(schema)).toEqual([]);
  });

  it('refers only to what the document has', () => {
    for (const reference of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/gu)) {
      const [, , section, name] = (reference[1] ?? '').split('/');
      expect(section).toBe('schemas');
      expect(document.components.schemas).toHaveProperty(name ?? '');
    }
  });
});

describe('a declared request', () => {
  const bodies: readonly (readonly [string, string])[] = [
    ['createBooking', 'bookingBody'],
    ['cancelBooking', 'cancelBody'],
    ['rescheduleBooking', 'rescheduleBody'],
    ['joinSession', 'noBody'],
    ['contestNoShow', 'contestBody'],
    ['chooseNewsletters', 'newslettersBody'],
    ['rotateCompanyCode', 'rotateCodeBody'],
    ['askForAccount', 'accountBody'],
    ['changeLevel', 'levelBody'],
    ['markJoined', 'joinedBody'],
    ['completeBooking', 'completeBody'],
    ['excuseNoShow', 'reasonBody'],
    ['cancelForMember', 'reasonBody'],
    ['rescheduleForMember', 'moveBody'],
    ['createCompany', 'companyBody'],
    ['changeCompany', 'companyChangesBody'],
    ['addPerson', 'accountBody'],
    ['approveBooking', 'approveBody'],
    ['declineBooking', 'reasonBody'],
    ['rejectContest', 'reasonBody'],
    ['ruleOnPerson', 'personRulingBody'],
    ['ruleOnCompany', 'companyRulingBody'],
    ['erasePerson', 'eraseBody'],
    ['allowMail', 'allowMailBody'],
    ['addHours', 'hoursBody'],
    ['removeHours', 'noBody'],
    ['replaceFeedAddress', 'feedBody'],
    ['resendCompanyInvitation', 'noBody'],
    ['changeCompanyLevel', 'levelBody'],
    ['removeCompanyPerson', 'noBody'],
  ];

  it.each(bodies)('%s takes what %s reads, and nothing beside it', (name, sample) => {
    const declared = z.fromJSONSchema(schemaOf(callNamed(name)));
    const good = samples[sample]?.good ?? {};
    expect(declared.safeParse(good).error?.issues ?? []).toEqual([]);
    expect(declared.safeParse(changedAt(good, 'extra', 1)).success).toBe(false);
  });

  it('that is answered otherwise than with JSON says so', () => {
    expect(Object.keys(callNamed('getEvidence').responses['200']?.content ?? {})).toEqual([
      'application/json',
      'text/html',
    ]);
    const { content, description } = callNamed('receiveAttendance').responses['204'] ?? {};
    expect({ content, description }).toEqual({
      content: undefined,
      description: expect.stringMatching(/not known/u),
    });
  });

  it('requires in its query what the call requires', () => {
    const query = callNamed('listSlots').parameters.filter((parameter) => parameter.in === 'query');
    expect(query.map(({ name, required }) => [name, required])).toEqual(
      ['sessionType', 'from', 'to', 'timeZone'].map((name) => [name, true]),
    );
  });

  it('requires nothing in its query that the call can do without', () => {
    const query = callNamed('listMyBookings').parameters.filter((parameter) => parameter.in === 'query');
    expect(query.map(({ name, required }) => [name, required])).toEqual(
      ['when', 'limit', 'cursor'].map((name) => [name, false]),
    );
  });

  it('of a booking requires its key as a header', () => {
    const headers = callNamed('createBooking').parameters.filter((parameter) => parameter.in === 'header');
    expect(headers.map(({ name, required }) => [name, required])).toEqual([['Idempotency-Key', true]]);
  });
});

function callNamed(name: string): Call {
  const found = calls.find(({ operationId }) => operationId === name);
  if (found === undefined) throw new Error(`the document has no ${name}`);
  return found;
}

function schemaOf({ requestBody }: Call): JsonSchema {
  const [content] = Object.values(requestBody?.content ?? {});
  if (content === undefined) throw new Error('the call has no body');
  return content.schema;
}

/** Words of a schema that JSON Schema doesn't have, or that have a value of another type than it says. */
function unknownWords(schema: JsonSchema): string[] {
  return Object.entries(schema).flatMap(([word, value]) => {
    if (word === 'properties')
      return Object.values(value as object).flatMap((inner) => unknownWords(inner as JsonSchema));
    if (word === 'items' || word === 'propertyNames') return unknownWords(value as JsonSchema);
    if (word === 'additionalProperties')
      return typeof value === 'object' ? unknownWords(value as JsonSchema) : [];
    if (word === 'allOf' || word === 'anyOf') return (value as JsonSchema[]).flatMap(unknownWords);
    return words[word]?.(value) === true ? [] : [word];
  });
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

const words: Readonly<Record<string, (value: unknown) => boolean>> = {
  $ref: isText,
  type: (value) => types.includes(String(value)),
  format: isText,
  pattern: (value) => typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp,
  enum: (value) => Array.isArray(value) && value.length > 0,
  const: () => true,
  required: (value) => Array.isArray(value) && value.every(isText),
  minLength: isNumber,
  maxLength: isNumber,
  minimum: isNumber,
  maximum: isNumber,
};
