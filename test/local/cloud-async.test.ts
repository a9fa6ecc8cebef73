import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureCloud, start, startFixture } from './fixture-cloud.ts';

const minute = 60_000;

let cloud: FixtureCloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.stop());

describe('an asynchronous invocation', () => {
  it('is tried again after one minute, then after two', async () => {
    const { functions, clock } = cloud;
    await functions.invokeAsync('Flaky', { id: 'twice', failures: 2 });
    const first = functions.retries.nextDue() ?? 0;
    expect(first - clock.now()).toBeGreaterThan(minute - 5000);
    // The clock runs on between two moves.
    await clock.moveTo(first - 5000);
    expect(functions.retries.nextDue()).toBe(first);
    await clock.moveTo(first);
    expect(functions.retries.nextDue()).toBe(first + 2 * minute);
    await clock.moveTo(first + 2 * minute);
    expect(functions.retries.nextDue()).toBeUndefined();
    expect(cloud.queues.list('fixture-failures')).toEqual([]);
  });

  it('that keeps failing ends in the failure queue, in the shape of a Lambda destination record', async () => {
    await cloud.functions.invokeAsync('Flaky', { id: 'always', failures: 99 });
    await cloud.clock.advance(10 * minute);
    const [message, second] = cloud.queues.list('fixture-failures');
    expect(second).toBeUndefined();
    expect(message?.body).toMatchObject({
      version: '1.0',
      requestContext: {
        functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:Flaky:$LATEST',
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { id: 'always', failures: 99 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'TypeError', errorMessage: 'try 3' },
    });
    expect(Date.parse(message?.at ?? '')).toBeGreaterThan(start + 2 * minute);
  });

  it('never rejects, even for a function that is not there', async () => {
    await expect(cloud.functions.invokeAsync('Nobody', {})).resolves.toBeUndefined();
    expect(cloud.printed.join('\n')).toContain('Nobody');
  });
});
