import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import type { LiveKeys } from '../app/deps.ts';

/** How long keys are remembered: a rotated key is in use everywhere after this. */
export const REMEMBERED_MS = 300_000;
/** How soon keys are read again because none of them fits. */
const AGAIN_MS = 10_000;

/**
 * The keys of a secret: the current one, and the previous one while it lives. Rotation of the secret moves its stages, so
 * both are honoured without a deploy. Where none that is remembered fits, a key may be newer: they are read again then,
 * at most every 10 seconds, whatever strangers send.
 */
export function liveKeys(
  secretArn: string,
  now: () => number,
  config: SecretsManagerClientConfig = {},
): LiveKeys<string> {
  const client = new SecretsManagerClient(config);
  let known: { readonly until: number; readonly keys: Promise<readonly string[]> } | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return (how) => {
    const at = now();
    const stale = known === undefined || at >= known.until;
    const again = how === 'again' && at >= readAt + AGAIN_MS;
    if (known !== undefined && !stale && !again) return known.keys;
    const before = known;
    const reading = { until: at + REMEMBERED_MS, keys: readKeys(client, secretArn) };
    known = reading;
    readAt = at;
    // A failure is not remembered: what was known before holds on for its time, and then the next caller reads.
    reading.keys.catch(() => {
      if (known === reading) known = before;
    });
    return reading.keys;
  };
}

/** The live keys as they are now, the current one first. */
export async function readKeys(client: SecretsManagerClient, SecretId: string): Promise<readonly string[]> {
  const stages = await Promise.all([
    readStage(client, SecretId, 'AWSCURRENT'),
    readStage(client, SecretId, 'AWSPREVIOUS'),
  ]);
  return stages.filter((key) => key !== undefined);
}

async function readStage(
  client: SecretsManagerClient,
  SecretId: string,
  VersionStage: string,
): Promise<string | undefined> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId, VersionStage }));
    return SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
