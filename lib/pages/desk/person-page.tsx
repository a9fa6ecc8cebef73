import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import type { Visit } from '../visit.ts';
import { BookingEntry } from './booking-entry.tsx';
import { deskPage } from './desk-page.tsx';
import { personPath } from './desk-paths.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonHead } from './person-head.tsx';
import { PersonMailCard } from './person-mail-card.tsx';
import { PersonStandingCard } from './person-standing-card.tsx';
import type { PersonView } from './person-view.ts';
import { NoticeCard } from './session-notice-card.tsx';

interface PersonProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

/** Somebody as our staff see them: who, where they stand and why, what can be done about it, and all their sessions. */
export function personPage(visit: Visit, view: PersonView, status = 200): Page {
  const { language } = visit;
  const title = deskIn(language).person.title(line(view.name ?? view.email));
  return deskPage(visit, view.insider, undefined, {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{line(view.name ?? view.email)}</h1>
        {view.notice === undefined ? null : <NoticeCard visit={visit} notice={view.notice} />}
        <ProblemSummary problems={view.problems} language={language} />
        <div class="desk-columns">
          <div>
            <PersonHead visit={visit} view={view} />
            <PersonMailCard visit={visit} view={view} />
            <PersonStandingCard visit={visit} view={view} />
            <PersonActions visit={visit} view={view} />
          </div>
          <History visit={visit} view={view} />
        </div>
      </>
    ),
  });
}

function History({ visit, view: { history, now, email, company } }: PersonProps) {
  const words = deskIn(visit.language).person.history;
  const { items, next, first } = history;
  const here = company === undefined ? {} : { company: company.id };
  return (
    <section class="card" id="history" aria-labelledby="history-title">
      <h2 id="history-title">{words.title}</h2>
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="entries">
          {items.map((booking) => (
            <BookingEntry visit={visit} booking={booking} now={now} />
          ))}
        </ul>
      )}
      {next === undefined && first ? null : (
        <p class="row">
          {first ? null : (
            <a class="button" href={`${personPath(visit, email, here)}#history`}>
              {words.first}
            </a>
          )}
          {next === undefined ? null : (
            <a class="button" href={`${personPath(visit, email, { ...here, cursor: next })}#history`}>
              {words.more}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
