import { randomUUID } from 'node:crypto';
import { FunctionError } from '../functions/function-error.ts';
import type { AwsAnswer, AwsCall, AwsService, Functions, Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { AwsError } from './wire.ts';

export interface LambdaInput {
  readonly place: Place;
  readonly functions: Functions;
  /** Names of the template's functions. */
  readonly names: readonly string[];
}

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda, as far as operators' tools use it: a call of a function, whose answer is waited for or not. */
export class Lambda implements AwsService {
  readonly service = 'lambda';
  readonly #input: LambdaInput;

  constructor(input: LambdaInput) {
    this.#input = input;
  }

  actionOf({ method, url }: { method: string; url: string }): string | undefined {
    return method === 'POST' && path.test(pathOf(url)) ? 'Invoke' : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    const resource = arnOf(this.#input.place, 'lambda', `function:${nameOf(call)}`);
    return [{ action: 'lambda:InvokeFunction', resource }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const name = nameOf(call);
    if (!this.#input.names.includes(name)) {
      const arn = arnOf(this.#input.place, 'lambda', `function:${name}`);
      throw new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
    }
    const event = eventOf(call);
    switch (call.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
      case 'RequestResponse':
        return await this.#answerOf(name, event);
      case 'Event':
        void this.#input.functions.invokeAsync(name, event).catch(() => undefined);
        return answer(202);
      case 'DryRun':
        return answer(204);
      default:
        throw new AwsError('InvalidParameterValueException', 'InvocationType is not one of the known');
    }
  }

  /** A function that fails is no failed call: the answer is 200, and a header says that it holds the error. */
  async #answerOf(name: string, event: unknown): Promise<AwsAnswer> {
    try {
      return answer(200, (await this.#input.functions.invoke(name, event)) ?? null);
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      return answer(200, error.failure, { 'x-amz-function-error': 'Unhandled' });
    }
  }
}

const pathOf = (url: string): string => new URL(url, 'http://local').pathname;

/** The name in the path, which may be given as an ARN. */
function nameOf({ url }: AwsCall): string {
  const given = decodeURIComponent(path.exec(pathOf(url))?.[1] ?? '');
  return given.replace(/:\$LATEST$/, '').replace(/^.*:function:/, '');
}

function eventOf(call: AwsCall): unknown {
  const text = call.body.toString('utf8');
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
}

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}): AwsAnswer => ({
  status,
  headers: {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    'x-amz-executed-version': '$LATEST',
    ...headers,
  },
  body: body === undefined ? '' : JSON.stringify(body),
});
