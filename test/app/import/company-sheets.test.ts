import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleDepsWith } from '../../../lib/adapters/deps.ts';
import type { TableClient } from '../../../lib/adapters/document-client.ts';
import { planImport } from '../../../lib/app/import/plan-import.ts';
import { runImport } from '../../../lib/app/import/run-import.ts';
import { removePerson } from '../../../lib/app/people/change-account.ts';
import { rotateCode } from '../../../lib/app/people/companies.ts';
import { recordPassword } from '../../../lib/app/people/passwords.ts';
import type { PeopleDeps } from '../../../lib/app/people-deps.ts';
import { problemWords } from '../../../lib/pages/desk/import-words.ts';
import { en } from '../../../lib/pages/language/en.ts';
import { readCompanies } from '../../../lib/sheet/read-companies.ts';
import { type Engine, openEngine } from '../../world.ts';

const operator = { kind: 'operator' } as const;
const heading = 'Company ID,Company name,Plan until,Code,After hours,Person name,E-mail,Level';
const crates = `${heading}
crates,Example Crates,2027-12-31,DEMO-2026,yes,Ada Park,ada@example.com,Primary / Owner
crates,,,,,Bo Lind,bo@example.com,basic
boxes,"Boxes, Ltd.",2028-01-31,,,,,
`;

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

function planned(content: string | Uint8Array) {
  return planImport(deps, operator, readCompanies(Buffer.from(content)));
}

/** Does what the file wants, and gives what kinds of steps that took. */
async function imported(content: string | Uint8Array): Promise<string[]> {
  const { steps, problems } = await planned(content);
  expect(problems).toEqual([]);
  await runImport(deps, operator, steps);
  return steps.map((step) => step.do);
}

/** What is wrong with the file; then there is nothing to do. */
async function complaints(content: string | Uint8Array): Promise<readonly string[]> {
  const { steps, problems } = await planned(content);
  expect(steps).toEqual([]);
  return problems.map((problem) => {
    const { place, message } = problemWords(problem, en);
    return `${place}: ${message}`;
  });
}

const personOf = async (email: string) => {
  const person = await deps.people.personByEmail(email);
  if (person === undefined) throw new Error(`nobody has ${email}`);
  return person;
};

describe('a sheet', () => {
  const semicolons = crates.replaceAll(',', ';').replace('"Boxes; Ltd."', 'Boxes, Ltd.');

  it.each<[string, string | Uint8Array]>([
    [
      'with semicolons, a mark of its encoding and Windows line ends',
      `\uFEFF${semicolons.replaceAll('\n', '\r\n')}`,
    ],
    ['with tabs', crates.replaceAll(/,(?! )/gu, '\t').replace('"Boxes, Ltd."', 'Boxes, Ltd.')],
    ['with blank lines and lines of nothing but commas', crates.replaceAll('\n', '\n\n,,,,,,,\n')],
    [
      'with columns spelled otherwise and rows in another order',
      `company id, COMPANY-NAME ,plan_until,code,After Hours,person name,email,LEVEL
boxes,"Boxes, Ltd.",2028-01-31,,,,,
crates,,,,,Bo Lind,bo@example.com,Basic
crates,Example Crates,2027-12-31,DEMO-2026,YES,Ada Park,ada@example.com,owner`,
    ],
  ])('is read %s', async (_, content) => {
    expect((await imported(content)).toSorted()).toEqual([
      'create-company',
      'create-company',
      'invite',
      'invite',
    ]);
    expect(await deps.people.company('boxes')).toMatchObject({ name: 'Boxes, Ltd.' });
    expect(await personOf('ada@example.com')).toMatchObject({ companyId: 'crates', level: 'primary' });
  });

  it('is told every bad cell, by line and column', async () => {
    const said = await complaints(`${heading}
Crates!,Example Crates,31.12.2027,short,maybe,,,
boxes,Boxes,2028-01-31,,,Ada Park,ada@example,boss
,,,,,Bo Lind,bo@example.com,basic
tins,,,,,,tin@example.com,
`);
    expect(said).toEqual([
      expect.stringMatching(/^line 2, Company ID: "Crates!" must be an id of lower-case letters/u),
      'line 2, Plan until: "31.12.2027" is not a date: write one that exists, as YYYY-MM-DD',
      'line 2, Code: "short" must have 8 to 32 letters (A to Z) and digits, hyphens and spaces aside',
      'line 2, After hours: "maybe" must be yes or no',
      expect.stringMatching(/^line 3, E-mail: "ada@example" must be a mail address/u),
      'line 3, Level: "boss" is not a level: write Basic, Sales / Designer, IT / Tech support, Manager / Supervisor or Primary / Owner',
      'line 4, Company ID: is missing',
      'line 5, Person name: is missing',
      expect.stringMatching(/^line 5, Level: an empty cell is not a level/u),
    ]);
  });

  it('is told where its lines contradict each other', async () => {
    const said = await complaints(`${heading}
crates,Example Crates,2027-12-31,DEMO-2026,,Ada,ada@example.com,basic
crates,Crates,2027-12-31,,,Bo,bo@example.com,basic
boxes,Boxes,2028-01-31,demo 2026,,Ada,ADA+boxes@example.com,basic
`);
    expect(said).toEqual([
      'line 3, Company name: "Crates" differs from "Example Crates" on line 2',
      'line 4, E-mail: is the same as on line 2',
      'line 4, Code: is the same as on line 2',
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'line 1: the file is empty. The first line names the columns: Company ID, '],
    [
      'not UTF-8',
      Buffer.from(`${heading}\ncrates,M\xfcller`, 'latin1'),
      'line 1: the file is not UTF-8. Save',
    ],
    [
      'not CSV',
      `${heading}\ncrates,"Example`,
      'line 2: the file is not valid CSV. Look for a quotation mark',
    ],
    ['without the id', 'Company name\nCrates', 'line 1: the column Company ID is missing'],
    [
      'with an unknown column',
      'Company ID,Fax\ncrates,1',
      'line 1: "Fax" is not one of the columns: Company ID,',
    ],
    ['with a column twice', 'Company ID,Level,level\ncrates,,', 'line 1: the column Level is there twice'],
    ['with a cell too many', 'Company ID,Level\ncrates,,x', 'line 2: "x" stands under no heading'],
  ])('that is %s is refused', async (_, content, said) => {
    const all = await complaints(content);
    expect(all.filter((line) => line.startsWith(said))).toHaveLength(1);
  });

  it('is told what a new company lacks, and what does not fit what is there', async () => {
    await imported(crates);
    await rotateCode(deps, operator, 'crates', 'DEMO-2026');
    const said = await complaints(`${heading}
tins,,,DEMO-2026,,Ada Park,ada@example.com,basic
crates,,,OTHER-2026,,,,
`);
    expect(said).toEqual([
      'line 2, Code: is in use',
      'line 2, Company name: is missing. tins is new: one of its lines must say it',
      'line 2, Plan until: is missing. tins is new: one of its lines must say it',
      'line 2, E-mail: has an account elsewhere, and a mail address can have one only',
      'line 3, Code: crates has another code. It is replaced on the portal or at the desk: leave the cell empty',
    ]);
  });

  it('that is old brings back neither a code that was replaced nor a person who was removed', async () => {
    await imported(crates);
    const { code } = await rotateCode(deps, operator, 'crates', 'DEMO-2026');
    await recordPassword(deps, (await personOf('ada@example.com')).id, 0);
    expect(await imported(crates)).toEqual([]);
    await removePerson(deps, operator, (await personOf('bo@example.com')).id);
    expect(await complaints(crates)).toEqual([
      'line 3, E-mail: had an account that was removed. Who shall have one again is invited on the portal or at the desk',
    ]);
    expect(await deps.people.company('crates')).toMatchObject({ code });
  });
});
