import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleDepsWith } from '../../lib/adapters/deps.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { recordPassword } from '../../lib/app/people/passwords.ts';
import type { PeopleDeps } from '../../lib/app/people-deps.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { personEvents } from '../app/people/telling-people.ts';
import { type Engine, openEngine } from '../world.ts';
import { optionsOf, runScript } from './run-script.ts';

let engine: Engine;
let table: TableClient;
let deps: PeopleDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  table = await engine.freshTable();
  deps = peopleDepsWith(table);
});

const run = (...args: readonly string[]) => runScript('invite-staff.ts', ...args);

const sam = ['--email', 'sam@example.com', '--name', 'Sam Okoye'];
const invite = async (...args: string[]) => run(...args, ...(await optionsOf(table)));
const found = (email: string) => deps.people.personByEmail(email);

describe('inviting staff', () => {
  it('makes an account of no company, whose link is mailed', async () => {
    const out = 'Sam Okoye <sam@example.com> is mailed a link to set a password.\n';
    expect(await invite(...sam)).toEqual({ status: 0, err: '', out });
    expect(await found('sam@example.com')).toMatchObject({
      ...{ name: 'Sam Okoye', staff: true, status: 'invited', language: 'en', invitedBy: 'operator' },
    });
    expect((await personEvents(table)).map(({ event }) => event.type)).toEqual(['person-invited']);
  });

  it('again has another link mailed, however the address is written', async () => {
    await invite(...sam, '--language', 'de');
    const again = await invite('--email', 'Sam+desk@Example.com', '--name', 'Sam');
    expect(again).toMatchObject({
      status: 0,
      out: 'sam@example.com was invited before, and is mailed another link.\n',
    });
    expect(await found('sam@example.com')).toMatchObject({ name: 'Sam Okoye', language: 'de' });
    expect((await personEvents(table)).map(({ event }) => event.type)).toEqual([
      'person-invited',
      'invitation-resent',
    ]);
  });

  it('does nothing for an address whose account is active', async () => {
    await invite(...sam);
    await recordPassword(deps, (await found('sam@example.com'))?.id ?? '', 0);
    const rows = await everyRow(table);
    const err = 'There is an account for this mail address already.\n';
    expect(await invite(...sam)).toEqual({ status: 1, out: '', err });
    expect(await everyRow(table)).toEqual(rows);
  });

  it.each([
    [['--name', 'Sam', '--table', 'Showup'], '--email is missing'],
    [['--email', 'sam@example.com', '--table', 'Showup'], '--name is missing'],
    [sam, '--table is missing'],
    [['--email', 'sam', '--name', 'Sam', '--table', 'Showup'], '--email "sam" must be a mail address'],
    [['--email', 'sam@example.com', '--name', ' ', '--table', 'Showup'], '--name "" must be one line'],
    [[...sam, '--table', 'Showup', '--language', 'fr'], '--language fr must be one of en, de'],
    [
      [...sam, '--table', 'Showup', '--endpoint', 'https://example.com'],
      '--endpoint https://example.com must be',
    ],
    [[...sam, '--mail', 'x'], "Unknown option '--mail'"],
    [['sam@example.com'], 'Unexpected argument'],
  ])('answers %j with what is wrong', async (args, problem) => {
    const { status, err } = await run(...args);
    expect(status).toBe(1);
    expect(err).toContain(problem);
  });
});
