import type { Booking } from '../../domain/booking/booking.ts';
import type { HoursException } from '../../domain/calendar/hours-exception.ts';
import { addDays, dateAt, startOfDate } from '../../domain/calendar/zone.ts';
import { line } from '../../messages/line.ts';
import { moment, span } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';

/** Address of the page of a consultant's hours. */
export function hoursPath(
  visit: Visit,
  consultantId: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return hrefOf(visit, '/desk/hours', { consultant: consultantId, ...more });
}

/** From when to when, in the zone: whole days by their dates. */
export function stretchWords(
  { from, to }: Pick<HoursException, 'from' | 'to'>,
  zone: string,
  visit: Visit,
): string {
  const { language } = visit;
  const { hours: deskHours } = deskIn(language);
  const [first, after] = [dateAt(zone, from), dateAt(zone, to)];
  if (from !== startOfDate(zone, first) || to !== startOfDate(zone, after)) {
    return span(from, to, zone, language.messages);
  }
  const last = addDays(after, -1);
  if (first === last) return deskHours.wholeDay(dateName(first, language));
  return deskHours.wholeDays(dateName(first, language), dateName(last, language));
}

/** Sessions that are to be moved by hand, each with the way to where that is done. */
export function ToMove({
  visit,
  bookings,
  zone,
}: {
  readonly visit: Visit;
  readonly bookings: readonly Booking[];
  readonly zone: string;
}) {
  const { messages } = visit.language;
  const { hours: deskHours } = deskIn(visit.language);
  return (
    <ul class="list">
      {bookings.map(({ id, start, attendee }) => {
        const [when, who] = [moment(start, zone, messages), line(attendee.name)];
        return (
          <li>
            {deskHours.session(when, who)}{' '}
            <a href={`${sessionPath(visit, id)}#session-move`} aria-label={deskHours.moveOf(who, when)}>
              {deskHours.move}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
