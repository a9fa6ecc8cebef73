import { type Booking, isContested, isOver, isPending } from '../../domain/booking/booking.ts';
import { changeableUntil } from '../../domain/booking/change.ts';
import { line } from '../../messages/line.ts';
import { shortMoment, span } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import { endUndecided } from '../session/undecided.ts';
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
  // What the link says, and of which session, for who hears of links without what stands around them.
  const label = isAhead ? (isPending(booking) ? bookings.changePending : bookings.change) : bookings.show;
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
        <a class="button" href={hrefOf(visit, `/manage/${token}`)} aria-label={`${label}: ${when}`}>
          {label}
        </a>
      </p>
    </li>
  );
}

function stateOf(booking: Booking, { portal }: Language): string {
  const { status, version, outcome, cancelled } = booking;
  const { states } = portal.bookings;
  if (status === 'confirmed' && version > 1) return states.moved;
  if (status === 'no_show' && outcome?.excused !== undefined) return states.excused;
  if (isContested(booking)) return states.contested;
  if (endUndecided(booking) !== undefined) return states.declined;
  // Who is told that an answer came too late for the session hasn't cancelled anything.
  if (status === 'cancelled' && cancelled?.by === 'showup') return states.completed;
  return states[status];
}
