import type { NoShowReason } from '../../domain/booking/booking.ts';
import { dateAt } from '../../domain/calendar/zone.ts';
import { dateName } from '../dates.ts';
import { hrefOf, type Visit } from '../visit.ts';

/** A session that counts as missed. */
export interface MissedSession {
  /** When it began (ms). */
  readonly start: number;
  readonly reason: NoShowReason;
  /** What its attendee said of that, or the path on which to say it; absent for who isn't known to be the attendee. */
  readonly contest?: { readonly path: string } | 'waiting' | 'stays';
  /** The last date (YYYY-MM-DD) on which it counts, where that is told. */
  readonly countsUntil?: string;
}

interface MissedListProps {
  readonly visit: Visit;
  readonly missed: readonly MissedSession[];
  /** Zone of the dates. */
  readonly timeZone: string;
}

/** Missed sessions with their dates and why they count, each with the way to contest it. */
export function MissedList({ visit, missed, timeZone }: MissedListProps) {
  const { language } = visit;
  const { standing } = language;
  return (
    <ul class="list">
      {missed.map((session) => {
        const date = dateName(dateAt(timeZone, session.start), language);
        return (
          <li>
            {standing.missed(date, standing.reasons[session.reason])}.{' '}
            {session.countsUntil === undefined
              ? null
              : `${standing.countsUntil(dateName(session.countsUntil, language))} `}
            <Contest visit={visit} session={session} date={date} />
          </li>
        );
      })}
    </ul>
  );
}

interface ContestProps {
  readonly visit: Visit;
  readonly session: MissedSession;
  readonly date: string;
}

function Contest({ visit, session: { contest }, date }: ContestProps) {
  const { standing } = visit.language;
  if (contest === undefined) return null;
  if (contest === 'waiting') return <>{standing.contested}</>;
  if (contest === 'stays') return <>{standing.stays}</>;
  return (
    <a href={`${hrefOf(visit, contest.path)}#contest`} aria-label={standing.contestOf(date)}>
      {standing.contest}
    </a>
  );
}
