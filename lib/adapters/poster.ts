import { request as requestSecure } from 'node:https';
import type { DeliverDeps, OutgoingPost } from '../app/webhook-deps.ts';
import { guardedLookup, hostOf, mayReach, NotPublic, type Reach } from './public-address.ts';

/** Standard Webhooks: 15 to 30 s at most; ours wait less, so that many fit one run. */
const TIMEOUT_MS = 10_000;
/** How much of an answer is looked at, and how much of it is kept. */
const READ_BYTES = 4096;
const KEPT_CHARACTERS = 200;

export interface PosterSettings {
  readonly reach: Reach;
  readonly timeoutMs?: number;
}

/**
 * Posts JSON over a connection of its own, follows no redirect and never rejects. The address that is connected to is
 * checked, whatever the name led to before.
 */
export function httpPoster({ reach, timeoutMs = TIMEOUT_MS }: PosterSettings): DeliverDeps['post'] {
  return async (url, post) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await send(new URL(url), post, reach, signal);
    } catch (error) {
      return { said: signal.aborted ? `no answer within ${timeoutMs / 1000} s` : whatWentWrong(error) };
    }
  };
}

interface Answered {
  readonly status: number;
  readonly said: string;
}

async function send(
  url: URL,
  { headers, body }: OutgoingPost,
  reach: Reach,
  signal: AbortSignal,
): Promise<Answered> {
  const host = hostOf(url);
  // Of an address no name is looked up.
  if (/^[\d.]+$|:/u.test(host) && !mayReach(host, reach)) throw new NotPublic(host);
  const isSecure = url.protocol === 'https:';
  if (!isSecure && !reach.loopback) throw new NotPublic(url.protocol);
  // To import it loads Node's fetch as well, which takes half as long again as the rest of the start.
  const request = isSecure ? requestSecure : (await import('node:http')).request;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Showup-Webhooks/1',
        ...headers,
      },
      // A connection that was kept could outlive what its name leads to.
      agent: false,
      lookup: guardedLookup(reach),
      signal,
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = (): void => {
        resolve({ status: response.statusCode ?? 0, said: excerpt(Buffer.concat(chunks).toString('utf8')) });
        response.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, READ_BYTES - size));
        size += chunk.length;
        if (size >= READ_BYTES) finish();
      });
      response.once('end', finish);
      response.once('error', reject);
    });
    sent.end(body);
  });
}

/** One line, of what can be shown. */
function excerpt(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, KEPT_CHARACTERS)
    .toWellFormed();
}

function whatWentWrong(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return excerpt(typeof code === 'string' ? code : String(message ?? error));
}
