import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { requireServiceNeeds } from '../../local/service-needs.ts';
import { type FixtureCloud, start, startFixture } from './fixture-cloud.ts';

let cloud: FixtureCloud;
beforeAll(async () => {
  cloud = await startFixture();
});
afterAll(() => cloud.stop());

describe('a function', () => {
  it('sees the time of the dial in Date.now() and new Date(), and Date otherwise as it is', async () => {
    await cloud.clock.moveTo(start + 3_600_000);
    const { body } = (await cloud.ask('time')) as { body: Record<string, unknown> };
    for (const name of ['now', 'made']) {
      expect(body[name]).toBeGreaterThanOrEqual(start + 3_600_000);
      expect(body[name]).toBeLessThan(start + 3_660_000);
    }
    expect(body).toMatchObject({
      fixed: '2020-02-29T12:00:00.000Z',
      parts: new Date(2020, 1, 29, 12).getTime(),
      utc: 1_582_934_400_000,
      parsed: 1_582_977_600_000,
      called: 'string',
      instance: true,
      tag: '[object Date]',
      sub: true,
    });
  });

  it('has the environment of its template and of Lambda, and nothing of ours', async () => {
    const { body } = await cloud.ask('environment');
    expect(body).toMatchObject({
      TABLE_NAME: 'Table',
      SITE_URL: cloud.site,
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'SiteFunction',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_ACCESS_KEY_ID: 'SiteFunction',
    });
    expect(body).not.toHaveProperty('PATH');
    expect(body).not.toHaveProperty('HOME');
  });

  it('knows what is left of its time, and its request', async () => {
    const answer = await fetch(`${cloud.site}/echo/x`);
    const { remaining, id } = (await answer.json()) as { remaining: number; id: string };
    expect(remaining).toBeGreaterThan(1000);
    expect(remaining).toBeLessThanOrEqual(2000);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is served by a fresh instance after a call that timed out', async () => {
    const hanging = cloud.ask('hang');
    expect(await cloud.ask('time')).toMatchObject({ status: 200 });
    expect(await hanging).toMatchObject({ status: 500 });
    expect(cloud.printed.join('\n')).toContain('Task timed out after 2.00 seconds');
    expect(await cloud.ask('time')).toMatchObject({ status: 200 });
  });

  it('is served by a fresh instance after it exited', async () => {
    expect(await cloud.ask('exit')).toMatchObject({ status: 500 });
    expect(cloud.printed.join('\n')).toContain('Runtime exited');
    expect(await cloud.ask('time')).toMatchObject({ status: 200 });
  });

  it('logs one JSON object a line with the request it belongs to, and the operator sees warnings and errors', async () => {
    await cloud.ask('say', { nested: { deep: true } });
    const said = await vi.waitFor(() => {
      const last = cloud.functions.lines().slice(-3);
      expect(last.map(({ level }) => level)).toEqual(['WARN', 'INFO', 'ERROR']);
      return last.map(({ line }) => JSON.parse(line) as Record<string, unknown>);
    });
    expect(said).toMatchObject([
      { level: 'WARN', message: { nested: { deep: true } } },
      { level: 'INFO', message: 'quietly' },
      { level: 'ERROR', errorType: 'RangeError', errorMessage: 'as asked' },
    ]);
    expect(new Set(said.map(({ requestId }) => requestId)).size).toBe(1);
    expect(said[0]?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(cloud.printed.join('\n')).toContain('it broke');
    expect(cloud.printed.join('\n')).not.toContain('quietly');
  });

  it('has its failures in the log, by the dial', async () => {
    await cloud.ask('fail');
    const line = cloud.functions.lines().findLast(({ level }) => level === 'ERROR');
    expect(line).toMatchObject({ function: 'SiteFunction' });
    expect(Date.parse(line?.at ?? '')).toBeGreaterThanOrEqual(start);
  });

  it('may do what its role allows, and nothing else', async () => {
    await cloud.ask('write', { pk: 'allowed' });
    const decisions = cloud.aws.permissions.decisions();
    expect(decisions).toContainEqual(
      expect.objectContaining({
        caller: 'SiteFunction',
        allowed: true,
        need: expect.objectContaining({ action: 'dynamodb:PutItem' }),
      }),
    );
    expect(await cloud.ask('remove', { pk: 'allowed' })).toMatchObject({ status: 500 });
    expect(cloud.printed.join('\n')).toContain('is not authorized to perform: dynamodb:DeleteItem');
  });
});

describe('what Lambda does under the role of a function', () => {
  it('has to be granted: the log, the stream, the failure queue', () => {
    const decisions = cloud.aws.permissions.decisions().filter(({ caller }) => caller === 'React');
    const actions = decisions.map(({ need }) => need.action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'logs:PutLogEvents',
        'dynamodb:GetRecords',
        'dynamodb:ListStreams',
        'sqs:SendMessage',
      ]),
    );
    const [definition] = cloud.functions.definitions;
    const nobody = { ...definition, logicalId: 'Nobody' } as NonNullable<typeof definition>;
    expect(() => requireServiceNeeds(cloud.stack, [nobody], cloud.aws.permissions)).toThrow(
      /Nobody.*logs:CreateLogStream/,
    );
  });
});
