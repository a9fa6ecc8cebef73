import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';

/** Whether it is an address on this machine, with its port. */
export function isLocalAddress(endpoint: string): boolean {
  return /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/?$/u.test(endpoint);
}

/** The local cloud's own credentials, which open nothing else. */
export function localConfig(endpoint: string): DynamoDBClientConfig {
  return { endpoint, region, credentials: engineCredentials };
}
