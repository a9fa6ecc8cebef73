/**
 * What the parts of the local cloud know of each other. Each part is one file; `cloud.ts` wires them.
 */

/** The dial. Milliseconds since the epoch, as the functions see it. Flows with real time, plus an offset. */
export interface Clock {
  now(): number;
}

/** Something that has work of its own: the scheduler's timers, a rule's ticks, retries, the stream. */
export interface Part {
  /** The earliest instant (ms) at which this part has something to do, or undefined if it has nothing. */
  nextDue(): number | undefined;
  /** Does everything due at or before `now`, and resolves once it is done. Never throws. */
  runDue(now: number): Promise<void>;
}

/** One SDK call of a function, as it arrived at the local AWS endpoint. */
export interface AwsCall {
  /** Signing name in the credential scope: dynamodb, scheduler, sns, ses, secretsmanager, … */
  readonly service: string;
  /** IAM action without the service prefix, such as `PutItem` or `Publish`. */
  readonly action: string;
  /** Logical id of the function that called (its access key id), or `operator` for our own tools. */
  readonly caller: string;
  readonly method: string;
  /** Path with query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A service behind the local AWS endpoint, speaking the real wire protocol to unmodified SDK clients. */
export interface AwsService {
  readonly service: string;
  /** Names the IAM action of a request, or undefined if the service doesn't know it. */
  actionOf(request: Omit<AwsCall, 'action' | 'caller'>): string | undefined;
  /** Whether anyone may make the call, unsigned and without a permission. Nobody may, unless it says so. */
  isOpen?(request: Omit<AwsCall, 'action' | 'caller'>): boolean;
  /** Every permission the call needs: `dynamodb:PutItem` on an ARN, with the condition keys it carries. */
  needs(call: AwsCall): readonly Need[];
  handle(call: AwsCall): Promise<AwsAnswer>;
}

/** One permission that a call needs. A call is allowed when every one of its needs is. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** How parts run functions. `name` is the function's ARN, its name or its logical id. */
export interface Functions {
  /** Request and response, as API Gateway and the stream do. Rejects if the function throws. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Fire and forget, as Scheduler and EventBridge do: the function's own retries and failure destination apply. */
  invokeAsync(name: string, event: unknown): Promise<void>;
}
