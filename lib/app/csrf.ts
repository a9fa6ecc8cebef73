import { Refusal } from '../domain/refusal.ts';
import type { LinkDeps } from './deps.ts';
import { fitsMac, macFor } from './mac.ts';

/** What a CSRF token belongs to: a session, or a browser that has none yet. */
export type Holder = 'session' | 'browser';

/** The token that forms of one session or browser carry. Another site can neither read nor make it. */
export function csrfToken(deps: LinkDeps, holder: Holder, id: string): Promise<string> {
  return macFor(deps, textOf(holder, id));
}

/** Throws `forged-request` unless the token is that of the session or browser. */
export async function requireToken(deps: LinkDeps, holder: Holder, id: string, token = ''): Promise<void> {
  if (id === '' || !(await fitsMac(deps, token, [textOf(holder, id)]))) throw forgedRequest();
}

export function forgedRequest(): Refusal {
  return new Refusal('forged-request', 'This did not come from a page of ours. Reload it and try again.');
}

/** Begins as no other text that is signed does, so that no link is taken for one of these. */
function textOf(holder: Holder, id: string): string {
  return `csrf ${holder}\n${id}`;
}
