import { may } from '../../domain/people/permissions.ts';
import { line } from '../../messages/line.ts';
import type { Page } from '../page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { ASK_FORM, AskCard } from './ask-card.tsx';
import type { PeopleView } from './people-view.ts';
import { PersonEntry } from './person-entry.tsx';
import { portalPage } from './portal-page.tsx';
import { ToldNotice } from './told.tsx';

interface PeopleProps {
  readonly visit: Visit;
  readonly view: PeopleView;
}

/** The people of a member's company, and what the member may do for their accounts. */
export function peoplePage(visit: Visit, view: PeopleView, status = 200): Page {
  const { language } = visit;
  const { title } = language.portal.people;
  const asks = may(view.person.level, 'ask-for-accounts');
  return portalPage(visit, view, 'people', {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    ...(asks && { form: ASK_FORM }),
    body: (
      <>
        <h1>{title}</h1>
        <ToldNotice told={view.told} />
        <ProblemSummary problems={view.problems} language={language} />
        <ListCard visit={visit} view={view} />
        {asks ? <AskCard visit={visit} view={view} /> : null}
      </>
    ),
  });
}

function ListCard({ visit, view }: PeopleProps) {
  const { people } = visit.language.portal;
  const { companyName, next, first } = view;
  return (
    <section class="card" aria-labelledby="accounts">
      <h2 id="accounts">{people.accounts}</h2>
      <p>{people.intro(line(companyName))}</p>
      <ul class="entries">
        {view.people.map((person) => (
          <PersonEntry visit={visit} view={view} person={person} />
        ))}
      </ul>
      {next === undefined && first ? null : (
        <p class="row">
          {first ? null : (
            <a class="button" href={hrefOf(visit, '/portal/people')}>
              {people.first}
            </a>
          )}
          {next === undefined ? null : (
            <a class="button" href={hrefOf(visit, '/portal/people', { cursor: next })}>
              {people.more}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
