import { planImport } from '../../lib/app/import/plan-import.ts';
import { importPage } from '../../lib/pages/desk/import-page.tsx';
import type { ImportView } from '../../lib/pages/desk/import-view.ts';
import { summaryWords } from '../../lib/pages/desk/import-words.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { readCompanies } from '../../lib/sheet/read-companies.ts';
import type { PageState } from './page-state.ts';
import { ada, crates } from './portal-people.ts';

const heading = 'Company ID,Company name,Plan until,Code,After hours,Person name,E-mail,Level';
const good = `${heading}
example-crates,,2028-12-31,,yes,Ada Lovelace,ada@example.org,manager
tins,Tin Works,2027-12-31,,,Charles Babbage,charles@example.org,Primary / Owner
tins,,,,,Grace Hopper,grace@example.org,IT / Tech support
`;
const bad = `${heading}
Tins!,Tin Works,31.12.2027,short,perhaps,,,
boxes,Boxes,2028-01-31,,,Maria Magdalena von und zu Oberhausen-Unterhausen,maria@oberhausen,boss
,,,,,Bo Lind,bo@example.com,basic
`;

/** The import of companies at the desk. Another state is a row. */
export const deskImportPages: readonly PageState[] = [
  row('Desk import', () => Promise.resolve({})),
  row('Desk import, nothing pasted', ({ language }) =>
    Promise.resolve({ refused: deskIn(language).import.empty }),
  ),
  row('Desk import, what would be done', () => planned(good)),
  row('Desk import, with bad lines', () => planned(bad)),
  row('Desk import, nothing to do', () => Promise.resolve({ sheet: heading, plan: { steps: [], id: '1' } })),
  row('Desk import, done', async ({ language }) => {
    const { plan } = await planned(good);
    const done = plan?.steps ?? [];
    const { done: title, doneText } = deskIn(language).import;
    return { done, told: { good: true, title, text: doneText(summaryWords(done, language)) } };
  }),
  row('Desk import, another plan by now', async ({ language }) => {
    const { other: title, otherText: text } = deskIn(language).import;
    return { ...(await planned(good)), told: { good: false, title, text } };
  }),
];

function row(name: string, change: (visit: Visit) => Promise<Partial<ImportView>>): PageState {
  return {
    name,
    page: async (visit) =>
      importPage(visit, {
        ...{ name: 'Kim Lee', csrf: 'csrf', waiting: { count: 0, more: false } },
        ...{ sheet: '', problems: [] },
        ...(await change(visit)),
      }),
  };
}

async function planned(sheet: string): Promise<Partial<ImportView>> {
  const people = {
    companies: () => Promise.resolve(new Map([[crates.id, crates]])),
    peopleByEmail: () => Promise.resolve(new Map([[ada.email, ada]])),
    codeHolders: () => Promise.resolve(new Map()),
  };
  const known = { people, now: () => 0 };
  const { steps, problems } = await planImport(
    known,
    { kind: 'operator' },
    readCompanies(Buffer.from(sheet)),
  );
  return { sheet, problems, ...(problems.length === 0 && { plan: { steps, id: '1' } }) };
}
