import type { IncomingMessage } from 'node:http';
import type { Fields } from './fields.ts';
import { invalidField, Problem } from './problem.ts';

/** A POST's fields, and whether a form of the console's own page sent them. */
export interface Posted {
  readonly fields: Fields;
  readonly fromPage: boolean;
  /** Path and query of the page that a form was on. */
  readonly back: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const largestBody = 65_536;

/** Refuses a request under any other name than a loopback one: a foreign site could point its name here. */
export function requireLoopbackHost(request: IncomingMessage): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!loopback.has(host)) throw new Problem(403, 'Forbidden', 'The console answers on loopback names only');
}

/**
 * Reads a POST. JSON can't be sent across sites without a preflight, which is never granted here; a form can,
 * so forms are taken from the console's own page only. Throws a Problem.
 */
export async function readPost(request: IncomingMessage): Promise<Posted> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const fromPage = type === 'application/x-www-form-urlencoded';
  if (!fromPage && type !== 'application/json') {
    throw new Problem(415, 'Unsupported media type', 'Send application/json');
  }
  requireOwnOrigin(request, fromPage);
  const body = await readBody(request);
  const fields = fromPage ? Object.fromEntries(new URLSearchParams(body)) : parseJson(body);
  return { fields, fromPage, back: cameFrom(request) };
}

/** Path and query of the console's page that sent a request; its front page if that isn't known. */
export function cameFrom({ headers }: IncomingMessage): string {
  const { referer = '', host } = headers;
  if (!URL.canParse(referer)) return '/';
  const { host: at, pathname, search } = new URL(referer);
  return at === host ? pathname.replace(/^\/+/, '/') + search : '/';
}

function requireOwnOrigin(request: IncomingMessage, strict: boolean): void {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  const foreign = origin !== undefined && origin !== `http://${host}`;
  const unproven = strict && origin === undefined && site !== 'same-origin';
  if (foreign || unproven) throw new Problem(403, 'Forbidden', 'Only the console’s own page may send this');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) throw new Problem(413, 'Content too large', `At most ${largestBody} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(body: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw invalidField('body', 'the request is not JSON');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Fields;
  throw invalidField('body', 'the request must be a JSON object');
}
