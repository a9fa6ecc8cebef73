import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleDepsWith } from '../../lib/adapters/deps.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { everyoneOf } from '../../lib/app/people/look-up.ts';
import type { PeopleDeps } from '../../lib/app/people-deps.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { type Engine, NOW, openEngine } from '../world.ts';
import { type Ended, optionsOf, runScript } from './run-script.ts';

const heading = 'Company ID,Company name,Plan until,Code,After hours,Person name,E-mail,Level';
const crates = `${heading}
crates,Example Crates,2027-12-31,DEMO-2026,yes,Ada Park,ada@example.com,Primary / Owner
crates,,,,,Bo Lind,bo@example.com,basic
boxes,"Boxes, Ltd.",2028-01-31,,,,,
`;

const folder = mkdtempSync(join(tmpdir(), 'showup-import-'));
const file = join(folder, 'companies.csv');
let engine: Engine;
let table: TableClient;
let deps: PeopleDeps;

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  table = await engine.freshTable();
  deps = peopleDepsWith(table);
});

const run = (...args: readonly string[]) => runScript('import-companies.ts', ...args);

async function imported(content: string, ...args: string[]): Promise<Ended> {
  writeFileSync(file, content);
  return run(file, ...(await optionsOf(table)), ...args);
}

describe('importing companies', () => {
  it('creates them and invites their people, and says what it did', async () => {
    expect(await imported(crates)).toEqual({
      status: 0,
      err: '',
      out: `New company crates: Example Crates, plan until 2027-12-31, code DEMO-2026, after hours
New person of crates: Ada Park <ada@example.com>, Primary / Owner, is mailed an activation link
New person of crates: Bo Lind <bo@example.com>, Basic, is mailed an activation link
New company boxes: Boxes, Ltd., plan until 2028-01-31, code to be made
2 new companies, 2 new people. Done.
`,
    });
    expect(await dynamoTable(table).companyByCode('DEMO2026', NOW)).toMatchObject({ id: 'crates' });
    expect(await deps.people.company('boxes')).toMatchObject({ name: 'Boxes, Ltd.', afterHours: false });
    const everyone = await everyoneOf(deps.people, 'crates');
    expect(everyone.map(({ name, level, status }) => [name, level, status])).toEqual([
      ['Ada Park', 'primary', 'invited'],
      ['Bo Lind', 'basic', 'invited'],
    ]);
  });

  it('writes nothing in a dry run, and says the same', async () => {
    const dry = await imported(crates, '--dry-run');
    expect(await everyRow(table)).toEqual([]);
    expect(dry.out).toMatch(/Nothing was written: this was a dry run\.\n$/u);
    const wet = await imported(crates);
    expect(dry.out.split('\n').slice(0, 4)).toEqual(wet.out.split('\n').slice(0, 4));
  });

  it('changes nothing when it is run again', async () => {
    await imported(crates);
    const rows = await everyRow(table);
    const { status, out } = await imported(crates);
    expect({ status, out }).toEqual({
      status: 0,
      out: 'Everything is as the file has it already. Nothing was written.\n',
    });
    expect(await everyRow(table)).toEqual(rows);
  });

  it('changes what the file has otherwise, and leaves what it does not say', async () => {
    await imported(crates);
    const { out } = await imported(
      'Company ID,Plan until,E-mail,Person name,Level,After hours\ncrates,2030-12-31,BO+x@example.com,Bo,manager,no\n',
    );
    expect(out).toBe(`Company crates: plan until 2027-12-31 becomes 2030-12-31, loses after hours
Person bo@example.com: level Basic becomes Manager / Supervisor
1 changed company, 1 changed level. Done.
`);
    expect(await deps.people.company('crates')).toMatchObject({
      ...{ name: 'Example Crates', planUntil: '2030-12-31', afterHours: false, code: 'DEMO-2026' },
    });
  });

  it('goes on where it was broken off', async () => {
    await imported(crates.split('\n').slice(0, 2).join('\n'));
    const { out } = await imported(crates);
    expect(out).toMatch(/^New person of crates: Bo Lind/u);
    expect(out).toMatch(/1 new company, 1 new person\. Done\.\n$/u);
  });
});

describe('a file with bad lines', () => {
  it('is refused, each of them named, and nothing is written', async () => {
    const bad = `${crates}tins,Tins,soon,,,Cy,cy@example.com,boss\n`;
    expect(await imported(bad)).toEqual({
      status: 1,
      out: '',
      err: `line 5, Plan until: "soon" is not a date: write one that exists, as YYYY-MM-DD
line 5, Level: "boss" is not a level: write Basic, Sales / Designer, IT / Tech support, Manager / Supervisor or Primary / Owner
2 problems. Nothing was written.
`,
    });
    expect(await everyRow(table)).toEqual([]);
  });
});

describe('the command line', () => {
  it.each([
    [[], 'The file is missing.'],
    [['a.csv', 'b.csv'], 'One file at a time: what is "b.csv"?'],
    [['a.csv'], '--table is missing.'],
    [['a.csv', '--tabel', 'x'], "Unknown option '--tabel'"],
    [['none.csv', '--table', 'x', '--endpoint', 'http://127.0.0.1:1'], "none.csv can't be read"],
    [
      ['a.csv', '--table', 'x', '--endpoint', 'http://example.com:80'],
      '--endpoint http://example.com:80 must be',
    ],
  ])('%j is refused with a reason', async (args, reason) => {
    const { status, err } = await run(...args);
    expect(status).toBe(1);
    expect(err).toContain(reason);
    expect(err).not.toMatch(/^\s+at /mu);
  });

  it('explains itself', async () => {
    const { status, out } = await run('--help');
    expect(status).toBe(0);
    expect(out).toContain('npm run import-companies -- companies.csv --table <name>');
  });
});
