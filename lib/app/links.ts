import type { LinkDeps } from './deps.ts';
import { fitsMac, macFor } from './mac.ts';

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
  const texts = purposes.map((purpose) => textOf(purpose, bookingId));
  return (await fitsMac(deps, mac, texts)) ? bookingId : undefined;
}

async function tokenFor(deps: LinkDeps, purpose: Purpose, bookingId: string): Promise<string> {
  return `${bookingId}.${await macFor(deps, textOf(purpose, bookingId))}`;
}

function textOf(purpose: Purpose, bookingId: string): string {
  return `${purpose}\n${bookingId}`;
}
