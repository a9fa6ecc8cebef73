import { dateAt } from '../../domain/calendar/zone.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { HoursView, ListedHours } from './hours-view.ts';
import { hoursPath, stretchWords, ToMove } from './hours-words.tsx';

interface HoursProps {
  readonly visit: Visit;
  readonly view: HoursView;
}

/** What is coming, with the sessions that still lie in time off, so that none is forgotten. */
export function HoursList({ visit, view }: HoursProps) {
  const { hours: deskHours } = deskIn(visit.language);
  return (
    <section class="card" aria-labelledby="coming-title">
      <h2 id="coming-title">{deskHours.coming}</h2>
      {view.coming.length === 0 ? (
        <p>{deskHours.noneComing}</p>
      ) : (
        <ul class="entries">
          {view.coming.map((listed) => (
            <Entry visit={visit} view={view} listed={listed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ visit, view, listed }: HoursProps & { readonly listed: ListedHours }) {
  const { language, settings } = visit;
  const { hours: deskHours } = deskIn(language);
  const { hours, bookings, by } = listed;
  const when = stretchWords(hours, view.zone, visit);
  const kind = deskHours.kinds[hours.kind];
  return (
    <li>
      <h3>{kind}</h3>
      <p>{when}</p>
      <p class="soft">
        {line(hours.reason)}. {deskHours.by(line(by), dateName(dateAt(settings.zone, hours.at), language))}
      </p>
      {bookings.length === 0 ? null : (
        <div class="warned">
          <p>{deskHours.inside(bookings.length)}</p>
          <ToMove visit={visit} bookings={bookings} zone={view.zone} />
        </div>
      )}
      <p>
        <a
          class="button"
          href={hoursPath(visit, view.consultant.id, { remove: hours.id })}
          aria-label={deskHours.removeOfWhen(kind, when)}
        >
          {deskHours.remove}
        </a>
      </p>
    </li>
  );
}
