import { alwaysSent } from './always-sent.ts';
import type { Visit } from './visit.ts';

/** Nothing from other hosts, nothing inline, no plug-ins. Where forms may lead is said by each page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
];

/** Says of an answer that it travels as it is: how well it compresses would tell of the secrets in it (BREACH). */
export const NO_TRANSFORM = 'no-transform';

/** What every page is sent with. Pages are never cached: they hold what a person typed, or a token. */
export function pageHeaders(visit: Visit, options: PageHeaderOptions = {}): Record<string, string> {
  const framers = framersOf(visit, options);
  const targets = ["'self'", ...(options.leadsTo ?? [])];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': visit.language.code,
    'content-security-policy': [
      ...policy,
      `form-action ${targets.join(' ')}`,
      `frame-ancestors ${framers.join(' ') || "'none'"}`,
    ].join('; '),
    // For browsers that don't know frame-ancestors; it can't name who may.
    ...(framers.length === 0 ? { 'x-frame-options': 'DENY' } : {}),
    'cache-control': options.holdsSecret ? `no-store, ${NO_TRANSFORM}` : 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(options.renewsIn === undefined ? {} : refresh(options.renewsIn)),
    ...(options.holdsToken ? { 'x-robots-tag': 'noindex, nofollow' } : {}),
    ...alwaysSent,
  };
}

export interface PageHeaderOptions {
  /** The address is a key to a booking: it must not be indexed. */
  readonly holdsToken?: boolean;
  /** Holds a session's token: neither we nor anybody on the way may compress it. */
  readonly holdsSecret?: boolean;
  /** May stand in a frame on the sites of `embed.origins`, when it is asked to. */
  readonly framable?: boolean;
  /** Origins of other sites that a form's answer may lead to: browsers hold redirects to this list too. */
  readonly leadsTo?: readonly string[];
  /** Asks browsers to load the page anew in so many ms, when it is another one. */
  readonly renewsIn?: number;
}

const DAY_MS = 86_400_000;

/** Not in more than a day: nobody waits so long, and browsers count no further than 24 days. */
function refresh(ms: number): Record<string, string> {
  return ms > DAY_MS ? {} : { refresh: String(Math.max(1, Math.ceil(ms / 1000))) };
}

function framersOf({ embedded, settings }: Visit, { framable }: PageHeaderOptions): readonly string[] {
  return embedded && framable ? settings.embed.origins : [];
}
