import { randomBytes } from 'node:crypto';
import {
  DescribeSecretCommand,
  InvalidRequestException,
  PutSecretValueCommand,
  RotateSecretCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { StackError } from './stack-of.ts';

/** How a tool waits (ms). */
export type Wait = (ms: number) => Promise<void>;

const LOOK_EVERY_MS = 1000;
const LONGEST_MS = 120_000;

/**
 * Has Secrets Manager rotate a secret, and resolves once the new version is the current one. Throws a StackError where
 * it isn't within two minutes.
 */
export async function rotateSecret(
  client: SecretsManagerClient,
  SecretId: string,
  wait: Wait,
): Promise<void> {
  const before = await currentVersion(client, SecretId);
  try {
    await client.send(new RotateSecretCommand({ SecretId }));
  } catch (error) {
    // One that was broken off is taken up again: it ends with a new key all the same.
    if (!(error instanceof InvalidRequestException && /previous rotation/iu.test(error.message))) throw error;
  }
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    const current = await currentVersion(client, SecretId);
    if (current !== before) return;
    await wait(LOOK_EVERY_MS);
  }
  throw new StackError(
    'The key was not rotated within two minutes, and the old one is in force. See "Keys" in docs/runbook.md.',
  );
}

/** Puts a new secret in the place of the current one, which stays good beside it, and gives the new one. */
export async function replaceAttendanceSecret(
  client: SecretsManagerClient,
  SecretId: string,
): Promise<string> {
  // Base64 of 48 bytes, as Standard Webhooks write a secret: 64 characters without padding.
  const SecretString = randomBytes(48).toString('base64');
  await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
  return `whsec_${SecretString}`;
}

async function currentVersion(client: SecretsManagerClient, SecretId: string): Promise<string | undefined> {
  const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId }));
  return Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT'))?.[0];
}
