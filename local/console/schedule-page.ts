import type { Timer } from '../aws/timers.ts';
import { bookingNames } from './booking-names.ts';
import { type Html, html } from './html.ts';
import { fromNow, type Moments, momentsIn } from './moments.ts';
import type { ConsoleParts, Failure } from './parts.ts';
import type { View } from './shell.ts';
import { payloadOf, timerTitle } from './words.ts';

type Names = ReadonlyMap<string, string>;

/** The page shows the next ones; the JSON has them all. */
const shown = 100;

/** What the scheduler holds, day by day, how to make it misbehave, and what lies in the failure queues. */
export async function schedulePage(parts: ConsoleParts): Promise<View> {
  const { scheduler, clock, queues, timeZone } = parts;
  const timers = scheduler.list();
  const names = await bookingNames(
    parts,
    timers.slice(0, shown).flatMap((timer) => payloadOf(timer)?.bookingId ?? []),
  );
  const moments = momentsIn(timeZone);
  const body = html`
    <div class="column">
      <h2>Timers</h2>
      <div id="timers" data-live>${days(timers, names, clock.now(), moments)}</div>
      ${misbehaving(timers.slice(0, shown), names, moments)}
      <div id="failures" data-live>${failures(queues.list(), moments)}</div>
    </div>
  `;
  return { title: 'Timers', section: 'schedule', body };
}

function days(timers: readonly Timer[], names: Names, now: number, moments: Moments): Html {
  if (timers.length === 0)
    return html`<p class="quiet">The scheduler holds nothing. A booking sets its timers.</p>`;
  const byDay = Map.groupBy(timers.slice(0, shown), ({ at }) => moments.day(at));
  return html`
    ${[...byDay].map(
      ([day, list]) => html`
        <h3>${day}</h3>
        <ul class="timers">${list.map((timer) => row(timer, names, now, moments))}</ul>
      `,
    )}
    ${timers.length > shown && html`<p class="quiet">${timers.length - shown} later: <a href="/timers">all as JSON</a></p>`}
  `;
}

function row(timer: Timer, names: Names, now: number, moments: Moments): Html {
  const payload = payloadOf(timer);
  return html`
    <li id="timer-${timer.name}">
      <span class="at">${moments.time(timer.at)}</span>
      <span class="quiet">${fromNow(timer.at, now)}</span>
      <span class="title">${payload === undefined ? timer.name : timerTitle(payload.kind)}</span>
      ${
        payload !== undefined &&
        html`<a href="/history/${payload.bookingId}">${names.get(payload.bookingId) ?? payload.bookingId}</a>`
      }
    </li>
  `;
}

function misbehaving(timers: readonly Timer[], names: Names, moments: Moments): Html {
  return html`
    <details class="fold card">
      <summary>Make it misbehave</summary>
      <p class="quiet">Schedulers deliver late, twice or not at all, and streams repeat themselves. Nothing may double,
        and what is lost the sweep finds within 5 minutes.</p>
      ${timers.length > 0 && held(timers, names, moments)}
      <form method="post" action="/faults" class="fields">
        <label>A timer of kind
          <input name="kind" list="kinds" required autocomplete="off" placeholder="check-in"></label>
        <datalist id="kinds">
          <option value="remind-24h"><option value="remind-2h"><option value="check-in">
          <option value="close"><option value="finish"><option value="expire">
        </datalist>
        <label>for booking <input name="bookingId" required autocomplete="off" placeholder="bkg_…"></label>
        <label>version <input name="version" type="number" min="1" value="1" required></label>
        <button name="do" value="fire-unheld">Let it arrive</button>
      </form>
      <form method="post" action="/faults" class="fields">
        <button name="do" value="repeat-events">Deliver all events once more</button>
      </form>
    </details>
  `;
}

function held(timers: readonly Timer[], names: Names, moments: Moments): Html {
  const label = (timer: Timer): Html => {
    const payload = payloadOf(timer);
    if (payload === undefined) return html`${timer.name}`;
    const who = names.get(payload.bookingId) ?? payload.bookingId;
    return html`${timerTitle(payload.kind)} · ${who} · ${moments.plain(timer.at)}`;
  };
  return html`
    <form method="post" action="/faults" class="fields">
      <label class="wide">Timer
        <select name="name">${timers.map((timer) => html`<option value="${timer.name}">${label(timer)}</option>`)}</select>
      </label>
      <button name="do" value="fire">Fire it now</button>
      <button name="do" value="lose">Lose it</button>
    </form>
  `;
}

function failures(list: readonly Failure[], moments: Moments): Html | false {
  if (list.length === 0) return false;
  return html`
    <h2>Failures</h2>
    ${list.map(
      ({ queue, at, attributes, body }) => html`
        <article class="card">
          <h3>${queue} <span class="quiet">${moments.short(at)}</span></h3>
          <pre>${JSON.stringify({ attributes, body }, null, 2)}</pre>
        </article>
      `,
    )}
  `;
}
