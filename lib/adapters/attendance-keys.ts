import type { SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import type { LiveKeys } from '../app/deps.ts';
import { liveKeys } from './live-keys.ts';

const PREFIX = 'whsec_';

/**
 * The keys that the provider of the meetings signs its posts with, of a secret as Standard Webhooks write one: base64,
 * with `whsec_` before it or without. Throws where the secret is nothing of the kind.
 */
export function attendanceKeys(
  secretArn: string,
  now: () => number,
  config: SecretsManagerClientConfig = {},
): LiveKeys<Uint8Array> {
  const secrets = liveKeys(secretArn, now, config);
  return async (how) => (await secrets(how)).map(keyOf);
}

/** The bytes of a secret. Throws where it is no base64, or too short to be one. */
export function keyOf(secret: string): Uint8Array {
  const written = secret.trim();
  const text = written.startsWith(PREFIX) ? written.slice(PREFIX.length) : written;
  const key = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(text) || key.length < 24)
    throw new Error('the secret of the meetings’ provider must be base64 of at least 24 bytes');
  return key;
}
