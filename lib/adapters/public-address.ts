import { type LookupAddress, type LookupOptions, lookup as lookUp } from 'node:dns';
import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import type { BadAddress } from '../app/webhook-deps.ts';

/** Says where posts may go. */
export interface Reach {
  /** True on one machine alone, where the local cloud says so: then loopback may be posted to, by plain HTTP. */
  readonly loopback: boolean;
}

/** What the local cloud sets, and nothing that is deployed. */
const LOOPBACK_WEBHOOKS = 'LOOPBACK_WEBHOOKS';

export function reachOf(environment: Readonly<Record<string, string | undefined>>): Reach {
  return { loopback: environment[LOOPBACK_WEBHOOKS] === 'allowed' };
}

/**
 * Whether an IP address may be posted to: one of the public internet. Private, loopback, link-local (where clouds keep
 * their metadata), carrier, multicast and reserved ones are not, nor what wraps an IPv4 address in an IPv6 one.
 */
export function mayReach(address: string, { loopback }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` unwraps ::ffff:127.0.0.1 and its like.
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (loopback && range === 'loopback');
}

/** Why nothing may be posted to an address, as far as can be known before; undefined where it may. */
export async function whyNotPost(text: string, reach: Reach): Promise<BadAddress | undefined> {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return 'not-an-address';
  const plain = url.protocol === 'http:' && reach.loopback;
  if (url.protocol !== 'https:' && !plain) return url.protocol === 'http:' ? 'not-https' : 'not-an-address';
  const host = hostOf(url);
  if (host === '') return 'not-an-address';
  const addresses = await resolve(host);
  if (addresses.length === 0) return 'not-found';
  if (!addresses.every((address) => mayReach(address, reach))) return 'not-public';
  // Plain HTTP is for loopback alone.
  if (plain && !addresses.every((address) => ipaddr.process(address).range() === 'loopback'))
    return 'not-https';
  return undefined;
}

/** Of an address in brackets, the address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

async function resolve(host: string): Promise<readonly string[]> {
  if (ipaddr.isValid(host)) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

type Looked = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for connections that gives those addresses alone that may be posted to: what is checked is what is connected
 * to, so a name that leads elsewhere a moment later leads nowhere.
 */
export function guardedLookup(reach: Reach) {
  return (host: string, options: LookupOptions, done: Looked): void => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      const allowed = found?.filter(({ address }) => mayReach(address, reach)) ?? [];
      const [first] = allowed;
      if (error !== null) done(error, []);
      else if (first === undefined || allowed.length < found.length) done(new NotPublic(host), []);
      else if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}

/** A name, or an address, that leads somewhere else than to the public internet. */
export class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC';

  constructor(host: string) {
    super(`${host} leads to an address that nothing is posted to`);
  }
}
