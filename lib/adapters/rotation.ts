import { randomBytes } from 'node:crypto';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';

/** What Secrets Manager calls a rotation function with, once for each step. */
export interface RotationStep {
  readonly Step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  readonly SecretId: string;
  /** Id of the version that is to become the current one. */
  readonly ClientRequestToken: string;
}

/** 384 bits, in 64 letters, digits and two signs more. */
const KEY_BYTES = 48;
const SHORTEST_KEY = 32;

/**
 * Does one step of a rotation: a new key is made, looked at, and becomes the current one, which makes the one before it
 * the previous. Each step may come again, also after the last, and after one that was broken off. Throws where the
 * version is not one that is being rotated in.
 */
export function keyRotation(config: SecretsManagerClientConfig = {}): (step: RotationStep) => Promise<void> {
  const client = new SecretsManagerClient(config);
  return (step) => rotate(client, step);
}

async function rotate(client: SecretsManagerClient, step: RotationStep): Promise<void> {
  const { Step, SecretId, ClientRequestToken: version } = step;
  const { VersionIdsToStages: versions = {} } = await client.send(new DescribeSecretCommand({ SecretId }));
  const stages = versions[version] ?? [];
  if (stages.includes('AWSCURRENT')) return;
  if (!stages.includes('AWSPENDING')) {
    throw new Error(`the version ${version} of the secret is not one that is being rotated in`);
  }
  switch (Step) {
    case 'createSecret':
      return create(client, SecretId, version);
    // The key is known to nobody else, who would have to be told of it.
    case 'setSecret':
      return;
    case 'testSecret':
      // When rotation is set up, Secrets Manager tries this step alone, with a version that has no value.
      return requireKey((await keyOf(client, SecretId, version)) ?? newKey());
    case 'finishSecret': {
      requireKey(await keyOf(client, SecretId, version));
      const [current] = Object.entries(versions).find(([, held]) => held.includes('AWSCURRENT')) ?? [];
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: version,
          RemoveFromVersionId: current,
        }),
      );
    }
  }
}

async function create(client: SecretsManagerClient, SecretId: string, version: string): Promise<void> {
  if ((await keyOf(client, SecretId, version)) !== undefined) return;
  await client.send(
    new PutSecretValueCommand({
      SecretId,
      ClientRequestToken: version,
      SecretString: newKey(),
      VersionStages: ['AWSPENDING'],
    }),
  );
}

/** Made here: the service's own GetRandomPassword can be granted on every secret only. */
function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

async function keyOf(
  client: SecretsManagerClient,
  SecretId: string,
  VersionId: string,
): Promise<string | undefined> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId, VersionId }));
    return SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function requireKey(key: string | undefined): void {
  if (key === undefined || key.length < SHORTEST_KEY) throw new Error('the new key is missing, or too short');
}
