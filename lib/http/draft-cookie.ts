import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { clearCookie, readCookie, setCookie } from './cookies.ts';

const NAME = '__Host-draft';
const LIFE_SECONDS = 20 * 60;

const CIPHER = 'aes-256-gcm';
const [NONCE, TAG, CLOCK] = [12, 16, 6];

/**
 * The Set-Cookie value that keeps what somebody typed while they sign in: sealed under the first of the link keys, so
 * that neither the browser nor whoever finds the cookie reads it, and for 20 minutes from `now` (ms).
 */
export function draftCookie(keys: readonly string[], content: Uint8Array, now: number): string {
  const [key] = keys;
  if (key === undefined) throw new Error('there is no key to seal with');
  return setCookie(NAME, seal(key, content, now + LIFE_SECONDS * 1000), { seconds: LIFE_SECONDS });
}

/** The Set-Cookie value after which nothing is kept. */
export function noDraftCookie(): string {
  return clearCookie(NAME);
}

/** Whether the request brings one, good or not. */
export function hasDraftCookie({ cookies = [] }: APIGatewayProxyEventV2): boolean {
  return cookies.some((cookie) => cookie.startsWith(`${NAME}=`));
}

/** What the cookie keeps at `now` (ms), under any of the keys; undefined where there is none, or it is none of ours. */
export function readDraftCookie(
  event: APIGatewayProxyEventV2,
  keys: readonly string[],
  now: number,
): Uint8Array | undefined {
  const sealed = Buffer.from(readCookie(event, NAME) ?? '', 'base64url');
  for (const key of keys) {
    const opened = unseal(key, sealed);
    if (opened !== undefined) return now < opened.until ? opened.content : undefined;
  }
  return undefined;
}

function seal(key: string, content: Uint8Array, until: number): string {
  const clock = Buffer.alloc(CLOCK);
  clock.writeUIntBE(until, 0, CLOCK);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyFor(key), nonce, { authTagLength: TAG });
  const secret = Buffer.concat([cipher.update(clock), cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), secret]).toString('base64url');
}

function unseal(key: string, sealed: Buffer): { content: Uint8Array; until: number } | undefined {
  if (sealed.length < NONCE + TAG + CLOCK) return undefined;
  const decipher = createDecipheriv(CIPHER, keyFor(key), sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const plain = decipher.update(sealed.subarray(NONCE + TAG));
  try {
    decipher.final();
  } catch {
    // Forged, cut off, or sealed under a key that has gone.
    return undefined;
  }
  return { content: plain.subarray(CLOCK), until: plain.readUIntBE(0, CLOCK) };
}

/** A key of its own: what signs links is never what seals. */
function keyFor(linkKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', linkKey, '', 'booking draft', 32));
}
