import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventBridgeBus } from '../../lib/adapters/bus.ts';
import type { PublicEvent } from '../../lib/domain/public-event.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { EventBridge } from '../../local/aws/eventbridge.ts';
import { createQueues, type Queues } from '../../local/queues.ts';
import { compilePattern } from '../../local/stream/filter.ts';
import { clientOf, openEndpoint, permissionsOf, place, RecordedFunctions, StillClock } from './aws-world.ts';

const busArn = 'arn:aws:events:us-east-1:123456789012:event-bus/showup-dev';
const deadLetterArn = 'arn:aws:sqs:us-east-1:123456789012:Undelivered';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:Deliver';
const event: PublicEvent = {
  ...{ id: 'evt_bkg_1_1', version: 1, type: 'booking.moved', at: '2026-11-23T14:59:00.000Z', sequence: 1 },
};

let functions: RecordedFunctions;
let service: EventBridge;
let queues: Queues;
let endpoint: AwsEndpoint;
const lost: string[] = [];

beforeEach(async () => {
  functions = new RecordedFunctions();
  const clock = new StillClock();
  queues = createQueues(clock, [{ arn: deadLetterArn }]);
  const target = { functionArn, deadLetterArn, input: undefined };
  const rule = (source: string) => ({
    arn: `arn:rule/${source}`,
    matches: compilePattern({ source: [source] }),
    targets: [target],
  });
  const buses = [{ name: 'showup-dev', arn: busArn, rules: [rule('showup'), rule('elsewhere')] }];
  const report = (line: string) => void lost.push(line);
  service = new EventBridge({ place, clock, functions, queues, buses, report });
  const permissions = permissionsOf({
    OnEvent: [
      {
        ...{ Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn },
        Condition: { StringEquals: { 'events:source': ['showup'] } },
      },
    ],
  });
  endpoint = await openEndpoint([service], permissions);
});
afterEach(() => endpoint.close());

const bus = (caller: string, name = 'showup-dev') => eventBridgeBus(name, clientOf(endpoint, caller));

describe('the bus', () => {
  it('hands what was put on it to the functions of the rules that match, as EventBridge does', async () => {
    await bus('OnEvent').publish(event);
    expect(functions.invoked).toEqual([
      {
        name: functionArn,
        event: expect.objectContaining({
          ...{ source: 'showup', 'detail-type': 'booking.moved', time: '2026-11-23T14:59:00Z' },
          detail: event,
        }),
      },
    ]);
    expect(service.list()).toMatchObject([{ bus: 'showup-dev', source: 'showup', detail: event }]);
  });

  it('takes from a function only what its role allows: that bus, and those sources', async () => {
    const wake = bus('OnEvent').wake([{ endpointId: 'whk_1', eventId: 'evt_1' }]);
    await expect(wake).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(bus('OnEvent', 'default').publish(event)).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(service.list()).toEqual([]);
  });

  it('refuses what is malformed entry by entry, and whoever publishes hears of it', async () => {
    const client = new EventBridgeClient(clientOf(endpoint));
    const good = { EventBusName: busArn, Source: 'showup', DetailType: 'x', Detail: '{}' };
    const { FailedEntryCount, Entries } = await client.send(
      new PutEventsCommand({
        Entries: [good, { ...good, Detail: 'no' }, { ...good, EventBusName: 'other' }],
      }),
    );
    expect(FailedEntryCount).toBe(2);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'ResourceNotFoundException',
    ]);
    await expect(bus('operator', 'other').publish(event)).rejects.toThrow(
      'refused 1 of 1: ResourceNotFoundException',
    );
  });

  it('wakes many deliveries some at a time', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      endpointId: 'whk_1',
      eventId: `evt_${index}`,
    }));
    await bus('operator').wake(many);
    const told = service.list().flatMap(({ detail }) => (detail as { deliveries: unknown[] }).deliveries);
    expect([service.list().length, told]).toEqual([13, many]);
  });

  it('leaves what its target can’t be invoked with to the dead letters', async () => {
    functions.fail = true;
    await bus('OnEvent').publish(event);
    await expect.poll(() => queues.list()).toMatchObject([{ attributes: { RULE_ARN: 'arn:rule/showup' } }]);
    expect(lost).toEqual([]);
  });
});
