import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemAnswer } from '../../lib/http/answer-schemas.ts';
import { operations } from '../../lib/http/operations.ts';
import { internalProblem, refusals } from '../../lib/http/problems.ts';
import { type Call, callsOf } from '../../lib/pages/docs/api-document.ts';
import { curlOf } from '../../lib/pages/docs/curl.ts';
import { docsPage } from '../../lib/pages/docs/docs-page.tsx';
import type { Example } from '../../lib/pages/docs/example.ts';
import { exampleProblem, examplesOf } from '../../lib/pages/docs/examples.ts';
import { meaningOf } from '../../lib/pages/docs/field-meanings.ts';
import { rowsOf } from '../../lib/pages/docs/schema-rows.ts';
import settings from '../fixture-config.ts';
import { shown, textOf, visit } from './session-visit.ts';

const siteUrl = 'https://showup.example';
const now = Date.parse('2026-11-23T15:00:00Z');
const calls = callsOf(siteUrl, settings.brand.name);
const examples = examplesOf(settings, siteUrl, now);
const page = shown(docsPage(visit(), { siteUrl, now }));

describe('the page about the API', () => {
  it('has every call that others may make, at an address of its own', () => {
    const others = Object.keys(operations).filter((name) => name !== 'receiveText');
    expect(calls.map(({ operationId }) => operationId)).toEqual(others);
    for (const name of others) expect(page.html).toContain(`id="${name}"`);
  });

  it('has an address for every refusal, where the type of a problem leads', () => {
    const { type } = internalProblem({ siteUrl, requestId: '' });
    expect(type).toBe(`${siteUrl}/docs#internal-error`);
    for (const code of [...Object.keys(refusals), 'internal-error'])
      expect(page.html).toContain(`id="${code}"`);
  });

  it('leads only to places that it has', () => {
    const wanted = [...page.html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id ?? '');
    expect(wanted.length).toBeGreaterThan(20);
    for (const id of wanted) expect(page.html).toContain(`id="${id}"`);
  });

  it('gives no two things one id', () => {
    const ids = [...page.html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads to the document that programs read', () => {
    expect(page.html).toContain('href="/openapi.json"');
  });

  it('needs no script', () => {
    expect(page.html).not.toContain('<script');
  });

  it('says around the English description what language the reader asked for', () => {
    const as = visit('lang=de');
    const { html } = shown(docsPage(as, { siteUrl, now }), as);
    expect(html).toContain('<h1>Schnittstelle zum Buchen</h1>');
    expect(html).toContain('<div lang="en">');
    expect(textOf(html)).toContain('What holds for every call');
  });
});

it.each(calls)('tells the meaning of every field of $operationId', ({ parameters, body, answer }) => {
  const paths = [
    ...parameters.map(({ name }) => name),
    ...[...rowsOf(body?.schema ?? { type: 'object' }), ...rowsOf(answer.schema)].map(({ path }) => path),
  ];
  expect(paths.filter((path) => meaningOf(path) === undefined)).toEqual([]);
});

describe.each(calls.flatMap((call) => exampled(call)))(
  'the example of $call.operationId',
  ({ call, example }) => {
    const { success, query = z.undefined(), body } = operations[call.operationId];

    it('is a request and an answer as the schemas have them', () => {
      expect(() => z.parse(success.schema, example.answer)).not.toThrow();
      expect(() => z.parse(query, example.query)).not.toThrow();
      expect(() => z.parse(body?.schema ?? z.object({}), example.body ?? {})).not.toThrow();
    });

    it('is a command that a shell reads as meant', async () => {
      const words = await wordsOf(curlOf(siteUrl, call, example));
      expect(words.find((word) => word.startsWith('https:'))).toContain(
        `${siteUrl}${call.path.split('{')[0]}`,
      );
      expect(words.includes('POST')).toBe(call.method === 'POST');
      const sent = (option: string) => words[words.indexOf(option) + 1 || words.length];
      if (typeof example.body === 'string') expect(sent('--data-binary')).toBe(example.body);
      else expect(sent('-d')).toEqual(example.body && JSON.stringify(example.body, undefined, 2));
    });
  },
);

function exampled(call: Call): { call: Call; example: Example }[] {
  const example = examples[call.operationId];
  return example === undefined ? [] : [{ call, example }];
}

/** What a POSIX shell makes of a command: the words after its name. */
async function wordsOf(command: string): Promise<string[]> {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  const { stdout } = await promisify(execFile)('sh', ['-c', script]);
  return stdout.split('\0').slice(0, -1);
}

it('quotes for the shell what the configuration may bring along', async () => {
  const [call] = calls;
  if (call === undefined) throw new Error('there is no call');
  const body = { topic: 'it\'s $HOME `id` "now"' };
  const command = curlOf(siteUrl, { ...call, method: 'POST' }, { body, answer: {} });
  expect(JSON.parse((await wordsOf(command)).at(-1) ?? '')).toEqual(body);
});

it('shows a refusal as one is answered', () => {
  expect(() => z.parse(problemAnswer, exampleProblem(siteUrl))).not.toThrow();
});

describe('the fields of a schema', () => {
  it('stand with what they hold, and whether they are needed', () => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 200 },
        list: {
          type: 'array',
          items: { type: 'object', properties: { at: { type: 'string', format: 'date-time' } } },
        },
        days: { type: 'object', additionalProperties: { type: 'array', items: { type: 'integer' } } },
        kind: { type: 'string', enum: ['a', 'b'] },
      },
      required: ['name', 'list'],
    };
    expect(rowsOf(schema)).toEqual([
      { path: 'name', holds: 'text, at most 200 characters', required: true },
      { path: 'list[].at', holds: 'time (RFC 3339)', required: false },
      { path: 'days{}[]', holds: 'whole number', required: false },
      { path: 'kind', holds: 'one of a, b', required: false },
    ]);
  });
});
