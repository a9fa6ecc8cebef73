import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dynamoDbLocal } from '../../local/engine/dynamodb-local.ts';
import { dynoxide } from '../../local/engine/dynoxide.ts';
import { engineCredentials } from '../../local/engine/engine-credentials.ts';
import { startTableEngine, type TableEngine } from '../../local/engine/table-engine.ts';
import { childrenOf } from './children.ts';
import { startFixture } from './fixture-cloud.ts';

const before = { engine: process.env['DYNAMODB_ENGINE'], endpoint: process.env['DYNAMODB_ENDPOINT'] };
afterEach(() => {
  setOrUnset('DYNAMODB_ENGINE', before.engine);
  setOrUnset('DYNAMODB_ENDPOINT', before.endpoint);
});

function setOrUnset(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

async function tables(engine: TableEngine): Promise<readonly string[] | undefined> {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: engineCredentials,
  });
  try {
    return (await client.send(new ListTablesCommand({}))).TableNames;
  } finally {
    client.destroy();
  }
}

const ourAddress = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

describe.each([dynoxide, dynamoDbLocal])('the engine $name', (program) => {
  const here = program.missing() === undefined;

  it.runIf(here)('starts where it is forced, speaks DynamoDB, and is gone after stop()', async () => {
    process.env['DYNAMODB_ENGINE'] = program.name;
    const engine = await startTableEngine();
    expect(engine.name).toBe(program.name);
    expect(await tables(engine)).toEqual([]);
    await engine.stop();
    await expect(fetch(engine.endpoint)).rejects.toThrow('fetch failed');
  });

  it.runIf(here && ourAddress !== undefined)('listens on loopback only', async () => {
    process.env['DYNAMODB_ENGINE'] = program.name;
    const engine = await startTableEngine();
    await expect(fetch(engine.endpoint.replace('127.0.0.1', ourAddress ?? ''))).rejects.toThrow(
      'fetch failed',
    );
    await engine.stop();
  });

  it.runIf(here)('carries a cloud: rows, stream, filter, retries', async () => {
    process.env['DYNAMODB_ENGINE'] = program.name;
    const cloud = await startFixture();
    try {
      await Promise.all(['a', 'b', 'c'].map((pk) => cloud.ask('write', { pk })));
      await cloud.ask('write', { pk: 'poison', how: 'badly' });
      await cloud.clock.advance(60_000);
      expect(await cloud.rows()).toEqual(['a', 'b', 'c', 'poison', 'seen a', 'seen b', 'seen c']);
      expect(cloud.queues.list()).toHaveLength(1);
    } finally {
      await cloud.stop();
    }
  });
});

describe('choosing an engine', () => {
  it('refuses one that it does not know, by name', async () => {
    process.env['DYNAMODB_ENGINE'] = 'abacus';
    await expect(startTableEngine()).rejects.toThrow('DYNAMODB_ENGINE is abacus');
  });

  it('tells when an engine ends by itself', async () => {
    const earlier = childrenOf(process.pid);
    const engine = await startTableEngine();
    const [guard] = childrenOf(process.pid).filter((child) => !earlier.includes(child));
    process.kill(childrenOf(guard)[0] ?? Number.NaN, 'SIGKILL');
    expect(await engine.died).toContain(engine.name);
    await engine.stop();
  });

  it('leaves no engine behind when its starter is killed', async () => {
    const module = new URL('../../local/engine/table-engine.ts', import.meta.url).href;
    const script = `const { startTableEngine } = await import('${module}'); console.log((await startTableEngine()).endpoint);`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [endpoint] = (await once(starter.stdout, 'data')) as [Buffer];
    const gone = once(starter, 'exit');
    starter.kill('SIGKILL');
    await gone;
    await vi.waitFor(() => expect(fetch(endpoint.toString().trim())).rejects.toThrow('fetch failed'), 5000);
  });
});
