import { createHash, randomBytes } from 'node:crypto';
import { base32, CROCKFORD } from './base32.ts';
import { sortableId } from './sortable-id.ts';

const ID_LENGTH = 20;

/** `whk_` and 20 characters made of the address: the same for the same, so that an address is one endpoint. */
export function endpointIdOf(url: string): string {
  const hash = createHash('sha256')
    .update(url)
    .digest('hex')
    .slice(0, (ID_LENGTH * 5) / 4);
  return `whk_${base32(BigInt(`0x${hash}`), ID_LENGTH, CROCKFORD)}`;
}

/** A secret as Standard Webhooks write one. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Id of an event that only tries an endpoint. */
export function newTestId(now: number): string {
  return `evt_test_${sortableId(now)}`;
}
