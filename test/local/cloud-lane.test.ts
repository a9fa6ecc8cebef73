import { describe, expect, it } from 'vitest';
import { Lane, type LaneSurroundings } from '../../local/stream/lane.ts';
import type { StreamRecord } from '../../local/stream/record.ts';

const record = (sequence: number, arrived = 0): StreamRecord => ({
  shardId: 'shard',
  sequenceNumber: String(sequence),
  arrived,
  key: 'key',
  event: {},
});

interface Trial {
  readonly lane: Lane;
  /** Each delivery, as the sequence numbers it held. */
  readonly deliveries: string[];
  readonly givenUp: string[];
  /** Moves time to the next try until none waits. */
  exhaust(): Promise<void>;
}

type Deliver = (batch: readonly string[]) => unknown;

function trial(source: Partial<LaneSurroundings['source']>, deliver: Deliver): Trial {
  let now = 0;
  const deliveries: string[] = [];
  const givenUp: string[] = [];
  const settings = {
    logicalId: 'Source',
    functionArn: 'arn',
    streamArn: 'arn',
    startingPosition: 'TRIM_HORIZON' as const,
    batchSize: 4,
    lanes: 1,
    matches: () => true,
    reportsItemFailures: true,
    bisects: false,
    maximumRetries: 2,
    maximumAgeMs: Number.POSITIVE_INFINITY,
    failureQueue: undefined,
    ...source,
  };
  const lane = new Lane({
    clock: { now: () => now },
    source: settings,
    deliver: async (records) => {
      const batch = records.map(({ sequenceNumber }) => sequenceNumber);
      deliveries.push(`${now / 1000}s ${batch.join()}`);
      return await deliver(batch);
    },
    giveUp: (records, reason, tries) =>
      givenUp.push(`${records.map(({ sequenceNumber }) => sequenceNumber).join()} ${reason} ${tries}`),
  });
  const exhaust = async (): Promise<void> => {
    await lane.settled();
    while (lane.due !== undefined) {
      now = lane.due;
      await lane.retry();
    }
  };
  return { lane, deliveries, givenUp, exhaust };
}

const push = ({ lane }: Trial, ...sequences: number[]): void => {
  for (const sequence of sequences) lane.push(record(sequence));
};
const failing = (...poison: string[]): Deliver => {
  return (batch) => {
    if (batch.some((item) => poison.includes(item))) throw new Error('poison');
  };
};
const reporting = (...poison: string[]): Deliver => {
  return (batch) => ({
    batchItemFailures: batch
      .filter((item) => poison.includes(item))
      .map((itemIdentifier) => ({ itemIdentifier })),
  });
};

describe('records of a stream', () => {
  it('are delivered in order, in batches of the size set', async () => {
    const it = trial({}, () => null);
    push(it, 1, 2, 3, 4, 5);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1,2,3,4', '0s 5']);
    expect(it.lane.empty).toBe(true);
  });

  it('of a batch that fails are tried again after 1 s and 2 s, hold up the next, and are given up after the retries', async () => {
    const it = trial({}, failing('2'));
    push(it, 1, 2, 3, 4, 5);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1,2,3,4', '1s 1,2,3,4', '3s 1,2,3,4', '3s 5']);
    expect(it.givenUp).toEqual(['1,2,3,4 RetryAttemptsExhausted 3']);
  });

  it('are tried again from the lowest one that the function reports', async () => {
    let tries = 0;
    const it = trial({}, (batch) => {
      tries += 1;
      return tries === 1 ? reporting('3', '2')(batch) : null;
    });
    push(it, 1, 2, 3, 4);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1,2,3,4', '1s 2,3,4']);
    expect(it.givenUp).toEqual([]);
  });

  it('are all delivered but the poison one, where batches are bisected', async () => {
    const it = trial({ bisects: true }, failing('3'));
    push(it, 1, 2, 3, 4);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1,2,3,4', '0s 1,2', '0s 3,4', '0s 3', '1s 3', '3s 3', '3s 4']);
    expect(it.givenUp).toEqual(['3 RetryAttemptsExhausted 3']);
  });

  it('are all delivered but the poison one, where it is reported and batches are bisected', async () => {
    const it = trial({ bisects: true }, reporting('2'));
    push(it, 1, 2, 3, 4);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1,2,3,4', '1s 2,3,4', '1s 2,3', '1s 2', '3s 2', '3s 3', '3s 4']);
    expect(it.givenUp).toEqual(['2 RetryAttemptsExhausted 3']);
  });

  it('are not reported as failed where the source does not ask for it', async () => {
    const it = trial({ reportsItemFailures: false }, reporting('1'));
    push(it, 1);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1']);
  });

  it.each([
    ['names a record that was not in the batch', { batchItemFailures: [{ itemIdentifier: '99' }] }],
    ['names nothing', { batchItemFailures: [{}] }],
    ['is no list', { batchItemFailures: 'all' }],
    ['is text', 'fine'],
  ])('all fail when the answer %s', async (_what, answer) => {
    const it = trial({ maximumRetries: 0 }, () => answer);
    push(it, 1, 2);
    await it.exhaust();
    expect(it.givenUp).toEqual(['1,2 RetryAttemptsExhausted 1']);
  });

  it.each([[null], [{}], [{ batchItemFailures: [] }], [{ batchItemFailures: null }]])(
    'all succeed when the answer is %j',
    async (answer) => {
      const it = trial({ maximumRetries: 0 }, () => answer);
      push(it, 1, 2);
      await it.exhaust();
      expect(it.givenUp).toEqual([]);
    },
  );

  it('that grew too old between two tries are given up', async () => {
    const it = trial({ maximumAgeMs: 2000, maximumRetries: Number.POSITIVE_INFINITY }, failing('1'));
    push(it, 1);
    await it.exhaust();
    expect(it.deliveries).toEqual(['0s 1', '1s 1']);
    expect(it.givenUp).toEqual(['1 RecordAgeExceeded 2']);
  });
});
