import type { Timer } from '../aws/timers.ts';
import type { BookingRow, EventRow } from './booking-records.ts';
import { type History, isInstant, type Message } from './history.ts';
import { type Html, html } from './html.ts';
import { fromNow, type Moments } from './moments.ts';
import { eventTitle, payloadOf, timerTitle, words } from './words.ts';

/** The life of a booking from top to bottom: each event with its facts and messages, then the timers still to come. */
export function bookingTimeline(
  { booking, events, messages, timers }: History,
  now: number,
  moments: Moments,
): Html {
  return html`
    <ol class="timeline">
      ${events.map((row) =>
        happened(
          row,
          messages.filter(({ event }) => event === row.number),
          booking,
          moments,
        ),
      )}
      ${timers.map((timer) => toCome(timer, now, moments))}
    </ol>
  `;
}

function happened(
  { number, version, event }: EventRow,
  messages: readonly Message[],
  { attendee: { mobile }, words: written }: BookingRow,
  moments: Moments,
): Html {
  const { type, at, ...facts } = event;
  const approval = 'approval' in event ? event.approval : {};
  return html`
    <li id="event-${number}">
      <div class="moment">
        <h3>${eventTitle(type)}</h3>
        <span class="quiet">${moments.short(at)}${version > 1 && ` · version ${version}`}</span>
      </div>
      ${factList({ ...facts, ...approval, written: written?.[number] }, moments)}
      ${messages.length > 0 && html`<ul class="messages">${messages.map((message) => line(message, mobile, moments))}</ul>`}
    </li>
  `;
}

/** What the booking's own facts say already, and the calendar's cells, which only the JSON shows. */
const untold = new Set([
  ...['bookingId', 'sessionType', 'minutes', 'timeZone', 'attendee', 'companyId', 'topic', 'release'],
  ...['kind', 'holds', 'timers', 'messageId', 'notice', 'approval'],
]);

function factList(facts: Readonly<Record<string, unknown>>, moments: Moments): Html | false {
  const told = Object.entries(facts).filter(([name, value]) => !untold.has(name) && value !== undefined);
  if (told.length === 0) return false;
  return html`
    <dl class="inline">
      ${told.map(([name, value]) => html`<div><dt>${words(name)}</dt><dd>${shownFact(value, moments)}</dd></div>`)}
    </dl>
  `;
}

function shownFact(value: unknown, moments: Moments): Html | string {
  if (isInstant(value)) return moments.short(value);
  // Reasons and the like are identifiers; anything else is as somebody wrote it.
  if (typeof value === 'string') return /^[a-z_-]+$/.test(value) ? value.replaceAll(/[_-]/g, ' ') : value;
  return JSON.stringify(value);
}

function line(
  { channel, direction, id, at, summary }: Message,
  mobile: string | undefined,
  moments: Moments,
): Html {
  const what = channel === 'mail' ? 'Mail' : direction === 'out' ? 'Text' : 'Text received';
  const link = channel === 'mail' ? `/mail/${id}` : `/phones/${mobile ?? ''}`;
  return html`
    <li>${summary === undefined ? what : html`<a href="${link}">${what}</a>`}
      <span class="quiet">${moments.time(at)}</span>
      <span class="said">${summary ?? 'sent before the last restart'}</span></li>
  `;
}

function toCome(timer: Timer, now: number, moments: Moments): Html {
  const payload = payloadOf(timer);
  return html`
    <li class="to-come" id="timer-${timer.name}">
      <div class="moment">
        <h3>${payload === undefined ? timer.name : timerTitle(payload.kind)}</h3>
        <span class="quiet">${moments.short(timer.at)} · ${fromNow(timer.at, now)}</span>
      </div>
    </li>
  `;
}
