import type { Booking } from '../../domain/booking/booking.ts';
import { isContested } from '../../domain/booking/booking.ts';
import { deskStateOf } from '../../domain/booking/desk-state.ts';
import { consultantOf } from '../../domain/catalogue.ts';
import { wordsIn } from '../../domain/language.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { sessionPath } from './card.tsx';
import { evidencePath } from './desk-paths.ts';
import { whenHere } from './when.ts';

interface EntryProps {
  readonly visit: Visit;
  readonly booking: Booking;
  readonly now: number;
  /** Whom it is for, where the list is not of one person. */
  readonly who?: string;
}

/** A session in a list: when, what and how it stands, with the way to it and to its evidence. */
export function BookingEntry({ visit, booking, now, who }: EntryProps) {
  const { language, settings } = visit;
  const { search: deskSearch, session: deskSession } = deskIn(language);
  const when = whenHere(booking.start, visit);
  const { state } = deskStateOf(booking, now, settings.policy);
  return (
    <li>
      <h3>
        <a href={sessionPath(visit, booking.id)}>{when}</a>
      </h3>
      {who === undefined ? null : <p>{who}</p>}
      <p class="soft">
        {sessionOf(visit, booking)}, {booking.id}
      </p>
      <p>
        <strong class={`sign ${state}`}>{deskSession.states[state]}</strong>
        {isContested(booking) ? `, ${deskSession.contested}` : null}{' '}
        <a href={evidencePath(visit, booking.id)} download aria-label={deskSearch.evidenceOf(when)}>
          {deskSearch.evidence}
        </a>
      </p>
    </li>
  );
}

/** "Live session with Robin Hale". A kind that is no longer given is called by its id. */
export function sessionOf({ settings, language }: Visit, { sessionType, consultantId }: Booking): string {
  const type = settings.sessionTypes.find(({ id }) => id === sessionType);
  return deskIn(language).search.session(
    line(wordsIn(type?.name ?? sessionType, language.code)),
    line(consultantOf(settings, consultantId).name),
  );
}
