import { dateAt } from '../../domain/calendar/zone.ts';
import { isErased } from '../../domain/people/tombstone.ts';
import type { CompanyRuling } from '../../domain/standing/entry.ts';
import { line } from '../../messages/line.ts';
import { moment } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';
import type { CompanyProps } from './company-form.tsx';
import { personPath } from './desk-paths.ts';

/** Where the company stands: what is in force, what waits for a decision, its strikes and same-day changes. */
export function CompanyStandingCard({ visit, view }: CompanyProps) {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const { company, standing, now } = view;
  const { review, ruling } = standing;
  const planOver = company.planUntil < dateAt(settings.zone, now);
  return (
    <section class="card" aria-labelledby="standing-title">
      <h2 id="standing-title">{words.standing}</h2>
      {review === undefined ? null : (
        <p class="warned">
          <strong>{words.review(day(visit, review.since), review.changes.length)}</strong>
        </p>
      )}
      {ruling === undefined ? null : (
        <p>
          <strong>{words.inForce[ruling.decision](told(visit, ruling.until))}</strong>
        </p>
      )}
      {planOver ? <p>{words.planOver(dateName(company.planUntil, language))}</p> : null}
      {ruling === undefined && !planOver ? <p>{words.good}</p> : null}
      <h3>{words.strikes}</h3>
      <Strikes visit={visit} view={view} />
      <h3>{words.changes}</h3>
      <Changes visit={visit} view={view} />
      <Decisions visit={visit} view={view} />
    </section>
  );
}

/** The latest first. */
function Strikes({ visit, view: { standing } }: CompanyProps) {
  const words = deskIn(visit.language).companies;
  if (standing.strikes.length === 0) return <p>{words.noStrikes}</p>;
  return (
    <ul class="list">
      {standing.strikes.toReversed().map(({ email, since, missed }) => (
        <li>
          {words.strike(day(visit, since))}
          <Whose visit={visit} email={email} />, {words.strikeFor(missed.length)}:{' '}
          {missed.map(({ bookingId, start }, index) => (
            <>
              {index === 0 ? '' : ', '}
              <SessionLink visit={visit} bookingId={bookingId} start={start} />
            </>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Changes({ visit, view: { standing } }: CompanyProps) {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const { limit, windowDays } = settings.policy.sameDayChanges;
  const { sameDayChanges } = standing;
  return (
    <>
      {sameDayChanges.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <ul class="list">
          {sameDayChanges.toReversed().map(({ bookingId, email, change, start }) => (
            <li>
              <SessionLink visit={visit} bookingId={bookingId} start={start} />,{' '}
              <Whose visit={visit} email={email} />, {words.change[change]}
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{words.changesText(limit, windowDays)}</p>
    </>
  );
}

function Whose({ visit, email }: { readonly visit: Visit; readonly email: string }) {
  if (isErased(email)) return <>{deskIn(visit.language).companies.erased}</>;
  return <a href={personPath(visit, email)}>{email}</a>;
}

function SessionLink({
  visit,
  bookingId,
  start,
}: {
  readonly visit: Visit;
  readonly bookingId: string;
  readonly start: number;
}) {
  return <a href={sessionPath(visit, bookingId)}>{day(visit, start)}</a>;
}

/** The latest first. */
function Decisions({ visit, view: { company } }: CompanyProps) {
  const { formerRulings, ruling } = company;
  const all = [...formerRulings, ...(ruling === undefined ? [] : [ruling])].toReversed();
  if (all.length === 0) return null;
  return (
    <>
      <h3>{deskIn(visit.language).companies.decisions}</h3>
      <ul class="list">
        {all.map((one) => (
          <li>
            {decidedWords(visit, one)}. {line(one.reason)}
          </li>
        ))}
      </ul>
    </>
  );
}

function decidedWords(visit: Visit, { decision, at, until }: CompanyRuling): string {
  const { decided } = deskIn(visit.language).companies;
  if (decision === 'nothing' || until === undefined) return decided.nothing(day(visit, at));
  return decided[decision](day(visit, at), told(visit, until));
}

function day({ settings, language }: Visit, at: number): string {
  return dateName(dateAt(settings.zone, at), language);
}

function told({ settings, language }: Visit, at: number): string {
  return moment(at, settings.zone, language.messages);
}
