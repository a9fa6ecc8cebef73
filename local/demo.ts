import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putCompany } from '../lib/adapters/companies.ts';
import { engineCredentials } from './engine/engine-credentials.ts';

const YEAR_MS = 365 * 86_400_000;

/** Puts the demo company into the table: Example Crates, whose code makes sessions free for a year from `now` (ms). */
export async function seedDemo(engineEndpoint: string, tableName: string, now: number): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: engineEndpoint,
    region: 'us-east-1',
    credentials: engineCredentials,
  });
  const planUntil = new Date(now + YEAR_MS).toISOString().slice(0, 10);
  const company = { id: 'example-crates', name: 'Example Crates', planUntil };
  await putCompany({ client: DynamoDBDocumentClient.from(client), name: tableName }, company, 'DEMO-2026');
  client.destroy();
}
