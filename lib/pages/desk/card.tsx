import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Booking } from '../../domain/booking/booking.ts';
import { deskStateOf } from '../../domain/booking/desk-state.ts';
import { consultantOf } from '../../domain/catalogue.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';
import type { GridPlace } from './board-grid.ts';
import { deskClock } from './desk-clock.ts';

/** A session on the board. */
export interface Card {
  readonly id: string;
  /** Id of the list that it stands in, and what it is sorted by there, as text. */
  readonly list: string;
  readonly at: string;
  /** What a browser has of it: another as soon as anything that it shows is another. */
  readonly seen: string;
  readonly item: VNode;
}

/** How and where a session is shown. */
export interface CardStyle {
  readonly visit: Visit;
  readonly now: number;
  readonly list: string;
  /** Where it stands in a day to scale; absent where it stands in a list alone. */
  readonly place?: GridPlace | undefined;
}

/** The card of a session: a link to it that says who, when, with whom and how it stands. */
export function cardOf(booking: Booking, style: CardStyle): Card {
  const { visit, list, place } = style;
  const { consultants } = visit.settings;
  const link = <CardLink booking={booking} style={style} />;
  const column = consultants.findIndex(({ id }) => id === booking.consultantId);
  const at = `${deskClock(visit, booking.start)} ${String(column).padStart(3, '0')}`;
  const placed = place && `c${place.column} w${place.span} r${place.row}`;
  const seen = shortHash(`${list} ${at} ${placed} ${render(link)}`);
  const item = (
    <li class={placed} data-at={at} data-seen={seen}>
      {link}
    </li>
  );
  return { id: booking.id, list, at, seen, item };
}

/** Six characters that are others for another text, as good as always. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 6);
}

/** Where a session is shown at the desk. */
export function sessionPath(visit: Visit, bookingId: string): string {
  return hrefOf(visit, `/desk/bookings/${bookingId}`);
}

function CardLink({
  booking,
  style: { visit, now },
}: {
  readonly booking: Booking;
  readonly style: CardStyle;
}) {
  const { language, settings } = visit;
  const { board: deskBoard } = deskIn(language);
  const { state, closesAt } = deskStateOf(booking, now, settings.policy);
  const at = (instant: number) => deskClock(visit, instant);
  return (
    <a class={`slot ${state}`} href={sessionPath(visit, booking.id)}>
      <time>
        {at(booking.start)}
        <i>–{at(booking.end)}</i>
      </time>{' '}
      <b>{booking.erasedAt === undefined ? line(booking.attendee.name) : deskBoard.erased}</b>{' '}
      <span class="who">{line(consultantOf(settings, booking.consultantId).name)}</span>{' '}
      <em>{deskBoard.states[state]}</em>
      {booking.mailLost === undefined ? null : (
        <span class="mark"> {deskBoard.mail[booking.mailLost.reason]}</span>
      )}
      {closesAt === undefined ? null : (
        <span class="until" data-closes={closesAt}>
          {' '}
          {deskBoard.closesAt(at(closesAt))}
        </span>
      )}
    </a>
  );
}
