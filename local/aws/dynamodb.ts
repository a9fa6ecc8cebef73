import type { AwsAnswer, AwsCall, AwsService, Need } from '../parts.ts';
import { type ConsumedCapacity, meterCapacity, meterRefusedWrite, paidByUnit } from '../usage/capacity.ts';
import type { Usage } from '../usage/usage.ts';
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
  /** Takes the capacity of every call, as the engine reports it. */
  readonly usage?: Usage;
  /** The engine's own ARN of each stream, by the ARN that the template's resources know it under. */
  readonly streams?: ReadonlyMap<string, string>;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** DynamoDB and its streams: permissions here, everything else in the engine behind it. */
export class Dynamodb implements AwsService {
  readonly service = 'dynamodb';
  readonly #input: DynamodbInput;
  readonly #needs: DynamodbNeeds;
  readonly #engine: Upstream;

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
    const { usage } = this.#input;
    const measured = usage !== undefined && paidByUnit.has(call.action) && !asksForCapacity(call.body);
    const answer = await this.#engine.send({
      method: call.method,
      url: call.url,
      headers: { ...call.headers, authorization: this.#authorization() },
      body: measured ? askForCapacity(call.body) : this.#withStream(call),
    });
    if (answer.status === 200 && writes.has(call.action)) this.#input.onWrite?.();
    if (usage === undefined || !paidByUnit.has(call.action)) return answer;
    return meter(usage, call, answer, measured);
  }

  close(): void {
    this.#engine.close();
  }

  /** Engines keep separate databases for separate access keys, so everyone's calls go on under the operator's. */
  #authorization(): string {
    const scope = `${operator}/20260101/${this.#input.place.region}/dynamodb/aws4_request`;
    return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  }

  /** Streams are named otherwise in the engine, which makes their ARNs up when the table is made. */
  #withStream({ headers, body }: AwsCall): Buffer {
    const { streams } = this.#input;
    if (streams === undefined || !headers['x-amz-target']?.startsWith('DynamoDBStreams_')) return body;
    let text = body.toString('utf8');
    for (const [arn, engineArn] of streams) text = text.replaceAll(`"${arn}"`, `"${engineArn}"`);
    return Buffer.from(text);
  }
}

/** Meters an answer, and gives the caller what they asked for and nothing else. */
function meter(usage: Usage, { caller, action }: AwsCall, answer: AwsAnswer, asked: boolean): AwsAnswer {
  if (answer.status !== 200) {
    const refusal = refusalOf(answer);
    if (refusal !== undefined) meterRefusedWrite(usage, caller, action, refusal);
    return answer;
  }
  const { ConsumedCapacity: consumed, ...rest } = JSON.parse(answer.body.toString()) as {
    ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[];
  };
  meterCapacity(usage, caller, action, [consumed ?? []].flat());
  if (!asked) return answer;
  // The checksum is of the longer answer.
  const { 'x-amz-crc32': _, ...headers } = answer.headers;
  return { ...answer, headers, body: JSON.stringify(rest) };
}

/** How many items a write was refused for by their conditions; undefined where it failed otherwise. */
function refusalOf({ body }: AwsAnswer): number | undefined {
  const { __type: type = '', CancellationReasons: reasons = [] } = JSON.parse(body.toString()) as {
    __type?: string;
    CancellationReasons?: readonly unknown[];
  };
  const refused = /(?:ConditionalCheckFailed|TransactionCanceled)Exception$/.test(type);
  return refused ? reasons.length : undefined;
}

const asksForCapacity = (body: Buffer): boolean => body.includes('"ReturnConsumedCapacity"');

/** Put in as text: to parse and write every request again would take longer than most of them. */
function askForCapacity(body: Buffer): Buffer {
  const text = body.toString('utf8');
  const start = text.indexOf('{') + 1;
  return Buffer.from(`${text.slice(0, start)}"ReturnConsumedCapacity":"INDEXES",${text.slice(start)}`);
}
