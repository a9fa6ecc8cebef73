import type { Functions } from '../parts.ts';
import type { Usage } from './usage.ts';

interface Answer {
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Invokes as the API does, and meters what each route is asked and what it answers, in bytes of the body. */
export function meterRequests<Pool extends Pick<Functions, 'invoke'>>(pool: Pool, usage: Usage): Pool {
  const invoke: Functions['invoke'] = async (name, event) => {
    const { routeKey = '' } = event as { readonly routeKey?: string };
    usage.add('http.requests', routeKey);
    const answer = await pool.invoke(name, event);
    usage.add('http.bytes', routeKey, bytesOf(answer));
    return answer;
  };
  return { ...pool, invoke };
}

function bytesOf(answer: unknown): number {
  const { body = '', isBase64Encoded = false } = (answer ?? {}) as Answer;
  return typeof body === 'string' ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;
}
