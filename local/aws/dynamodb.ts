import type { AwsAnswer, AwsCall, AwsService, Need } from '../parts.ts';
import type { Place } from './arn.ts';
import { DynamodbNeeds, parseBody, type TableKeys } from './dynamodb-needs.ts';
import { operator } from './endpoint.ts';
import { Upstream } from './upstream.ts';

export interface DynamodbInput {
  readonly place: Place;
  /** Address of the engine, such as `http://127.0.0.1:8000`. */
  readonly engine: string;
  readonly tables: readonly TableKeys[];
  /** Told after every successful write, so that the stream can be read at once. */
  readonly onWrite?: () => void;
  /** Asks the engine for the capacity of every call and sums it. */
  readonly measure?: boolean;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
const measured = new Set([...writes, 'GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

/** DynamoDB and its streams: permissions here, everything else in the engine behind it. */
export class Dynamodb implements AwsService {
  readonly service = 'dynamodb';
  readonly #input: DynamodbInput;
  readonly #needs: DynamodbNeeds;
  readonly #engine: Upstream;
  readonly #consumed = new Map<string, number>();

  constructor(input: DynamodbInput) {
    this.#input = input;
    this.#needs = new DynamodbNeeds(input.place, input.tables);
    this.#engine = new Upstream(input.engine);
  }

  actionOf(request: { headers: Readonly<Record<string, string>> }): string | undefined {
    return /^DynamoDB(?:Streams)?_20120810\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1];
  }

  needs(call: AwsCall): readonly Need[] {
    return this.#needs.of(call.action, parseBody(call.body));
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const measure = this.#input.measure === true && measured.has(call.action);
    const answer = await this.#engine.send({
      method: call.method,
      url: call.url,
      headers: { ...call.headers, authorization: this.#authorization() },
      body: measure ? askForCapacity(call.body) : call.body,
    });
    if (answer.status === 200 && writes.has(call.action)) this.#input.onWrite?.();
    this.#count(call, answer.body);
    return answer;
  }

  /** Capacity units reported by the engine, summed under `<caller> <action>`. */
  consumed(): ReadonlyMap<string, number> {
    return this.#consumed;
  }

  close(): void {
    this.#engine.close();
  }

  /** Engines keep separate databases for separate access keys, so everyone's calls go on under the operator's. */
  #authorization(): string {
    const scope = `${operator}/20260101/${this.#input.place.region}/dynamodb/aws4_request`;
    return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  }

  #count(call: AwsCall, body: string | Buffer): void {
    if (!body.includes('"ConsumedCapacity"')) return;
    const parsed = JSON.parse(body.toString()) as { ConsumedCapacity?: unknown };
    const key = `${call.caller} ${call.action}`;
    for (const entry of [parsed.ConsumedCapacity].flat()) {
      const units = (entry as { CapacityUnits?: number } | undefined)?.CapacityUnits ?? 0;
      this.#consumed.set(key, (this.#consumed.get(key) ?? 0) + units);
    }
  }
}

function askForCapacity(body: Buffer): Buffer {
  const parsed = parseBody(body);
  if (parsed['ReturnConsumedCapacity'] !== undefined) return body;
  return Buffer.from(JSON.stringify({ ...parsed, ReturnConsumedCapacity: 'TOTAL' }));
}
