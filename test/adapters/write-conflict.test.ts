import { afterEach, beforeEach, expect, it } from 'vitest';
import { tableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { Stale, type Table } from '../../lib/app/deps.ts';
import { unknownPhone } from '../../lib/domain/phone/phone.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { AwsError } from '../../local/aws/wire.ts';
import { clientOf, openEndpoint, permissionsOf } from '../local/aws-world.ts';
import { NOW } from '../world.ts';
import { FailingAws } from './failing-aws.ts';

const dynamodb = new FailingAws('dynamodb');
const before = unknownPhone('+15550100123');
const change = { before, after: { ...before, revision: 1 }, now: NOW };
let endpoint: AwsEndpoint;
let table: Table;

beforeEach(async () => {
  endpoint = await openEndpoint([dynamodb], permissionsOf({ OnText: [] }));
  table = dynamoTable(tableClient('Showup', clientOf(endpoint, 'OnText')));
});
afterEach(() => endpoint.close());

it('a write of one row that meets a transaction of it is stale: no engine here has it so', async () => {
  dynamodb.error = new AwsError('TransactionConflictException', 'Transaction is ongoing for the item');
  await expect(table.commitPhone(change)).rejects.toThrow(Stale);
});

it('a write that fails for another reason fails for that', async () => {
  dynamodb.error = new AwsError('ValidationException', 'Item size has exceeded the maximum allowed size');
  await expect(table.commitPhone(change)).rejects.toThrow('maximum allowed size');
});
