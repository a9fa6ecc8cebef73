import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** How long keys are remembered: a rotated key is in use everywhere after this. */
const REMEMBERED_MS = 300_000;

/**
 * The keys of a secret: the current one, and the previous one while it lives. Rotation of the secret moves its stages, so
 * both are honoured without a deploy.
 */
export function liveKeys(secretArn: string, now: () => number): () => Promise<readonly string[]> {
  const client = new SecretsManagerClient({});
  let known: { readonly until: number; readonly keys: Promise<readonly string[]> } | undefined;
  return () => {
    if (known === undefined || now() >= known.until) {
      known = { until: now() + REMEMBERED_MS, keys: readKeys(client, secretArn) };
      // A failure is not remembered: the next caller reads again.
      known.keys.catch(() => (known = undefined));
    }
    return known.keys;
  };
}

async function readKeys(client: SecretsManagerClient, SecretId: string): Promise<readonly string[]> {
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
