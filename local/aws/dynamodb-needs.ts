import type { Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { AwsError } from './wire.ts';

/** The keys of a table, as the template declares them: needed to tell which attribute leads. */
export interface TableKeys {
  readonly name: string;
  readonly hashKey: string;
  /** Hash key by index name. */
  readonly indexes: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;
type Attributes = Readonly<Record<string, unknown>>;

const writtenKey: Readonly<Record<string, 'Item' | 'Key'>> = {
  PutItem: 'Item',
  GetItem: 'Key',
  UpdateItem: 'Key',
  DeleteItem: 'Key',
  ConditionCheckItem: 'Key',
};
const transactionParts: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Get: 'GetItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};
const accountWide = new Set(['ListTables', 'ListStreams', 'DescribeLimits', 'DescribeEndpoints']);

/** Parses a request's body. Throws the service's SerializationException when it is no JSON object. */
export function parseBody(body: Buffer): Json {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Json;
  } catch {
    // Falls through to the one answer that the service gives to any malformed body.
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object');
}

/** The permissions that a DynamoDB call needs, per item for transactions and per table for batches. */
export class DynamodbNeeds {
  readonly #place: Place;
  readonly #tables: ReadonlyMap<string, TableKeys>;

  constructor(place: Place, tables: readonly TableKeys[]) {
    this.#place = place;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  of(action: string, body: Json): readonly Need[] {
    if (action.startsWith('TransactWrite') || action.startsWith('TransactGet')) {
      return listOf(body['TransactItems']).flatMap((item) => this.#transactionNeeds(item));
    }
    if (action === 'BatchGetItem' || action === 'BatchWriteItem') {
      return Object.entries(objectOf(body['RequestItems'])).map(([table, items]) =>
        this.#need(action, this.#tableArn(table), this.#batchLeaders(table, items)),
      );
    }
    if (action === 'Query' || action === 'Scan') return [this.#searchNeed(action, body)];
    if (Object.hasOwn(writtenKey, action)) return [this.#itemNeed(action, body)];
    return [this.#need(action, this.#otherResource(action, body))];
  }

  #transactionNeeds(item: unknown): readonly Need[] {
    return Object.entries(objectOf(item)).map(([part, request]) => {
      const action = Object.hasOwn(transactionParts, part) ? transactionParts[part] : undefined;
      if (action === undefined) throw new AwsError('ValidationException', `Unknown transaction part ${part}`);
      return this.#itemNeed(action, objectOf(request));
    });
  }

  #itemNeed(action: string, request: Json): Need {
    const table = textOf(request['TableName']);
    const key = objectOf(request[writtenKey[action] ?? 'Key']);
    return this.#need(action, this.#tableArn(table), this.#leaders(table, [key]));
  }

  #searchNeed(action: string, body: Json): Need {
    const table = textOf(body['TableName']);
    const index = body['IndexName'];
    const arn = this.#tableArn(table);
    const resource = typeof index === 'string' ? `${arn}/index/${index}` : arn;
    if (action === 'Scan') return this.#need(action, resource);
    const keys = this.#tables.get(nameOf(table));
    const hashKey = typeof index === 'string' ? keys?.indexes[index] : keys?.hashKey;
    return this.#need(action, resource, hashKey === undefined ? [] : queryLeaders(body, hashKey));
  }

  #leaders(table: string, keys: readonly Attributes[]): readonly string[] {
    const hashKey = this.#tables.get(nameOf(table))?.hashKey;
    return hashKey === undefined ? [] : keys.flatMap((key) => attributeText(key[hashKey]));
  }

  #batchLeaders(table: string, items: unknown): readonly string[] {
    if (!Array.isArray(items)) return this.#leaders(table, listOf(objectOf(items)['Keys']).map(objectOf));
    const written = items.map(objectOf).map((item) => {
      const put = item['PutRequest'];
      return put === undefined ? objectOf(item['DeleteRequest'])['Key'] : objectOf(put)['Item'];
    });
    return this.#leaders(table, written.map(objectOf));
  }

  #otherResource(action: string, body: Json): string {
    if (accountWide.has(action)) return '*';
    if (typeof body['StreamArn'] === 'string') return body['StreamArn'];
    if (action === 'GetRecords') return streamOf(textOf(body['ShardIterator']), this.#tableArn('*'));
    return this.#tableArn(textOf(body['TableName'] ?? body['ResourceArn']));
  }

  #tableArn(table: string): string {
    return table.startsWith('arn:') ? table : arnOf(this.#place, 'dynamodb', `table/${table}`);
  }

  #need(action: string, resource: string, leaders: readonly string[] = []): Need {
    const need = { action: `dynamodb:${action}`, resource };
    return leaders.length === 0 ? need : { ...need, context: { 'dynamodb:LeadingKeys': leaders } };
  }
}

/** The value that a key condition sets the hash key equal to. */
function queryLeaders(body: Json, hashKey: string): readonly string[] {
  const names = objectOf(body['ExpressionAttributeNames']);
  const values = objectOf(body['ExpressionAttributeValues']);
  const pairs = textOf(body['KeyConditionExpression']).matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)/g);
  return [...pairs]
    .filter(([, name = '']) => (name.startsWith('#') ? names[name] : name) === hashKey)
    .flatMap(([, , value = '']) => attributeText(values[value]));
}

/** A shard iterator names its stream only inside an opaque text; where it can't be read, any stream is meant. */
function streamOf(iterator: string, tableArn: string): string {
  return /arn:aws:dynamodb:[^|]+\/stream\/[^|]+/.exec(iterator)?.[0] ?? `${tableArn}/stream/*`;
}

const nameOf = (table: string): string => table.slice(table.lastIndexOf('/') + 1);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

function attributeText(attribute: unknown): readonly string[] {
  const { S, N, B } = objectOf(attribute);
  const text = S ?? N ?? B;
  return typeof text === 'string' ? [text] : [];
}
