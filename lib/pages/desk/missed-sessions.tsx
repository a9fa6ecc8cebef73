import { addMonths, dateAt } from '../../domain/calendar/zone.ts';
import type { Missed } from '../../domain/standing/standing.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';
import { evidencePath } from './desk-paths.ts';

/** Missed sessions with why and until when they count, each with the way to it and to its evidence. */
export function MissedSessions({
  visit,
  missed,
}: {
  readonly visit: Visit;
  readonly missed: readonly Missed[];
}) {
  const { language, settings } = visit;
  const { standing } = language;
  const { search: deskSearch } = deskIn(language);
  const { zone, policy } = settings;
  if (missed.length === 0) return null;
  return (
    <ul class="list">
      {missed.map(({ bookingId, start, reason }) => {
        const date = dateAt(zone, start);
        const told = dateName(date, language);
        const last = addMonths(date, policy.noShows.windowMonths);
        return (
          <li>
            <a href={sessionPath(visit, bookingId)}>{told}</a>: {standing.reasons[reason]}.{' '}
            {standing.countsUntil(dateName(last, language))}{' '}
            <a href={evidencePath(visit, bookingId)} download aria-label={deskSearch.evidenceOf(told)}>
              {deskSearch.evidence}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
