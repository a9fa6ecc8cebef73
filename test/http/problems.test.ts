import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import { toResult } from '../../lib/http/answer.ts';
import { problemAnswer } from '../../lib/http/answer-schemas.ts';
import { problemAnswers } from '../../lib/http/problem-answers.ts';
import { internalProblem, problemOf, refusals } from '../../lib/http/problems.ts';
import { toldError } from '../../lib/telemetry/redact.ts';
import { httpEvent, requestId } from './http-event.ts';

const siteUrl = 'https://showup.example';
const place = { siteUrl, requestId };
const codes = Object.keys(refusals) as RefusalCode[];

/** The answer to a request whose handler does this, and its body. */
async function answerTo(act: () => unknown) {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(problemAnswers(siteUrl))
    .handler(async () => toResult({ status: 200, body: await act() }));
  const result = await handler(httpEvent(), {} as Context);
  return { ...result, problem: JSON.parse(result.body ?? '') as Record<string, unknown> };
}

function throwing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

describe.each(codes)('the refusal %s', (code) => {
  it('is told by its own status, title and place, whatever facts come with it', () => {
    const forged = {
      type: 'https://evil.example',
      title: 'All is well',
      status: 200,
      detail: 'Nothing happened.',
      instance: 'urn:other',
      code: 'ok',
      until: '2026-11-24T13:55:00.000Z',
    };
    const problem = problemOf(new Refusal(code, 'Because.', forged), place);
    expect(problem).toEqual({
      type: `${siteUrl}/docs#${code}`,
      title: refusals[code].title,
      status: refusals[code].status,
      detail: 'Because.',
      instance: `urn:request:${requestId}`,
      code,
      until: '2026-11-24T13:55:00.000Z',
    });
    expect(problemAnswer.safeParse(problem).success).toBe(true);
  });

  it('is answered with its status, as a problem that no cache keeps', async () => {
    const { statusCode, headers, problem } = await answerTo(throwing(new Refusal(code, 'Because.')));
    expect(statusCode).toBe(refusals[code].status);
    expect(problem['code']).toBe(code);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    });
    const comeBack = code === 'busy' || code === 'too-many-requests';
    expect(headers?.['retry-after']).toBe(comeBack ? '2' : undefined);
  });
});

describe('a failure of ours', () => {
  const logged = vi.spyOn(console, 'error');
  beforeEach(() => {
    logged.mockImplementation(() => undefined);
  });
  afterEach(() => {
    logged.mockReset();
  });

  it.each([
    ['an error', new Error('password of table Showup-secret at 10.0.0.7')],
    ['an error with a cause', new Error('outer', { cause: new Error('Showup-secret') })],
    [
      'an error that looks like a refusal',
      Object.assign(new Error('Showup-secret'), { code: 'not-found', facts: { a: 1 } }),
    ],
    ['an error with a status', Object.assign(new Error('Showup-secret'), { statusCode: 418, expose: true })],
  ])('is answered without a word of it: %s', async (_, error) => {
    const { statusCode, problem, body } = await answerTo(throwing(error));
    expect(statusCode).toBe(500);
    expect(problem).toEqual(internalProblem(place));
    expect(body).not.toMatch(/Showup-secret|outer|stack|\.ts/u);
  });

  it('is logged once, with the id that the answer names and nothing of the request', async () => {
    const error = new Error('inside');
    const { problem } = await answerTo(throwing(error));
    expect(logged.mock.calls).toEqual([
      [{ message: 'request failed', routeKey: 'POST /v1/bookings', requestId, error: toldError(error) }],
    ]);
    expect(problem['instance']).toBe(`urn:request:${requestId}`);
  });

  it('is not what a refusal is: that is not logged', async () => {
    await answerTo(throwing(new Refusal('busy', 'Later.')));
    expect(logged).not.toHaveBeenCalled();
  });
});

describe('an answer', () => {
  it('is JSON that no cache keeps, no browser sniffs and no link gives away', () => {
    expect(
      toResult({ status: 201, body: { a: 1 }, headers: { location: 'https://showup.example/x' } }),
    ).toEqual({
      statusCode: 201,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'application/json',
        location: 'https://showup.example/x',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=63072000',
        'x-content-type-options': 'nosniff',
      },
      body: '{"a":1}',
    });
  });
});
