import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  type Projection,
  ResourceNotFoundException,
  type StreamViewType,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { region } from '../template/resource-identity.ts';
import type { Stack } from '../template/stack.ts';
import { type Properties, type Resolved, TemplateError } from '../template/template.ts';
import { engineCredentials } from './engine-credentials.ts';

/** A table of the template as it stands in the engine. */
export interface LocalTable {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** The stream's ARN as the engine knows it; absent if the table has no stream. */
  readonly engineStreamArn: string | undefined;
}

/** Makes the tables of a template in an engine; those that exist there already are kept with what they hold. */
export async function createTables(stack: Stack, endpoint: string): Promise<readonly LocalTable[]> {
  const client = new DynamoDBClient({ endpoint, region, credentials: engineCredentials });
  try {
    const tables: LocalTable[] = [];
    for (const resource of stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      tables.push(await createTable(client, resource));
    }
    return tables;
  } finally {
    client.destroy();
  }
}

async function createTable(client: DynamoDBClient, resource: Resolved): Promise<LocalTable> {
  const { properties, ref: name } = resource;
  const existing = await describe(client, name);
  if (!existing) {
    await client.send(new CreateTableCommand(inputOf(resource)));
    await waitUntilActive(client, name);
    const expiry = properties.object('TimeToLiveSpecification');
    if (expiry.flag('Enabled', false)) {
      const specification = { AttributeName: expiry.text('AttributeName'), Enabled: true };
      await client.send(
        new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: specification }),
      );
    }
  }
  const engineArn = (existing ?? (await describe(client, name)))?.LatestStreamArn;
  if (wantedView(properties) && !engineArn) {
    throw new TemplateError(
      `${resource.logicalId}: the table in the data directory has no stream; use a new directory`,
    );
  }
  return { logicalId: resource.logicalId, name, arn: resource.arn ?? '', engineStreamArn: engineArn };
}

const wantedView = (properties: Properties): StreamViewType | undefined =>
  properties.object('StreamSpecification').optionalText('StreamViewType') as StreamViewType | undefined;

/** Encryption, backups, replicas and deletion protection say nothing about how a table behaves, so they are left out. */
function inputOf({ ref, properties }: Resolved): CreateTableCommandInput {
  const view = wantedView(properties);
  const indexes = properties.objects('GlobalSecondaryIndexes').map((index) => ({
    IndexName: index.text('IndexName'),
    KeySchema: keySchema(index),
    Projection: index.object('Projection').values as Projection,
  }));
  if (properties.list('LocalSecondaryIndexes').length > 0) {
    throw new TemplateError(`${properties.where}.LocalSecondaryIndexes is not known to the local cloud`);
  }
  return {
    TableName: ref,
    AttributeDefinitions: properties.list('AttributeDefinitions') as AttributeDefinition[],
    KeySchema: keySchema(properties),
    // Capacity is not simulated: whatever the mode, local tables take what comes.
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
    ...(view ? { StreamSpecification: { StreamEnabled: true, StreamViewType: view } } : {}),
  };
}

const keySchema = (properties: Properties): KeySchemaElement[] =>
  properties.list('KeySchema') as KeySchemaElement[];

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function waitUntilActive(client: DynamoDBClient, name: string): Promise<void> {
  while ((await describe(client, name))?.TableStatus !== 'ACTIVE')
    await new Promise((done) => setTimeout(done, 10));
}
