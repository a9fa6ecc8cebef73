import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkDeps } from './deps.ts';

/**
 * What a link lets its holder do. A join link can be passed on to colleagues: it changes nothing else. A link that
 * was texted manages as that of the mails does, and for as long as texts do.
 */
export type Purpose = 'manage' | 'text' | 'join';

/** Address of the page that shows, moves and cancels a booking. */
export async function manageUrl(deps: LinkDeps, bookingId: string): Promise<string> {
  return `${deps.siteUrl}/manage/${await tokenFor(deps, 'manage', bookingId)}`;
}

/** Address of the same page for who asked for it by text. */
export async function textedUrl(deps: LinkDeps, bookingId: string): Promise<string> {
  return `${deps.siteUrl}/manage/${await tokenFor(deps, 'text', bookingId)}`;
}

/** The token that manages a booking, for addresses of other pages of its holder. */
export function manageToken(deps: LinkDeps, bookingId: string): Promise<string> {
  return tokenFor(deps, 'manage', bookingId);
}

/** Address of the page that records attendance and leads to the meeting. */
export async function joinUrl(deps: LinkDeps, bookingId: string): Promise<string> {
  return `${deps.siteUrl}/join/${await tokenFor(deps, 'join', bookingId)}`;
}

/** The booking that a token opens for one of the purposes, under any live key; undefined if it opens none. */
export async function bookingOf(
  deps: LinkDeps,
  token: string,
  purposes: readonly Purpose[],
): Promise<string | undefined> {
  const [bookingId, mac, ...more] = token.split('.');
  if (bookingId === undefined || mac === undefined || more.length > 0) return undefined;
  const keys = await deps.linkKeys();
  const fits = keys.flatMap((key) => purposes.map((purpose) => matches(mac, macOf(key, purpose, bookingId))));
  return fits.includes(true) ? bookingId : undefined;
}

async function tokenFor(deps: LinkDeps, purpose: Purpose, bookingId: string): Promise<string> {
  const [key] = await deps.linkKeys();
  if (key === undefined) throw new Error('there is no key to sign links with');
  return `${bookingId}.${macOf(key, purpose, bookingId)}`;
}

/** 128 bits of HMAC-SHA256 over purpose and id, in base64url. */
function macOf(key: string, purpose: Purpose, bookingId: string): string {
  const digest = createHmac('sha256', key).update(`${purpose}\n${bookingId}`).digest();
  return digest.subarray(0, 16).toString('base64url');
}

/** Compared as written: decoding would take several spellings for one. */
function matches(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
