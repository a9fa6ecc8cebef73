import { dateAt } from '../../domain/calendar/zone.ts';
import type { Company } from '../../domain/company.ts';
import { isErased } from '../../domain/people/tombstone.ts';
import type { CompanyRuling } from '../../domain/standing/entry.ts';
import type { CompanyStanding, Strike } from '../../domain/standing/standing.ts';
import { line } from '../../messages/line.ts';
import { moment } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import type { Visit } from '../visit.ts';
import type { StandingView } from './standing-view.ts';

interface CompanyProps {
  readonly visit: Visit;
  readonly company: Company;
  readonly view: StandingView;
}

/** To those who may see the company's people: its strikes, a review that is open, and all that was decided on it. */
export function CompanyStandingCard({ visit, company, view: { standing, seesPeople } }: CompanyProps) {
  const words = visit.language.standing.company;
  if (!seesPeople) return null;
  const { strikes, review, ruling } = standing;
  return (
    <section class="card" aria-labelledby="company-standing">
      <h2 id="company-standing">{words.title(line(company.name))}</h2>
      {review === undefined ? null : (
        <p>
          <strong>{words.review(day(visit, review.since), review.changes.length)}</strong>
        </p>
      )}
      {ruling === undefined ? <p>{words.good}</p> : null}
      <Decisions visit={visit} company={company} />
      <h3>{words.strikes}</h3>
      {strikes.length === 0 ? <p>{words.noStrikes}</p> : <Strikes visit={visit} strikes={strikes} />}
      <p class="hint">{words.strikesText}</p>
    </section>
  );
}

function Strikes({
  visit,
  strikes,
}: {
  readonly visit: Visit;
  readonly strikes: CompanyStanding['strikes'];
}) {
  const words = visit.language.standing.company;
  return (
    <ul class="list">
      {strikes.toReversed().map((strike) => (
        <li>
          {words.strike(whoOf(visit, strike), day(visit, strike.since))}.{' '}
          {words.strikeFor(strike.missed.map(({ start }) => day(visit, start)).join(words.and))}
        </li>
      ))}
    </ul>
  );
}

function whoOf({ language }: Visit, { email }: Strike): string {
  return isErased(email) ? language.standing.company.erased : email;
}

/** The latest first. */
function Decisions({ visit, company }: { readonly visit: Visit; readonly company: Company }) {
  const { formerRulings, ruling } = company;
  const all = [...formerRulings, ...(ruling === undefined ? [] : [ruling])].toReversed();
  if (all.length === 0) return null;
  const { standing } = visit.language;
  return (
    <>
      <h3>{standing.company.decisions}</h3>
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
  const { decided } = visit.language.standing.company;
  if (decision === 'nothing' || until === undefined) return decided.nothing(day(visit, at));
  const end = moment(until, visit.settings.zone, visit.language.messages);
  return decided[decision](day(visit, at), end);
}

function day({ settings, language }: Visit, at: number): string {
  return dateName(dateAt(settings.zone, at), language);
}
