import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkDeps } from './deps.ts';

/** What proves that a text is ours: 128 bits of HMAC-SHA256 in base64url, under the key that is to sign with. */
export async function macFor(deps: LinkDeps, text: string): Promise<string> {
  const [key] = await deps.linkKeys();
  if (key === undefined) throw new Error('there is no key to sign links with');
  return macUnder(key, text);
}

/**
 * Whether the mac is that of one of the texts, under any live key, one that came a moment ago included. Takes as long
 * wherever they differ.
 */
export async function fitsMac(deps: LinkDeps, mac: string, texts: readonly string[]): Promise<boolean> {
  const fits = (keys: readonly string[]): boolean =>
    keys.flatMap((key) => texts.map((text) => isSame(mac, macUnder(key, text)))).includes(true);
  return fits(await deps.linkKeys()) || fits(await deps.linkKeys('again'));
}

function macUnder(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}

/** Compared as written: decoding would take several spellings for one. Takes as long wherever they differ. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
