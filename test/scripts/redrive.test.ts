import { describe, expect, test } from 'vitest';
import { redrives } from '../../scripts/redrive/queues.ts';
import { NotDone, type RedriveTools } from '../../scripts/redrive/redrive.ts';
import { readBatch } from '../../scripts/redrive/stream-records.ts';
import { tellAll } from '../../scripts/redrive/tell-events.ts';
import { ofType, templateOf } from '../cdk/template.ts';
import { runScript } from './run-script.ts';

const message = (body: unknown) => ({ id: 'm1', sent: 0, body: JSON.stringify(body) });
const redriveOf = (queue: string) => {
  const redrive = redrives[queue];
  if (redrive === undefined) throw new Error(`${queue} has no redrive`);
  return redrive;
};

describe('the redrives', () => {
  test('are there for every queue of the template, and for no other', () => {
    // With this provider the stack has all that it has with the other, and one queue more.
    const queues = Object.values(ofType(templateOf('prod', 'end-user-messaging'), 'AWS::SQS::Queue'));
    const names = queues.map(({ Properties }) => String(Properties['QueueName']).replace('showup-prod-', ''));
    expect(Object.keys(redrives).toSorted()).toEqual(names.toSorted());
  });

  test('give a function the event that it failed at, without what Lambda wrote around it', async () => {
    const calls: unknown[] = [];
    const tools: RedriveTools = {
      invoke: async (...call) => void calls.push(call),
      tellEvents: async () => undefined,
    };
    const payload = { kind: 'close', bookingId: 'bkg_1', version: 2 };
    const failed = message({ version: '1.0', requestPayload: payload, responsePayload: {} });
    await redriveOf('timers-failed').work(tools, failed);
    await redriveOf('timers-undelivered').work(tools, message(payload));
    expect(calls).toEqual([
      ['on-timer', payload],
      ['on-timer', payload],
    ]);
    expect(redriveOf('timers-failed').about(failed)).toBe('close of bkg_1 v2');
  });

  test.each([
    ['timers-failed', '{"version":"1.0"}', 'holds no event'],
    ['timers-failed', 'not JSON', 'is no JSON'],
    ['events-failed', '{}', 'points at no events'],
  ])('%s says of %s that it %s', (queue, body, what) => {
    expect(() => redriveOf(queue).about({ id: 'm1', sent: 0, body })).toThrow(
      new NotDone(`the message ${what}`),
    );
  });

  test('tell of a text by its id, never by what it holds', () => {
    const envelope = {
      Type: 'Notification',
      MessageId: 'sns-1',
      Message: '{"originationNumber":"+15550100001"}',
    };
    expect(redriveOf('texts-undelivered').about(message(envelope))).toBe('message sns-1');
  });
});

describe('events that are told again', () => {
  const record = (number: number) => ({
    eventID: `e${number}`,
    eventName: 'INSERT' as const,
    eventSource: 'aws:dynamodb' as const,
    dynamodb: {
      ApproximateCreationDateTime: 0,
      Keys: {},
      NewImage: {},
      SequenceNumber: String(number),
      StreamViewType: 'NEW_IMAGE' as const,
    },
  });
  const sixty = Array.from({ length: 60 }, (_, index) => record(index));

  test('go in their order, as many at once as the stream brings', async () => {
    const batches: number[] = [];
    await tellAll(sixty, async (event) => {
      batches.push((event as { Records: unknown[] }).Records.length);
      return { batchItemFailures: [] };
    });
    expect(batches).toEqual([25, 25, 10]);
  });

  test('are all tried, and not done while one of them fails', async () => {
    let calls = 0;
    const telling = tellAll(sixty, async () => {
      calls += 1;
      return { batchItemFailures: calls === 1 ? [{ itemIdentifier: '3' }] : [] };
    });
    await expect(telling).rejects.toThrow('on-event could not tell 1 of 60 events');
    expect(calls).toBe(3);
  });

  test('need to know where in the stream they are', () => {
    expect(() => readBatch({ shardId: 's', startSequenceNumber: 'first' })).toThrow(NotDone);
  });
});

describe('the command', () => {
  test.each([
    [['--queue', 'attic'], '--queue attic must be all, or one of events-failed'],
    [['--since', 'yesterday'], '--since yesterday must be an instant with its zone'],
    [['--hurry'], "Unknown option '--hurry'"],
  ])('refuses %j', async (args, said) => {
    const { status, err } = await runScript('redrive.ts', ...args);
    expect(status).toBe(1);
    expect(err).toContain(said);
    expect(err).not.toContain('    at ');
  });
});
