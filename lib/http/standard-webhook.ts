import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAXIMUM_BODY, refuseField } from './read.ts';

/** How far a post's own time may lie from ours (ms): a post that is older is a replay. */
const TOLERANCE_MS = 300_000;
/** A sender signs once for each of its live keys. */
const MOST_SIGNATURES = 10;

/** A post as it came. */
export interface Post {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The very characters that were signed. */
  readonly body: string;
}

/** A post whose sender has one of our keys. */
export interface TrustedPost {
  /** The same for every try at the same event. */
  readonly id: string;
  readonly body: string;
}

/**
 * Makes sure that a post was signed by who has one of the keys, and lately, as Standard Webhooks 1.0 says: HMAC-SHA256
 * over id, time and body, in `v1` of `webhook-signature`. Throws `invalid-input` naming the header that is wrong.
 */
export function readPost({ headers, body }: Post, keys: readonly Uint8Array[], now: number): TrustedPost {
  if (body.length > MAXIMUM_BODY) refuseField('body', `must be at most ${MAXIMUM_BODY} characters`);
  const id = required(headers, 'webhook-id');
  const timestamp = required(headers, 'webhook-timestamp');
  const signatures = required(headers, 'webhook-signature');
  if (!/^\d{1,12}$/u.test(timestamp)) refuseField('webhook-timestamp', 'must be seconds since the epoch');
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS)
    refuseField('webhook-timestamp', `must be within ${TOLERANCE_MS / 60_000} minutes of now`);
  const signed = `${id}.${timestamp}.${body}`;
  if (!isSigned(signed, signatures, keys))
    refuseField('webhook-signature', 'must be a signature of the post by version v1, with our secret');
  return { id, body };
}

/**
 * The headers of a post that is sent, with a signature for each of the secrets, written as `whsec_` and base64. `at` is
 * in ms.
 */
export function signPost(
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const keys = secrets.map((secret) => Buffer.from(secret.replace(/^whsec_/u, ''), 'base64'));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': keys.map((key) => `v1,${signatureOf(`${id}.${timestamp}.${body}`, key)}`).join(' '),
  };
}

function signatureOf(signed: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(signed).digest('base64');
}

/** Takes as long wherever a signature differs, and whichever key it is of. */
function isSigned(signed: string, signatures: string, keys: readonly Uint8Array[]): boolean {
  const given = signatures
    .split(' ', MOST_SIGNATURES)
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => signature.slice('v1,'.length));
  const expected = keys.map((key) => signatureOf(signed, key));
  return given.flatMap((one) => expected.map((other) => isSame(one, other))).includes(true);
}

/** Compared as written: decoding would take several spellings for one. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function required(headers: Post['headers'], name: string): string {
  const value = headers[name];
  return value === undefined || value === '' ? refuseField(name, 'is required') : value;
}
