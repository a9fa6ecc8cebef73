import type { Weekday } from '../../domain/catalogue.ts';
import { line } from '../../messages/line.ts';
import { zoneName } from '../../messages/zone.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { ToldNotice } from '../portal/told.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import { FeedCard } from './hours-feed-card.tsx';
import { HoursForm } from './hours-form.tsx';
import { HoursList } from './hours-list.tsx';
import { PreviewCard } from './hours-preview-card.tsx';
import type { EveryonesHoursView, HoursView } from './hours-view.ts';
import { hoursPath, stretchWords, ToMove } from './hours-words.tsx';

/** Everybody who gives sessions, with the time off and extra hours that come next. */
export function everyonesHoursPage(visit: Visit, view: EveryonesHoursView): Page {
  const { hours: deskHours } = deskIn(visit.language);
  return deskPage(visit, view, 'hours', {
    title: deskHours.title,
    body: (
      <>
        <h1>{deskHours.title}</h1>
        <p class="lead">{deskHours.intro}</p>
        <ul class="entries card consultants">
          {view.consultants.map((one) => (
            <ConsultantEntry visit={visit} {...one} />
          ))}
        </ul>
      </>
    ),
  });
}

function ConsultantEntry({
  visit,
  consultant,
  coming,
}: { readonly visit: Visit } & EveryonesHoursView['consultants'][number]) {
  const { hours: deskHours } = deskIn(visit.language);
  const zone = consultant.zone ?? visit.settings.zone;
  return (
    <li>
      <h2>
        <a href={hoursPath(visit, consultant.id)}>{line(consultant.name)}</a>
      </h2>
      {coming.length === 0 ? (
        <p class="soft">{deskHours.usual}</p>
      ) : (
        coming.map((hours) => (
          <p>
            <strong>{deskHours.kinds[hours.kind]}</strong>: {stretchWords(hours, zone, visit)}
          </p>
        ))
      )}
    </li>
  );
}

/** One consultant's hours: what is coming, what may be added or removed, and the calendar feed. */
export function hoursPage(visit: Visit, view: HoursView, status = 200): Page {
  const { language } = visit;
  const { hours: deskHours } = deskIn(language);
  const { consultant, problems, told, left, zone } = view;
  const title = deskHours.titleOf(line(consultant.name));
  return deskPage(visit, view, 'hours', {
    status,
    title: problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          <a href={hrefOf(visit, '/desk/hours')}>{deskHours.all}</a>
        </p>
        <ToldNotice told={told} />
        {left.length === 0 ? null : (
          <section class="card warned-card" aria-label={deskHours.stay(left.length)}>
            <p>{deskHours.stay(left.length)}</p>
            <ToMove visit={visit} bookings={left} zone={zone} />
          </section>
        )}
        <ProblemSummary problems={problems} language={language} />
        <PreviewCard visit={visit} view={view} />
        <div class="desk-columns">
          <HoursList visit={visit} view={view} />
          <div>
            <HoursForm visit={visit} view={view} />
            <Weekly visit={visit} view={view} />
            <FeedCard visit={visit} view={view} />
          </div>
        </div>
      </>
    ),
  });
}

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** As the configuration has them. */
function Weekly({
  visit: { language },
  view: { consultant, zone, now },
}: {
  readonly visit: Visit;
  readonly view: HoursView;
}) {
  const { hours: deskHours } = deskIn(language);
  return (
    <section class="card" aria-labelledby="weekly-title">
      <h2 id="weekly-title">{deskHours.weekly}</h2>
      <dl class="week-hours">
        {weekdays.map((weekday) => (
          <div>
            <dt>{deskHours.weekdays[weekday]}</dt>
            <dd>
              {(consultant.hours[weekday] ?? [])
                .map(({ from, to }) => `${from}–${endWords(to, deskHours.nextDay)}`)
                .join(', ') || deskHours.none}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{deskHours.zone(zoneName(now, zone, language.messages))}</p>
    </section>
  );
}

/** Past midnight, the configuration counts on: 30:00 is 06:00 of the next day. */
function endWords(to: string, nextDay: (clock: string) => string): string {
  const hour = Number(to.slice(0, 2));
  return hour <= 24 ? to : nextDay(`${String(hour - 24).padStart(2, '0')}${to.slice(2)}`);
}
