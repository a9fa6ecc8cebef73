import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCompanies } from '../../functions/desk/import.ts';
import { showImport, submitImport } from '../../functions/desk/pages/import.ts';
import { createCompany } from '../../lib/app/people/companies.ts';
import { everyoneOf } from '../../lib/app/people/look-up.ts';
import { deskOperations } from '../../lib/http/desk-operations.ts';
import { read } from '../../lib/http/read.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, type World } from '../world.ts';
import { deskPageOf, hiddenField, type PageAnswer } from './desk-page-world.ts';
import { depsOf, staff } from './desk-world.ts';
import { fieldErrors } from './field-errors.ts';
import { httpEvent } from './http-event.ts';

const heading = 'Company ID,Company name,Plan until,Code,After hours,Person name,E-mail,Level';
const sheet = `${heading}
tins,Tin Works,2027-12-31,TINS-2026,yes,Ada Park,ada@tins.example,Primary / Owner
tins,,,,,Bo Lind,bo@tins.example,basic
`;
const bad = `${heading}
tins,Tin Works,soon,,,Ada Park,ada@tins.example,boss
`;

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

interface Sent {
  readonly type?: string;
  readonly dryRun?: string;
  readonly base64?: boolean;
}

/** Sends a sheet as a program does; the answer is held to what the document declares. */
async function send(body: string, { type = 'text/csv', dryRun, base64 = false }: Sent = {}) {
  const event = httpEvent({
    headers: { 'content-type': type },
    body: base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: base64,
    ...(dryRun !== undefined && { queryStringParameters: { dryRun } }),
  });
  const answer = await importCompanies(depsOf(world), event, staff('per_robin'));
  return read(deskOperations.importCompanies.success.schema, answer.body, 'answer');
}

const rows = () => everyRow(world.table);
const people = () => everyoneOf(depsOf(world).people.people, 'tins');

describe('a sheet that a program sends', () => {
  it('is planned in a dry run, and nothing is written', async () => {
    const before = await rows();
    expect(await send(sheet, { dryRun: 'true' })).toEqual({
      dryRun: true,
      left: 0,
      steps: [
        {
          ...{ line: 2, action: 'create-company', company: 'tins', name: 'Tin Works' },
          ...{ planUntil: '2027-12-31', afterHours: true, code: 'TINS-2026' },
        },
        {
          ...{ line: 2, action: 'invite', company: 'tins' },
          ...{ name: 'Ada Park', email: 'ada@tins.example', level: 'primary' },
        },
        {
          ...{ line: 3, action: 'invite', company: 'tins' },
          ...{ name: 'Bo Lind', email: 'bo@tins.example', level: 'basic' },
        },
      ],
    });
    expect(await rows()).toEqual(before);
  });

  it('is written, and changes nothing the second time', async () => {
    const { steps } = (await send(sheet, { dryRun: 'true' })) as { steps: unknown[] };
    expect(await send(sheet)).toEqual({ dryRun: false, steps, left: 0 });
    expect((await people()).map(({ name, invitedBy }) => `${name} by ${invitedBy}`).toSorted()).toEqual([
      'Ada Park by per_robin',
      'Bo Lind by per_robin',
    ]);
    const before = await rows();
    expect(await send(sheet)).toEqual({ dryRun: false, steps: [], left: 0 });
    expect(await rows()).toEqual(before);
  });

  it('tells what it changes of a company and of a level', async () => {
    await send(sheet);
    const other = `Company ID,Plan until,Person name,E-mail,Level\ntins,2030-12-31,Bo,bo@tins.example,manager\n`;
    expect(await send(other, { dryRun: 'true' })).toMatchObject({
      steps: [
        { action: 'change-company', company: 'tins', planUntil: '2030-12-31' },
        { action: 'change-level', email: 'bo@tins.example', from: 'basic', level: 'manager' },
      ],
    });
  });

  it.each([{}, { dryRun: 'true' }])(
    'is refused with every bad cell, and nothing is written: %j',
    async (sent) => {
      const before = await rows();
      expect(await fieldErrors(() => send(bad, sent))).toEqual([
        { field: 'line 2, Plan until', message: expect.stringMatching(/^"soon" is not a date/u) },
        { field: 'line 2, Level', message: expect.stringMatching(/^"boss" is not a level/u) },
      ]);
      expect(await rows()).toEqual(before);
    },
  );

  it('may come as bytes', async () => {
    expect(await send(sheet, { base64: true })).toMatchObject({ left: 0 });
    expect(await people()).toHaveLength(2);
  });

  it('must be CSV of at most 1 MB, and its query known', async () => {
    const fields = async (asked: Promise<unknown>) =>
      ((await refusalOf(asked)).facts['errors'] as { field: string }[]).map(({ field }) => field);
    expect(await fields(send(sheet, { type: 'application/json' }))).toEqual(['content-type']);
    expect(await fields(send(sheet, { dryRun: 'yes' }))).toEqual(['dryRun']);
    const large = `${sheet}${',,,,,,,\n'.repeat(131_072)}`;
    expect(await fields(send(large))).toEqual(['body']);
  });

  it('is told its line where somebody was faster', async () => {
    const { people: deps } = depsOf(world);
    const racing = {
      ...deps,
      people: {
        ...deps.people,
        peopleByEmail: async (emails: readonly string[]) => {
          // While the sheet is looked at, somebody adds the company.
          const facts = { name: 'T', planUntil: '2027-01-01', afterHours: false };
          await createCompany(deps, { kind: 'operator' }, { id: 'tins', ...facts });
          return deps.people.peopleByEmail(emails);
        },
      },
    };
    const event = httpEvent({ headers: { 'content-type': 'text/csv' }, body: sheet });
    const refused = await refusalOf(
      Promise.resolve(importCompanies({ ...depsOf(world), people: racing }, event, staff('per_robin'))),
    );
    expect(refused).toMatchObject({ code: 'company-exists', facts: { line: 2 } });
  });
});

describe('the page of the import', () => {
  const show = (query = '') => deskPageOf(world, showImport, { query });
  const press = (form: Record<string, string>, query = '') =>
    deskPageOf(world, submitImport, { form, query });
  const look = (text: string, query = '') => press({ action: 'look', sheet: text }, query);
  const write = (seen: PageAnswer, text = sheet) =>
    press({ action: 'write', sheet: text, plan: hiddenField(seen, 'plan') });
  const buttons = ({ html }: PageAnswer) =>
    [...html.matchAll(/<button[^>]*value="(?:look|write)"[^>]*>([^<]*)</gu)].map(([, words]) => words);

  it('takes a pasted sheet, with a field for a file that only scripts can read', async () => {
    const { html, status } = await show();
    expect(status).toBe(200);
    expect(html).toContain('<textarea');
    expect(html).toMatch(/<div id="sheet-file"[^>]* hidden/u);
    expect(html).not.toMatch(/<input[^>]*type="file"[^>]* name=/u);
    expect(buttons({ html } as PageAnswer)).toEqual(['Look at what would be done']);
  });

  it('shows what would be done, writes nothing, and offers a button that says all of it', async () => {
    const before = await rows();
    const seen = await look(sheet);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain(
      'New company tins: Tin Works, plan until 2027-12-31, code TINS-2026, after hours',
    );
    expect(seen.text).toContain(
      'New person of tins: Bo Lind <bo@tins.example>, Basic, is mailed an activation link',
    );
    expect(seen.text).toContain('2 people are mailed a link to choose a password.');
    expect(buttons(seen)).toEqual(['Write it: 1 new company, 2 new people', 'Look at what would be done']);
    expect(await rows()).toEqual(before);
  });

  it('does what was shown, once', async () => {
    const seen = await look(sheet);
    const done = await write(seen);
    expect(done.status).toBe(200);
    expect(done.text).toContain('It is written 1 new company, 2 new people.');
    expect(await people()).toHaveLength(2);
    const again = await write(seen);
    expect(again.text).toContain('Everything is as the sheet has it already');
    expect(await people()).toHaveLength(2);
  });

  it('never does anything but what was shown', async () => {
    const seen = await look(sheet);
    const other = `${sheet}tins,,,,,Cy,cy@tins.example,basic\n`;
    const shown = await write(seen, other);
    expect(shown.status).toBe(409);
    expect(shown.text).toContain('The plan is another one by now');
    expect(buttons(shown)[0]).toBe('Write it: 1 new company, 3 new people');
    expect(await depsOf(world).people.people.company('tins')).toBeUndefined();
    expect((await write(shown, other)).text).toContain('It is written');
  });

  it('names each bad cell with the line itself, and keeps what was pasted', async () => {
    const { status, text, html } = await look(bad);
    expect(status).toBe(422);
    expect(text).toContain('2 cells are wrong');
    expect(text).toContain('line 2, Level : "boss" is not a level');
    expect(html).toContain(
      '<code class="sheet-line">tins,Tin Works,soon,,,Ada Park,ada@tins.example,boss</code>',
    );
    expect(html).toMatch(/<textarea[^>]*>\nCompany ID,/u);
    expect(buttons({ html } as PageAnswer)).toEqual(['Look at what would be done']);
  });

  it('names bad cells in German as well', async () => {
    const { text } = await look(bad, 'lang=de');
    expect(text).toContain('Zeile 2, Plan until : „soon“ ist kein Datum');
  });

  it.each([
    ['nothing', ' \n', 'The sheet: please paste it, or choose a file.'],
    ['too much', 'x'.repeat(1_048_577), 'The sheet: at most 1 MB at once'],
  ])('says so where %s was sent', async (_, text, said) => {
    const answer = await look(text);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
  });

  it('takes a whole MB, however it is encoded on the way', async () => {
    const text = `${heading}\n${'é'.repeat(524_000 - heading.length)}`;
    const { status, text: said } = await look(text);
    expect(status).toBe(422);
    expect(said).toContain('line 2, Company ID');
  });
});
