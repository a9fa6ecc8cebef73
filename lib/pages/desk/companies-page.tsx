import { dateAt } from '../../domain/calendar/zone.ts';
import type { Company } from '../../domain/company.ts';
import { rulingInForce } from '../../domain/standing/company-standing.ts';
import { limits } from '../../http/schemas.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { LineField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { CsrfField } from '../portal/csrf-field.tsx';
import { ToldNotice } from '../portal/told.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { lastDateBefore } from '../standing/last-date.ts';
import { hrefOf, type Visit } from '../visit.ts';
import type { CompaniesView } from './companies-view.ts';
import { FactsFields } from './company-facts-fields.tsx';
import { deskPage } from './desk-page.tsx';
import { companyPath } from './desk-paths.ts';

interface CompaniesProps {
  readonly visit: Visit;
  readonly view: CompaniesView;
}

/** The companies by name, with a search, and a form to add one. */
export function companiesPage(visit: Visit, view: CompaniesView, status = 200): Page {
  const { language } = visit;
  const { title } = deskIn(language).companies;
  return deskPage(visit, view, 'companies', {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{title}</h1>
        <ToldNotice told={view.told} />
        <ProblemSummary problems={view.problems} language={language} />
        <div class="desk-columns">
          <ListCard visit={visit} view={view} />
          <CreateCard visit={visit} view={view} />
        </div>
      </>
    ),
  });
}

function ListCard({ visit, view }: CompaniesProps) {
  const { companies: deskCompanies } = deskIn(visit.language);
  const { companies, sought } = view;
  return (
    <section class="card" aria-labelledby="list-title">
      <h2 id="list-title">{sought === '' ? deskCompanies.title : deskCompanies.found(line(sought))}</h2>
      <SearchForm visit={visit} sought={sought} />
      {companies.length === 0 ? (
        <p>{sought === '' ? deskCompanies.none : deskCompanies.noneFound(line(sought))}</p>
      ) : (
        <ul class="entries">
          {companies.map((company) => (
            <CompanyEntry visit={visit} company={company} now={view.now} />
          ))}
        </ul>
      )}
      <Turning visit={visit} view={view} />
      <p>
        <a class="button" href={hrefOf(visit, '/desk/import')}>
          {deskCompanies.importLink}
        </a>
      </p>
    </section>
  );
}

function SearchForm({ visit, sought }: { readonly visit: Visit; readonly sought: string }) {
  const { companies: deskCompanies } = deskIn(visit.language);
  return (
    <search>
      <form class="find" method="get" action="/desk/companies">
        {visit.asked ? <input type="hidden" name="lang" value={visit.asked} /> : null}
        <label for="companies-q">{deskCompanies.search}</label>
        <input
          type="search"
          id="companies-q"
          name="q"
          value={sought}
          maxLength={limits.name}
          autocomplete="off"
        />
        <button type="submit">{deskCompanies.searchButton}</button>
        {sought === '' ? null : (
          <a class="button" href={hrefOf(visit, '/desk/companies')}>
            {deskCompanies.all}
          </a>
        )}
      </form>
    </search>
  );
}

function Turning({ visit, view: { next, first, sought } }: CompaniesProps) {
  const { companies: deskCompanies } = deskIn(visit.language);
  const q = sought === '' ? {} : { q: sought };
  if (next === undefined && first) return null;
  return (
    <p class="row">
      {first ? null : (
        <a class="button" href={hrefOf(visit, '/desk/companies', q)}>
          {deskCompanies.first}
        </a>
      )}
      {next === undefined ? null : (
        <a class="button" href={hrefOf(visit, '/desk/companies', { ...q, cursor: next })}>
          {deskCompanies.more}
        </a>
      )}
    </p>
  );
}

interface EntryProps {
  readonly visit: Visit;
  readonly company: Company;
  readonly now: number;
}

function CompanyEntry({ visit, company, now }: EntryProps) {
  const { settings, language } = visit;
  const words = deskIn(language).companies;
  const plan = dateName(company.planUntil, language);
  const ruling = rulingInForce(company.ruling, now);
  const end = ruling && dateName(lastDateBefore(settings.zone, ruling.until), language);
  return (
    <li>
      <h3>
        <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
      </h3>
      <p class="soft">
        {company.id} ·{' '}
        {company.planUntil < dateAt(settings.zone, now) ? words.planEnded(plan) : words.planUntil(plan)}
        {company.afterHours ? ` · ${words.afterHours}` : ''}
      </p>
      {ruling === undefined || end === undefined ? null : (
        <p>
          <strong>{ruling.decision === 'block' ? words.blocked(end) : words.approval(end)}</strong>
        </p>
      )}
    </li>
  );
}

function CreateCard({ visit, view: { typed, problems, csrf } }: CompaniesProps) {
  const { language } = visit;
  const words = deskIn(language).companies;
  return (
    <form
      class="card"
      method="post"
      action={hrefOf(visit, '/desk/companies')}
      aria-labelledby="create-title"
      noValidate
    >
      <h2 id="create-title">{words.create}</h2>
      <CsrfField csrf={csrf} />
      <div>
        <LineField
          name="id"
          label={words.id}
          hint={words.idHint}
          language={language}
          value={typed.id}
          most={40}
          problem={problems.get('id')}
          input={{ autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
        />
        <FactsFields visit={visit} typed={typed} problems={problems} />
        <LineField
          name="code"
          label={words.code}
          hint={words.codeHint}
          language={language}
          optional
          value={typed.code}
          most={limits.companyCode}
          problem={problems.get('code')}
          input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
        />
      </div>
      <p>{words.createText}</p>
      <button type="submit" class="primary wide">
        {words.createButton}
      </button>
    </form>
  );
}
