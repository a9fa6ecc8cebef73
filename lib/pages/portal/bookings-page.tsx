import { line } from '../../messages/line.ts';
import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { Insider } from './insider.ts';
import { type ListedBooking, MyBooking } from './my-booking.tsx';
import { portalPage } from './portal-page.tsx';

/** A page of a list of sessions. */
export interface BookingList {
  readonly items: readonly ListedBooking[];
  /** Where the list goes on. */
  readonly next?: string;
}

/** A member's sessions. Where only one list is there, it is a later page of it. */
export interface BookingsView extends Insider {
  readonly coming?: BookingList;
  readonly past?: BookingList;
  readonly now: number;
}

interface BookingsProps {
  readonly visit: Visit;
  readonly view: BookingsView;
}

/** A member's own sessions: the coming ones, and those that are past, each with how it stands. */
export function bookingsPage(visit: Visit, view: BookingsView): Page {
  const { bookings } = visit.language.portal;
  const whole = view.coming !== undefined && view.past !== undefined;
  return portalPage(visit, view, 'bookings', {
    title: bookings.title,
    body: (
      <>
        <h1>{bookings.title}</h1>
        {whole ? null : (
          <p class="back">
            <a href={hrefOf(visit, '/portal/bookings')}>{bookings.back}</a>
          </p>
        )}
        <List visit={visit} view={view} when="coming" />
        <List visit={visit} view={view} when="past" />
        <p class="hint">{bookings.which(line(view.person.email))}</p>
      </>
    ),
  });
}

function List({ visit, view, when }: BookingsProps & { readonly when: 'coming' | 'past' }) {
  const { bookings, nav } = visit.language.portal;
  const list = view[when];
  if (list === undefined) return null;
  const isComing = when === 'coming';
  return (
    <section class="card" aria-labelledby={when}>
      <h2 id={when}>{bookings[when]}</h2>
      {list.items.length === 0 ? (
        <p>{isComing ? bookings.noneComing : bookings.nonePast}</p>
      ) : (
        <ul class="entries">
          {list.items.map((item) => (
            <MyBooking visit={visit} now={view.now} item={item} />
          ))}
        </ul>
      )}
      {list.next === undefined ? null : (
        <p>
          <a class="button" href={hrefOf(visit, '/portal/bookings', { when, cursor: list.next })}>
            {isComing ? bookings.later : bookings.earlier}
          </a>
        </p>
      )}
      {isComing && list.items.length === 0 ? (
        <p>
          <a class="button primary" href={hrefOf(visit, '/book')}>
            {nav.book}
          </a>
        </p>
      ) : null}
    </section>
  );
}
