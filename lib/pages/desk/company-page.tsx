import { dateAt } from '../../domain/calendar/zone.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { ToldNotice } from '../portal/told.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import type { Visit } from '../visit.ts';
import { CompanyCodeCard } from './company-code-card.tsx';
import { FactsFields } from './company-facts-fields.tsx';
import { CompanyForm, type CompanyProps } from './company-form.tsx';
import { CompanyPeopleCard } from './company-people-card.tsx';
import { CompanyRuleCard } from './company-rule-card.tsx';
import { CompanySessionsCard } from './company-sessions-card.tsx';
import { CompanyStandingCard } from './company-standing-card.tsx';
import { type CompanyView, problemsOf, typedIn } from './company-view.ts';
import { deskPage } from './desk-page.tsx';

/** A company: its plan, code, people, standing and sessions, and what our staff may do about them. */
export function companyPage(visit: Visit, view: CompanyView, status = 200): Page {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const { company, tried, now } = view;
  const title = line(company.name);
  const plan = dateName(company.planUntil, language);
  const problems = tried?.problems ?? new Map<string, string>();
  return deskPage(visit, view, 'companies', {
    status,
    title: problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{title}</h1>
        <p class="soft lead">
          {company.id} ·{' '}
          {company.planUntil < dateAt(settings.zone, now) ? words.planEnded(plan) : words.planUntil(plan)}
          {company.afterHours ? ` · ${words.afterHours}` : ''}
        </p>
        <ToldNotice told={view.told} />
        <ProblemSummary problems={problems} language={language} />
        <div class="desk-columns">
          <div>
            <CompanyStandingCard visit={visit} view={view} />
            <CompanyRuleCard visit={visit} view={view} />
            <FactsCard visit={visit} view={view} />
            <CompanyCodeCard visit={visit} view={view} />
          </div>
          <div>
            <CompanyPeopleCard visit={visit} view={view} />
            <CompanySessionsCard visit={visit} view={view} />
          </div>
        </div>
      </>
    ),
  });
}

function FactsCard({ visit, view }: CompanyProps) {
  const words = deskIn(visit.language).companies;
  const { name, planUntil, afterHours } = view.company;
  const typed = {
    name: typedIn(view, 'facts', 'name', name),
    planUntil: typedIn(view, 'facts', 'planUntil', planUntil),
    afterHours: typedIn(view, 'facts', 'afterHours', afterHours ? 'yes' : ''),
  };
  return (
    <section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts}</h2>
      <CompanyForm visit={visit} view={view} action="facts">
        <div class="wide">
          <FactsFields visit={visit} typed={typed} problems={problemsOf(view, 'facts')} />
        </div>
        <p>{words.factsText}</p>
        <button type="submit">{words.factsButton}</button>
      </CompanyForm>
    </section>
  );
}
