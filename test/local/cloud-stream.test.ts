import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureCloud, startFixture } from './fixture-cloud.ts';

let cloud: FixtureCloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.stop());

describe('the stream of a table', () => {
  it('has brought every matching record to its function once the cloud has settled', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => cloud.ask('write', { pk: `many ${index}` })));
    await cloud.clock.settle();
    const seen = (await cloud.rows()).filter((row) => row.startsWith('seen many'));
    expect(seen).toHaveLength(30);
  });

  it('leaves out what the filter does not match', async () => {
    await cloud.ask('write', { pk: 'noise', kind: 'trace' });
    await cloud.ask('write', { pk: 'signal' });
    await cloud.clock.settle();
    const rows = await cloud.rows();
    expect(rows).toContain('seen signal');
    expect(rows).not.toContain('seen noise');
  });

  it('puts a poison record into the failure queue by its place in the stream, and carries on', async () => {
    await cloud.ask('write', { pk: 'poison', how: 'badly' });
    await cloud.clock.advance(60_000);
    await cloud.ask('write', { pk: 'after' });
    await cloud.clock.settle();
    expect(await cloud.rows()).toContain('seen after');
    const [message, second] = cloud.queues.list('fixture-failures');
    expect(second).toBeUndefined();
    expect(message?.body).toMatchObject({
      requestContext: {
        functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:React',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      DDBStreamBatchInfo: {
        batchSize: 1,
        streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Table/stream/2026-01-01T00:00:00.000',
      },
    });
    expect(JSON.stringify(message?.body)).not.toContain('poison');
  });
});
