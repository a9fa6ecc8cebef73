import { addDays, dateAt } from '../../domain/calendar/zone.ts';
import { isErased } from '../../domain/people/tombstone.ts';
import type { CompanyRuling } from '../../domain/standing/entry.ts';
import type { SameDayChange } from '../../domain/standing/standing.ts';
import { line } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import { Field } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { lastDateBefore } from '../standing/last-date.ts';
import type { Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';
import { companyPath } from './desk-paths.ts';
import { DecisionForm, triedAt, Way } from './waiting-form.tsx';
import { companyDecisions } from './waiting-forms.ts';
import type { WaitingReview, WaitingView } from './waiting-view.ts';
import { whenHere } from './when.ts';

interface ItemProps {
  readonly visit: Visit;
  readonly view: WaitingView;
  readonly item: WaitingReview;
}

/** A company that gave back too many sessions on their own day: all of them, what was decided before, and the three ways. */
export function ReviewItem({ visit, view, item: { since, company, standing } }: ItemProps) {
  const { language, settings } = visit;
  const words = deskIn(language).waiting;
  const { limit, windowDays } = settings.policy.sameDayChanges;
  const changes = standing.review?.changes ?? [];
  const { length: strikes } = standing.strikes;
  return (
    <article class="card waiting" id={company.id} aria-labelledby={`${company.id}-who`}>
      <h3 id={`${company.id}-who`}>
        <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
      </h3>
      <p class="close soft">{words.since(shortMoment(since, settings.zone, language.messages))}</p>
      <p>
        <strong>{words.changes(changes.length, limit, windowDays)}</strong>
      </p>
      <ul class="list">
        {changes.map((change) => (
          <Change visit={visit} change={change} />
        ))}
      </ul>
      <p>{strikes === 0 ? words.noStrikes : words.strikes(strikes)}</p>
      <Before
        visit={visit}
        view={view}
        rulings={[...company.formerRulings, ...(company.ruling ? [company.ruling] : [])]}
      />
      <DecisionForm
        {...{ visit, view, about: company.id, seen: company.ruling?.at ?? 0 }}
        reasonHint={words.reasonHint.reviews}
      >
        <UntilField visit={visit} view={view} about={company.id} />
        <p>{words.does.reviews}</p>
        <div class="ways">
          {companyDecisions.map((decision) => (
            <Way
              {...{ visit, decision, label: line(company.name), does: words.does[decision] }}
              kind={decision === 'block' ? 'grave' : undefined}
            />
          ))}
        </div>
      </DecisionForm>
    </article>
  );
}

function Change({ visit, change }: { readonly visit: Visit; readonly change: SameDayChange }) {
  const { language, settings } = visit;
  const words = deskIn(language).waiting;
  const who = isErased(change.email) ? words.erased : change.email;
  const at = shortMoment(change.at, settings.zone, language.messages);
  return (
    <li>
      <a href={sessionPath(visit, change.bookingId)}>{whenHere(change.start, visit)}</a>:{' '}
      {words.change[change.change](who, at)}.
    </li>
  );
}

/** The latest first. */
function Before({
  visit,
  view,
  rulings,
}: Omit<ItemProps, 'item'> & { readonly rulings: readonly CompanyRuling[] }) {
  if (rulings.length === 0) return null;
  const { waiting: deskWaiting } = deskIn(visit.language);
  return (
    <>
      <h4>{deskWaiting.before}</h4>
      <ul class="list">
        {rulings.toReversed().map((ruling) => (
          <li>{ruledWords(visit, view, ruling)}</li>
        ))}
      </ul>
    </>
  );
}

/** What was decided on a company, by whom and why. */
export function ruledWords(
  visit: Visit,
  { staff }: Pick<WaitingView, 'staff'>,
  ruling: CompanyRuling,
): string {
  const { language, settings } = visit;
  const { decided } = deskIn(language).companies;
  const { decision, at, by, until, reason } = ruling;
  const date = dateName(dateAt(settings.zone, at), language);
  const last = until === undefined ? '' : dateName(lastDateBefore(settings.zone, until), language);
  const what = decision === 'nothing' ? decided.nothing(date) : decided[decision](date, last);
  return `${what}. ${line(staff.get(by) ?? by)}: ${line(reason)}`;
}

function UntilField({ visit, view, about }: Omit<ItemProps, 'item'> & { readonly about: string }) {
  const { language, settings } = visit;
  const name = `until-${about}`;
  const usual = addDays(dateAt(settings.zone, view.now), settings.policy.noShows.blockDays);
  return (
    <Field
      {...{ name, language, label: deskIn(language).waiting.until, problem: view.problems.get(name) }}
      control={(ties) => (
        <input
          {...ties}
          name="until"
          type="date"
          autocomplete="off"
          placeholder="2027-12-31"
          value={triedAt(view, about)?.until ?? usual}
        />
      )}
    />
  );
}
