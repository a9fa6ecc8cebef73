import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { readOnlyTable } from '../../scripts/read-only-table.ts';
import { booking, following } from '../adapters/changes.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { CODE, company, type Engine, openEngine, putCompany } from '../world.ts';

const root = join(import.meta.dirname, '../..');
const fixture = 'test/fixture-config.ts';
const folder = mkdtempSync(join(tmpdir(), 'showup-replay-'));
const MINUTE = 60_000;

let engine: Engine;
let table: TableClient;
let endpoint: string;

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  table = await engine.freshTable();
  const address = await table.client.config.endpoint?.();
  endpoint = `http://${address?.hostname}:${address?.port}`;
  await putCompany(table, company, CODE);
});

/** A configuration like that of the tests, but for how many no-shows block. */
function otherConfig(limit: number): string {
  const file = join(folder, `limit-${limit}.config.ts`);
  const from = pathToFileURL(join(root, fixture)).href;
  writeFileSync(
    file,
    `import config from '${from}';
export default { ...config, policy: { ...config.policy, noShows: { ...config.policy.noShows, limit: ${limit} } } };
`,
  );
  return file;
}

/** Nobody comes to a session, by the very commits that record it. */
async function missed(id: string, date: string): Promise<void> {
  const start = Date.parse(`${date}T15:00:00Z`);
  const { commit } = dynamoTable(table);
  const booked = booking({ id, start, now: start - 1440 * MINUTE });
  const asked = following(booked.after, { type: 'due', kind: 'check-in', version: 1 }, start + 5 * MINUTE);
  const closed = following(asked.after, { type: 'due', kind: 'close', version: 1 }, start + 15 * MINUTE);
  for (const change of [booked, asked, closed]) await commit(change);
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/policy-replay.ts', ...args], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
}

function replay(limit: number, ...more: string[]): Promise<Ended> {
  const of = ['--current', fixture, '--policy', otherConfig(limit)];
  return run(...of, '--table', table.name, '--endpoint', endpoint, ...more);
}

describe('replaying the policy', () => {
  beforeEach(async () => {
    await missed('bkg_one', '2026-09-15');
    await missed('bkg_two', '2026-09-22');
  });

  it('prints who would have stood otherwise, writes it as CSV too, and changes no row', async () => {
    const before = await everyRow(table);
    const csv = join(folder, 'replay.csv');
    const { status, out, err } = await replay(3, '--csv', csv);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /^ada@example\.com {2}example-crates {2}block {4}2026-09-22 11:15 {2}2026-11-21 11:00 {2}blocked until 2026-11-21 11:00 {2}free$/mu,
    );
    expect(out).toMatch(/^ {17}example-crates {2}strikes {2}2026-09-22 11:15 {2}still {13}1 +0$/mu);
    expect(out).toMatch(
      /\n1 person and 1 company would stand otherwise between pol_[0-9a-f]{12} and pol_[0-9a-f]{12}, by the records of 1 people\.\n$/u,
    );
    expect(readFileSync(csv, 'utf8')).toContain(
      'ada@example.com,example-crates,block,2026-09-22T15:15:00.000Z',
    );
    expect(await everyRow(table)).toEqual(before);
  });

  it('leaves out what was over before the date that it is asked from', async () => {
    const { out } = await replay(3, '--from', '2026-11-22');
    expect(out).not.toContain('block ');
    expect(out).toMatch(/strikes {2}2026-11-22 00:00 {2}still/u);
  });

  it('finds nothing under the same policy', async () => {
    const { status, out } = await replay(2);
    expect(status).toBe(0);
    expect(out).toMatch(/^Nobody would stand otherwise between (pol_\w+) and \1,/u);
  });
});

describe('the table that it reads', () => {
  it('takes no writes from it', async () => {
    const address = await table.client.config.endpoint?.();
    const credentials = await table.client.config.credentials();
    const reading = readOnlyTable(table.name, {
      endpoint: `http://${address?.hostname}:${address?.port}`,
      region: 'us-east-1',
      credentials,
    });
    const before = await everyRow(table);
    const write = new PutCommand({ TableName: table.name, Item: { pk: 'X', sk: 'X' } });
    await expect(reading.client.send(write)).rejects.toThrow('PutItemCommand was refused: this only reads');
    expect(await everyRow(reading)).toEqual(before);
    reading.client.destroy();
  });
});

describe('the command line', () => {
  it.each([
    [[], '--policy is missing.'],
    [['--policy', 'none.ts', '--table', 'x'], "none.ts can't be read as a configuration"],
    [['--policy', 'test/closing-line.ts', '--table', 'x'], 'test/closing-line.ts: '],
    [['--policy', fixture, '--table', 'x', '--from', '2026-02-30'], '--from 2026-02-30 is not a date'],
    [['--policy', fixture, '--table', 'x', '--endpoint', 'http://example.com:80'], '--endpoint http'],
  ])('%j is refused with a reason', async (args, reason) => {
    const { status, err } = await run(...args);
    expect(status).toBe(1);
    expect(err).toContain(reason);
    expect(err).not.toMatch(/^\s+at /mu);
  });
});
