import { bookingNames } from './booking-names.ts';
import { type Html, html } from './html.ts';
import { fromNow, type Moments } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import { payloadOf, timerTitle } from './words.ts';

/** The dial: what time it is, what comes next, and buttons that move it on. */
export async function clockBar(parts: ConsoleParts, moments: Moments): Promise<Html> {
  const now = parts.clock.now();
  return html`
    <section class="clock" aria-label="Clock">
      <div class="clock-face">
        <p class="now" id="now" data-now="${now}" data-zone="${moments.timeZone}">${moments.exact(now)}</p>
        ${await nextLine(parts, now)}
      </div>
      <form method="post" action="/clock" class="buttons">
        <button name="next" value="true" class="strong">Next event</button>
        <button name="advance" value="PT5M">+5 min</button>
        <button name="advance" value="PT1H">+1 h</button>
      </form>
      <form method="post" action="/clock" class="buttons goto">
        <label for="to">Go to</label>
        <input id="to" name="to" type="datetime-local" required value="${localInput(now, moments.timeZone)}">
        <button>Go</button>
      </form>
    </section>
  `;
}

async function nextLine(parts: ConsoleParts, now: number): Promise<Html> {
  const [next] = parts.scheduler.list();
  if (next === undefined)
    return html`<p class="next quiet" id="next" data-live>The scheduler holds no timer.</p>`;
  const payload = payloadOf(next);
  const names = await bookingNames(parts, payload === undefined ? [] : [payload.bookingId]);
  const who = payload && names.get(payload.bookingId);
  return html`
    <p class="next quiet" id="next" data-live>
      Next: ${payload === undefined ? next.name : timerTitle(payload.kind)}${who !== undefined && html` for ${who}`},
      ${fromNow(next.at, now)}
    </p>
  `;
}

/** As a datetime-local field takes it, a day on from `now` (ms), at the minute. */
function localInput(now: number, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(now + 86_400_000);
  return text.replace(' ', 'T');
}
