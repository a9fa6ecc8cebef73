import { type Booking, isOver } from '../../domain/booking/booking.ts';
import { changeableUntil } from '../../domain/booking/change.ts';
import { line } from '../../messages/line.ts';
import { shortMoment, span } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import { hrefOf, type Visit } from '../visit.ts';

/** A session in a list, with what the catalogue calls it. */
export interface ListedBooking {
  readonly booking: Booking;
  readonly sessionName: string;
  readonly consultantName: string;
  /** Opens the page that manages it. */
  readonly token: string;
}

interface MyBookingProps {
  readonly visit: Visit;
  readonly now: number;
  readonly item: ListedBooking;
}

/** A session with how it stands, and the way to the page on which it is joined, moved and cancelled. */
export function MyBooking({ visit, now, item }: MyBookingProps) {
  const { language, settings } = visit;
  const { bookings } = language.portal;
  const { booking, sessionName, consultantName, token } = item;
  const { start, end, timeZone } = booking;
  const when = span(start, end, timeZone, language.messages);
  const until = changeableUntil(booking, 'link', settings.policy);
  const isAhead = !isOver(booking) && now < end;
  return (
    <li>
      <h3>{when}</h3>
      <p>{bookings.with(line(sessionName), line(consultantName))}</p>
      <p>
        <strong>{stateOf(booking, language)}</strong>
      </p>
      {isAhead && now < until ? (
        <p>{bookings.changeUntil(shortMoment(until, timeZone, language.messages))}</p>
      ) : null}
      <p>
        <a
          class="button"
          href={hrefOf(visit, `/manage/${token}`)}
          aria-label={named(bookings, isAhead, when)}
        >
          {isAhead ? bookings.change : bookings.show}
        </a>
      </p>
    </li>
  );
}

/** What the link says, and of which session, for who hears of links without what stands around them. */
function named(words: Language['portal']['bookings'], isAhead: boolean, when: string): string {
  return `${isAhead ? words.change : words.show}: ${when}`;
}

function stateOf({ status, version, outcome, cancelled }: Booking, { portal }: Language): string {
  const { states } = portal.bookings;
  if (status === 'confirmed' && version > 1) return states.moved;
  if (status === 'no_show' && outcome?.excused !== undefined) return states.excused;
  // Who is told that an answer came too late for the session hasn't cancelled anything.
  if (status === 'cancelled' && cancelled?.by === 'showup') return states.completed;
  return states[status];
}
