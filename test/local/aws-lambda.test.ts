import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Lambda } from '../../local/aws/lambda.ts';
import { FunctionError } from '../../local/functions/function-error.ts';
import type { Functions } from '../../local/parts.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place } from './aws-world.ts';

const failure = { errorType: 'TypeError', errorMessage: 'no', trace: [] };
const events: unknown[] = [];
const functions: Functions = {
  async invoke(name, event) {
    if (name === 'broken') throw new FunctionError(name, failure);
    return { name, event };
  },
  async invokeAsync(name, event) {
    events.push([name, event]);
  },
};

let endpoint: AwsEndpoint;
let client: LambdaClient;

beforeAll(async () => {
  const permissions = permissionsOf({
    Caller: [allow('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:123456789012:function:echo')],
  });
  endpoint = await openEndpoint([new Lambda({ place, functions, names: ['echo', 'broken'] })], permissions);
  client = new LambdaClient(clientOf(endpoint));
});

afterAll(async () => {
  client.destroy();
  await endpoint.close();
});

const Payload = JSON.stringify({ kind: 'close' });

describe('an invocation', () => {
  it.each(['echo', 'arn:aws:lambda:us-east-1:123456789012:function:echo:$LATEST'])(
    'of %s gives the function’s answer',
    async (FunctionName) => {
      const answer = await client.send(new InvokeCommand({ FunctionName, Payload }));
      expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
      expect(answer.FunctionError).toBeUndefined();
      expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
        name: 'echo',
        event: { kind: 'close' },
      });
    },
  );

  it('of a function that fails is answered with its error', async () => {
    const answer = await client.send(new InvokeCommand({ FunctionName: 'broken', Payload }));
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual(failure);
  });

  it('that nobody waits for is taken, and done as an asynchronous one', async () => {
    const command = new InvokeCommand({ FunctionName: 'echo', Payload, InvocationType: 'Event' });
    expect(await client.send(command)).toMatchObject({ StatusCode: 202 });
    expect(events).toEqual([['echo', { kind: 'close' }]]);
  });

  it('of a function that is not there says so', async () => {
    await expect(client.send(new InvokeCommand({ FunctionName: 'gone' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('needs the permission to invoke that very function', async () => {
    const caller = new LambdaClient(clientOf(endpoint, 'Caller'));
    await caller.send(new InvokeCommand({ FunctionName: 'echo', Payload }));
    await expect(caller.send(new InvokeCommand({ FunctionName: 'broken', Payload }))).rejects.toThrow(
      'lambda:InvokeFunction',
    );
    caller.destroy();
  });
});
