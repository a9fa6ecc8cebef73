import { DynamoDBClient, GetItemCommand, type GetItemCommandInput } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

/** The least that a function on a table can be: what ours load is held against it. */
export const handler = (input: GetItemCommandInput) => client.send(new GetItemCommand(input));
