import { describe, expect, it } from 'vitest';
import { type Document, operationsOf } from '../../fuzz/api.ts';
import { type Seen, wrongWith } from '../../fuzz/check.ts';
import type { Answer } from '../../fuzz/exchange.ts';
import type { Plan } from '../../fuzz/plan.ts';
import { openApi } from '../../lib/http/openapi.ts';

const site = 'https://showup.example';
const operations = operationsOf(JSON.parse(JSON.stringify(openApi(site, 'Example'))) as Document);
const path = '/v1/portal/newsletters';
const plan: Plan = {
  ...{ operation: 'chooseNewsletters', caller: 'member', method: 'POST', path },
  ...{ parameters: {}, query: [], headers: {} },
};
const certain = { rule: 'body: missing', field: 'newsletters', certain: true };

/** An answer to a change of the newsletters, with what is wrong with it. */
function judged(
  [status, body, type = 'application/json']: readonly [number, unknown, string?],
  more: Partial<Seen> = {},
  headers: Answer['headers'] = {},
): string | undefined {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return wrongWith({
    plan,
    ...{ sent: { method: 'POST', target: path, headers: {} }, writes: [], site },
    answer: { status, text, headers: { 'content-type': type, ...headers } },
    operation: operations.find(({ id }) => id === 'chooseNewsletters'),
    ...more,
  })?.rule;
}

const problem = (status: number, code: string, more: object = {}) =>
  [
    status,
    {
      type: `${site}/docs#${code}`,
      title: 'T',
      status,
      detail: 'D',
      instance: 'urn:request:1',
      code,
      ...more,
    },
    'application/problem+json',
  ] as const;
const errors = [{ field: 'newsletters', message: 'is required' }];
const html = '<!doctype html>\n<html lang="en"><body></body></html>\n';
const ofPages = { operation: undefined };

describe('an answer is wrong', () => {
  it('that fails, but for one that is busy and says until when', () => {
    expect(judged(problem(500, 'internal-error'))).toBe('status 500');
    expect(judged(problem(503, 'busy'))).toBe('status 503');
    expect(judged(problem(503, 'busy'), {}, { 'retry-after': '2' })).toBeUndefined();
  });

  it('whose status, type, schema or code is not declared', () => {
    expect(judged(problem(404, 'not-found'))).toBe('undeclared status 404');
    expect(judged([200, '<p>', 'text/html'])).toBe('undeclared type text/html of 200');
    expect(judged([200, { newsletters: 'yes' }])).toBe('the schema of 200');
    expect(judged([200, '{'])).toBe('the schema of 200');
    expect(judged(problem(403, 'busy'))).toBe('undeclared code busy');
    expect(
      judged([
        400,
        { ...problem(400, 'invalid-input', { errors })[1], status: 422 },
        'application/problem+json',
      ]),
    ).toBe('another status within');
  });

  it('that takes what breaks a rule, or refuses it without naming the field', () => {
    const broken = { plan: { ...plan, broken: certain } };
    expect(judged(problem(400, 'invalid-input', { errors }), broken)).toBeUndefined();
    expect(judged(problem(400, 'invalid-input'), broken)).toBe('names no field');
    const other = [{ field: 'other', message: 'is required' }];
    expect(judged(problem(400, 'invalid-input', { errors: other }), broken)).toMatch(
      /doesn't name the field/u,
    );
    expect(judged(problem(401, 'not-signed-in'), broken)).toBeUndefined();
  });

  it('that refuses and has changed rows, but for those that count', () => {
    const wrote = (pk: string) => ({ writes: [{ caller: 'Portal', pk, sk: 'PERSON' }] });
    expect(judged(problem(403, 'not-allowed'), wrote('PERSON#per_1'))).toBe('a refusal changes rows');
    expect(judged(problem(403, 'not-allowed'), wrote('TALLY#codes'))).toBeUndefined();
    const sent = { method: 'GET', target: '/portal', headers: {} };
    expect(judged([200, html, 'text/html'], { ...ofPages, ...wrote('PERSON#per_1'), sent })).toBe(
      'a GET changes rows',
    );
  });

  it('that tells of the inside, unless that was sent to us', () => {
    const told = problem(403, 'not-allowed', { detail: 'TypeError: x is not a function' });
    expect(judged(told)).toBe('tells of the inside');
    expect(
      judged(told, { sent: { method: 'POST', target: path, headers: {}, body: 'TypeError' } }),
    ).toBeUndefined();
  });

  it('that is no page of ours, or leads to another site', () => {
    expect(judged([200, html, 'text/html'], ofPages)).toBeUndefined();
    expect(judged([200, '<p>', 'text/html'], ofPages)).toBe('no page of ours');
    expect(judged(problem(400, 'invalid-input'), ofPages)).toBe('400 is no page');
    expect(judged([303, ''], ofPages, { location: '/portal' })).toBeUndefined();
    expect(judged([303, ''], ofPages, { location: '//evil.example/portal' })).toBe('leads astray');
  });
});
