import type { PublicType } from '../public-event.ts';

const DAY_MS = 86_400_000;

/** Where other systems are posted what happened. */
export interface Endpoint {
  /** `whk_` and a name made of the address: there is one for an address. */
  readonly id: string;
  readonly url: string;
  readonly description: string;
  /** What it is posted. */
  readonly types: readonly PublicType[];
  /** What posts are signed with, as Standard Webhooks write one: `whsec_` and base64. */
  readonly secret: string;
  /** Whether somebody has seen the secret: it is shown once. */
  readonly revealed: boolean;
  /** The one before, which signs as well until it ends (ms). */
  readonly former?: { readonly secret: string; readonly until: number };
  readonly state: 'enabled' | 'disabled';
  readonly disabled?: Disabling;
  /** Since when every delivery has failed (ms); absent once one succeeds. */
  readonly failingSince?: number;
  readonly revision: number;
  readonly createdAt: number;
  /** Id of who of our staff added it. */
  readonly createdBy: string;
}

/** Why it is posted nothing any more: it failed too long, it said that it is gone, or our staff decided so. */
export const disablings = ['failing', 'gone', 'staff'] as const;

export interface Disabling {
  readonly at: number;
  readonly because: (typeof disablings)[number];
  /** Id of who of our staff did it, where they did. */
  readonly by?: string;
}

/** What happened to an endpoint, for the record and for what follows from it. `by` is our staff's id, or `showup`. */
export type WebhookEvent = { readonly at: number; readonly by: string } & (
  | { readonly type: 'webhook-added' }
  | { readonly type: 'webhook-enabled' }
  | { readonly type: 'webhook-disabled'; readonly because: Disabling['because'] }
  | { readonly type: 'webhook-secret-replaced' }
  | { readonly type: 'webhook-secret-shown' }
  /** Our staff want these events delivered, now: a test, or once more. */
  | { readonly type: 'deliveries-wanted'; readonly events: readonly string[] }
);

/** How long the secret before still signs as well, after it was replaced (ms). */
const BOTH_SECRETS_MS = DAY_MS;
/** An endpoint whose every delivery has failed for so long is disabled (ms). */
const FAILING_MS = 5 * DAY_MS;
/** HTTP: the resource is gone, and is not coming back. Standard Webhooks: then disable it. */
const GONE = 410;

/** The secrets that a post is signed with now, the current one first. */
export function liveSecrets({ secret, former }: Endpoint, now: number): readonly string[] {
  return former !== undefined && now < former.until ? [secret, former.secret] : [secret];
}

/** Why an endpoint is to be disabled after a delivery that failed, with the status answered, if any. */
export function disabledBy(
  { failingSince }: Endpoint,
  status: number | undefined,
  now: number,
): 'gone' | 'failing' | undefined {
  if (status === GONE) return 'gone';
  return failingSince !== undefined && now - failingSince >= FAILING_MS ? 'failing' : undefined;
}

/** The same with another secret; the one before signs for another day. */
export function withSecret(endpoint: Endpoint, secret: string, now: number): Endpoint {
  const former = { secret: endpoint.secret, until: now + BOTH_SECRETS_MS };
  return { ...endpoint, secret, former, revealed: false };
}

export function disabled(endpoint: Endpoint, how: Disabling): Endpoint {
  return { ...endpoint, state: 'disabled', disabled: how };
}

/** Its failures are forgotten: it has five days again. */
export function enabled({ disabled: _, failingSince: __, ...endpoint }: Endpoint): Endpoint {
  return { ...endpoint, state: 'enabled' };
}
