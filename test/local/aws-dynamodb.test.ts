import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dynamodb } from '../../local/aws/dynamodb.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { startTableEngine, type TableEngine } from '../../local/engine/table-engine.ts';
import { Usage } from '../../local/usage/usage.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place } from './aws-world.ts';

const TableName = 'Rows';
const arn = 'arn:aws:dynamodb:us-east-1:123456789012:table/Rows';
const permissions = permissionsOf({
  Reader: [allow('dynamodb:GetItem', arn), allow('dynamodb:Query', `${arn}/index/byDay`)],
  Writer: [allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'], arn)],
  Desk: [
    {
      ...allow(['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:BatchWriteItem'], arn),
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['DESK'] } },
    },
  ],
});
const item = (pk: string) => ({ pk: { S: pk }, sk: { S: 'row' }, day: { S: '2026-11-23' } });

const usage = new Usage();
let engine: TableEngine;
let dynamodb: Dynamodb;
let endpoint: AwsEndpoint;
let written = 0;
const clients = new Map<string, DynamoDBClient>();
const as = (caller: string): DynamoDBClient => {
  const client = clients.get(caller) ?? new DynamoDBClient(clientOf(endpoint, caller));
  clients.set(caller, client);
  return client;
};

beforeAll(async () => {
  engine = await startTableEngine();
  dynamodb = new Dynamodb({
    place,
    engine: engine.endpoint,
    tables: [{ name: TableName, hashKey: 'pk', indexes: { byDay: 'day' } }],
    onWrite: () => (written += 1),
    usage,
  });
  endpoint = await openEndpoint([dynamodb], permissions);
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType });
  await as('operator').send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'day'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        { IndexName: 'byDay', KeySchema: [key('day', 'HASH')], Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
}, 30_000);

afterAll(async () => {
  for (const client of clients.values()) client.destroy();
  await endpoint?.close();
  dynamodb?.close();
  await engine?.stop();
});

const putAs = (caller: string, pk: string) =>
  as(caller).send(new PutItemCommand({ TableName, Item: item(pk) }));

describe('DynamoDB behind the endpoint', () => {
  it('passes calls to the engine under one database for all callers', async () => {
    await putAs('Writer', 'A');
    const Key = { pk: { S: 'A' }, sk: { S: 'row' } };
    const { Item } = await as('Reader').send(new GetItemCommand({ TableName, Key }));
    expect(Item).toEqual(item('A'));
  });

  it("answers a lacking permission with the service's own error, and leaves the table alone", async () => {
    const before = written;
    await expect(putAs('Reader', 'B')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 400 },
      message:
        'User: arn:aws:sts::123456789012:assumed-role/Reader/Reader is not authorized to perform: ' +
        `dynamodb:PutItem on resource: ${arn} because no identity-based policy allows the dynamodb:PutItem action`,
    });
    expect(written).toBe(before);
  });

  it('refuses a caller that is no function of the template', async () => {
    await expect(putAs('Stranger', 'A')).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('asks a permission for each part of a transaction', async () => {
    const Key = { pk: { S: 'A' }, sk: { S: 'row' } };
    const Put = { TableName, Item: item('T') };
    const Update = {
      TableName,
      Key,
      UpdateExpression: 'SET seen = :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    };
    await as('Writer').send(new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Update }] }));
    const Delete = { TableName, Key };
    const withDelete = new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Delete }] });
    await expect(as('Writer').send(withDelete)).rejects.toThrow('dynamodb:DeleteItem');
    const ConditionCheck = { TableName, Key, ConditionExpression: 'attribute_exists(pk)' };
    const withCheck = new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck }] });
    await expect(as('Writer').send(withCheck)).rejects.toThrow('dynamodb:ConditionCheckItem');
  });

  it('tells a query of an index from one of the table', async () => {
    const query = {
      TableName,
      KeyConditionExpression: '#day = :day',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ':day': { S: '2026-11-23' } },
    };
    const { Items } = await as('Reader').send(new QueryCommand({ ...query, IndexName: 'byDay' }));
    expect(Items?.length).toBeGreaterThan(0);
    await expect(as('Reader').send(new QueryCommand(query))).rejects.toThrow(`resource: ${arn} because`);
  });

  it('holds a grant to its leading keys, in items, batches and queries', async () => {
    await putAs('Desk', 'DESK');
    await expect(putAs('Desk', 'A')).rejects.toThrow('dynamodb:PutItem');
    const batch = (pk: string) =>
      new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: item(pk) } }] } });
    await as('Desk').send(batch('DESK'));
    await expect(as('Desk').send(batch('A'))).rejects.toThrow('dynamodb:BatchWriteItem');
    const query = (pk: string) =>
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: 'row' } },
      });
    expect((await as('Desk').send(query('DESK'))).Count).toBe(1);
    await expect(as('Desk').send(query('A'))).rejects.toThrow('dynamodb:Query');
  });

  it('tells of every successful write, and of no read or failed write', async () => {
    const before = written;
    await putAs('Writer', 'W');
    expect(written).toBe(before + 1);
    const failing = { TableName, Item: item('W'), ConditionExpression: 'attribute_not_exists(pk)' };
    await expect(as('Writer').send(new PutItemCommand(failing))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    await as('Reader').send(new GetItemCommand({ TableName, Key: { pk: { S: 'W' }, sk: { S: 'row' } } }));
    expect(written).toBe(before + 1);
  });

  it('meters what each caller consumes, by index, and shows the caller nothing of it', async () => {
    const before = usage.report()['table.writeUnits'] ?? {};
    const { ConsumedCapacity: told } = await putAs('Writer', 'M');
    expect(told).toBeUndefined();
    const gained = (of: string): number =>
      (usage.report()['table.writeUnits']?.[of] ?? 0) - (before[of] ?? 0);
    expect(gained('Writer PutItem')).toBe(1);
    expect(gained('Writer PutItem byDay')).toBe(1);
    // Twice the two units of a row of 1.5 kB; the index, which holds all of it, is written once.
    const long = { ...item('L'), text: { S: 'x'.repeat(1500) } };
    await as('Writer').send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: long } }] }),
    );
    expect(gained('Writer TransactWriteItems')).toBe(4);
    expect(gained('Writer TransactWriteItems byDay')).toBe(2);
    const asked = await as('Writer').send(
      new PutItemCommand({ TableName, Item: item('M'), ReturnConsumedCapacity: 'TOTAL' }),
    );
    expect(asked.ConsumedCapacity).toMatchObject({ TableName, CapacityUnits: 1 });
    expect(gained('Writer PutItem')).toBe(2);
  });

  it('meters a write that its condition refused as well', async () => {
    const before = usage.report()['table.writeUnits']?.['Writer PutItem refused'] ?? 0;
    const failing = { TableName, Item: item('M'), ConditionExpression: 'attribute_not_exists(pk)' };
    await expect(as('Writer').send(new PutItemCommand(failing))).rejects.toThrow('conditional');
    expect(usage.report()['table.writeUnits']?.['Writer PutItem refused']).toBe(before + 1);
  });
});
