import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A client that speaks plain objects, told which table is ours. */
export interface TableClient {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** Where `config` says nothing, the environment does. */
export function tableClient(name: string, config: DynamoDBClientConfig = {}): TableClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}
