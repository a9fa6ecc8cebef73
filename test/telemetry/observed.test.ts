import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { correlation, correlationFields, rootId, withCorrelation } from '../../lib/telemetry/correlation.ts';
import { log } from '../../lib/telemetry/log.ts';
import { measure } from '../../lib/telemetry/metrics.ts';
import { observedEvents, observedRequests } from '../../lib/telemetry/observed.ts';

const request = { requestContext: { requestId: 'JKJaXmPLvHcESHA=' } } as APIGatewayProxyEventV2;
const context = { awsRequestId: 'run-1' } as Context;

describe('a correlation', () => {
  it('holds for all that a run does, also after it waited, and for nothing beside it', async () => {
    const told = await Promise.all(
      ['one', 'two'].map((id) =>
        withCorrelation({ id }, async () => {
          await Promise.resolve();
          return correlationFields();
        }),
      ),
    );
    expect(told).toEqual([{ correlation: 'one' }, { correlation: 'two' }]);
    expect(correlation()).toBeUndefined();
    expect(correlationFields()).toEqual({});
  });

  it('names the first id as the cause, however long the chain', () => {
    const roots: (string | undefined)[] = [];
    withCorrelation({ id: 'request' }, () => roots.push(rootId()));
    withCorrelation({ id: 'timer', cause: 'request' }, () => roots.push(rootId()));
    expect(roots).toEqual(['request', 'request']);
  });

  it('takes no line breaks and no novel from whoever chose the id', () => {
    withCorrelation({ id: `a\n"b" ${'x'.repeat(500)}` }, () => {
      expect(correlation()?.id).toMatch(/^abx{126}$/u);
    });
  });
});

describe('an observed handler', () => {
  it('of requests answers with the id that all it does carries', async () => {
    const handler = observedRequests(async () => ({
      statusCode: 200,
      body: JSON.stringify(correlationFields()),
    }));
    expect(await handler(request, context)).toEqual({
      statusCode: 200,
      body: '{"correlation":"JKJaXmPLvHcESHA="}',
      headers: { 'x-request-id': 'JKJaXmPLvHcESHA=' },
    });
  });

  it('of a timer goes by its own id and names the request that set it; an old timer names none', async () => {
    const handler = observedEvents(
      async () => correlationFields(),
      ({ cause }: { cause?: string }) => cause,
    );
    expect(await handler({ cause: 'request' }, context)).toEqual({ correlation: 'run-1', cause: 'request' });
    expect(await handler({}, context)).toEqual({ correlation: 'run-1' });
  });

  it('lets no address out with what it throws', async () => {
    const handler = observedEvents(async () => {
      throw new Error('not verified: ada@example.com');
    });
    await expect(handler({}, context)).rejects.toThrow('not verified: [address]');
  });
});

describe('what is written', () => {
  let written: string[];
  beforeEach(() => {
    written = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    vi.spyOn(console, 'info').mockImplementation((line) => void written.push(JSON.stringify(line)));
    vi.spyOn(console, 'error').mockImplementation((line) => void written.push(JSON.stringify(line)));
    vi.stubEnv('STAGE', 'dev');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('are metrics once at the end of a run, with the stage as their one dimension', async () => {
    const handler = observedEvents(async () => {
      for (let times = 0; times < 3; times++) measure('Booked');
      measure('OutboxAge', 1200);
    });
    await handler({}, context);
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'Showup',
            Dimensions: [['stage']],
            Metrics: [
              { Name: 'Booked', Unit: 'Count' },
              { Name: 'OutboxAge', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      stage: 'dev',
      Booked: [1, 1, 1],
      OutboxAge: 1200,
    });
  });

  it('are metrics also where the run fails, and nothing where nothing was measured', async () => {
    const failing = observedEvents(async () => {
      measure('TimersFailed');
      throw new Error('no');
    });
    await expect(failing({}, context)).rejects.toThrow('no');
    await observedEvents(async () => undefined)({}, context);
    expect(written.map((line) => JSON.parse(line).TimersFailed)).toEqual([1]);
  });

  it('is nothing of what scripts do: they have no stage and no run', () => {
    vi.stubEnv('STAGE', undefined);
    measure('Booked');
    log.info('booking changed', { bookingId: 'bkg_one' });
    expect(written).toEqual([]);
  });

  it('is a line of one object with the ids, and an error without people', () => {
    withCorrelation({ id: 'timer', cause: 'request' }, () => {
      log.info('swept', { looked: 2 });
      log.error('sweep failed', { bookingId: 'bkg_one', error: new Error('for ada@example.com') });
    });
    expect(written.map((line) => JSON.parse(line))).toEqual([
      { message: 'swept', correlation: 'timer', cause: 'request', looked: 2 },
      {
        ...{ message: 'sweep failed', correlation: 'timer', cause: 'request', bookingId: 'bkg_one' },
        error: { type: 'Error', message: 'for [address]', stack: expect.any(Array) },
      },
    ]);
  });
});
