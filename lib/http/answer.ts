import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from './problems.ts';

/** What a handler answers with. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON, but for text, which is sent as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const alwaysSent = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
};

export function toResult({ status, body, headers = {} }: Answer): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, headers: { ...alwaysSent, ...headers }, body: textOf(body) };
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

export function problemResult(problem: Problem): APIGatewayProxyStructuredResultV2 {
  const mayRetry = problem.status === 503 || problem.status === 429;
  const retry = mayRetry ? { 'retry-after': String(Number(problem['retryAfter'] ?? 2)) } : {};
  return toResult({
    status: problem.status,
    body: problem,
    headers: { 'content-type': 'application/problem+json', ...retry },
  });
}
