import type { BookingRow } from './booking-records.ts';
import { bookingTimeline } from './booking-timeline.ts';
import { type History, historyOf } from './history.ts';
import { type Html, html } from './html.ts';
import { fromNow, type Moments, momentsIn } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import type { View } from './shell.ts';
import { words } from './words.ts';

/** The page lists the latest; the JSON has them all. */
const shown = 100;

/** The bookings, the one made last first, and all that happened to the one that is open, the first unless chosen. */
export async function historyPage(parts: ConsoleParts, id?: string): Promise<View | undefined> {
  const bookings = await parts.bookings.list();
  const chosen = id ?? bookings[0]?.id;
  const history = chosen === undefined ? undefined : await historyOf(parts, chosen);
  if (id !== undefined && history === undefined) return undefined;
  const moments = momentsIn(parts.timeZone);
  const body = html`
    <div class="panes ${id !== undefined && 'chosen'}">
      <section class="side" aria-labelledby="bookings">
        <h2 id="bookings">Bookings</h2>
        <ul class="list" id="booking-list" data-live>
          ${bookings.slice(0, shown).map((booking) => item(booking, booking.id === chosen, moments))}
          ${bookings.length > shown && html`<li class="quiet"><a href="/bookings">All ${bookings.length} as JSON</a></li>`}
        </ul>
      </section>
      <section class="pane" id="history" data-live aria-label="History of a booking">
        ${history === undefined ? empty(parts) : story(history, parts.clock.now(), moments)}
      </section>
    </div>
  `;
  return { title: history?.booking.attendee.name ?? 'Bookings', section: 'history', body };
}

function item({ id, status, attendee, start }: BookingRow, isOpen: boolean, moments: Moments): Html {
  return html`
    <li id="booking-${id}">
      <a href="/history/${id}" id="open-${id}" ${isOpen && html`aria-current="true"`}>
        <span class="ends"><span class="title line">${attendee.name}</span> ${chip(status)}</span>
        <span class="quiet">${moments.short(start)}</span>
      </a>
    </li>
  `;
}

const chip = (status: string): Html => html`<span class="chip ${status}">${words(status)}</span>`;

function story(history: History, now: number, moments: Moments): Html {
  const { booking } = history;
  const { attendee } = booking;
  const facts = [
    ['Session', `${booking.sessionType}, ${booking.minutes} min`],
    ['Consultant', booking.consultantId],
    ['E-mail', attendee.email],
    ['Mobile', attendee.mobile],
    ['Company', booking.companyId],
    ['Zone', booking.timeZone],
    ['Topic', booking.topic],
    ['Release', booking.release],
    ['Version', String(booking.version)],
  ] as const;
  return html`
    <p class="back"><a href="/history">All bookings</a></p>
    <header class="letter">
      <div>
        <h2>${attendee.name} ${chip(booking.status)}</h2>
        <p>${moments.short(booking.start)} <span class="quiet">to ${moments.time(booking.end)}, ${fromNow(booking.start, now)}</span></p>
      </div>
    </header>
    <dl class="facts">
      ${facts.map(([name, value]) => value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${bookingTimeline(history, now, moments)}
    <p class="quiet"><code>${booking.id}</code> · <a href="/bookings/${booking.id}/history">as JSON</a></p>
  `;
}

const empty = ({ site }: ConsoleParts): Html => html`
  <div class="empty">
    <h2>No bookings yet</h2>
    <p class="quiet"><a href="${site}/book" target="_blank" rel="noopener">Book a session</a> and follow its life here.</p>
  </div>
`;
