import { type TableClient, tableClient } from '../lib/adapters/document-client.ts';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';

/** A table of an engine, past all permissions. */
export function engineTable(endpoint: string, name: string): TableClient {
  return tableClient(name, { endpoint, region, credentials: engineCredentials });
}
