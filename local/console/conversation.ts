import { type PhoneState, phoneStates } from '../carrier/carrier.ts';
import type { Text } from '../carrier/text.ts';
import { type Html, html } from './html.ts';
import { linked } from './mail-page.ts';
import type { Moments } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import { fateWords } from './shown-text.ts';

/** What a phone and Showup have texted each other, what became of it, and what the phone can do about it. */
export function conversation({ carrier }: ConsoleParts, phone: string, moments: Moments): Html {
  const texts = carrier.everything(phone);
  return html`
    <p class="back"><a href="/phones">All phones</a></p>
    <header class="letter" id="state-${phone}" data-live>
      <h2>${phone} ${carrier.optOuts.has(phone) && html`<span class="chip no_show">Opted out</span>`}</h2>
      ${stateSwitch(phone, carrier.stateOf(phone))}
    </header>
    <ol class="texts" id="texts-${phone}" data-live>
      ${texts.map((text, index) => {
        const day = moments.day(text.at);
        const before = texts[index - 1];
        return html`
          ${(before === undefined || moments.day(before.at) !== day) && html`<li class="day">${day}</li>`}
          ${bubble(text, moments)}
        `;
      })}
      ${texts.length === 0 && html`<li class="day">No texts yet</li>`}
    </ol>
    <div id="latest" class="composer">
      <form method="post" action="/texts" class="buttons">
        <input type="hidden" name="from" value="${phone}">
        <span class="quiet">Quick reply</span>
        ${['1', '2', '3'].map((body) => html`<button name="body" value="${body}" class="quick">${body}</button>`)}
      </form>
      <form method="post" action="/texts" class="row">
        <input type="hidden" name="from" value="${phone}">
        <label for="body" class="hidden">Answer as ${phone}</label>
        <input id="body" name="body" required maxlength="1600" autocomplete="off" placeholder="Answer as this phone">
        <button class="strong">Send</button>
      </form>
      ${misbehaving(
        phone,
        texts.findLast(({ direction }) => direction === 'in'),
      )}
    </div>
  `;
}

const stateWords: Readonly<Record<PhoneState, string>> = {
  works: 'On',
  off: 'Off',
  landline: 'Landline',
  refused: 'Refused',
};

/** What the phone does with texts, as buttons of which one is pressed. */
function stateSwitch(phone: string, current: PhoneState): Html {
  return html`
    <form method="post" action="/faults" class="switch" aria-label="What this phone does with texts">
      <input type="hidden" name="do" value="phone">
      <input type="hidden" name="number" value="${phone}">
      ${phoneStates.map(
        (state) => html`
          <button name="state" value="${state}" id="${state}-${phone}"
            aria-pressed="${state === current ? 'true' : 'false'}">${stateWords[state]}</button>
        `,
      )}
    </form>
  `;
}

function bubble({ id, direction, body, at, fate }: Text, moments: Moments): Html {
  return html`
    <li class="${direction} ${fate !== 'delivered' && 'kept'}" id="text-${id}">
      <span class="hidden">${direction === 'out' ? 'Showup:' : 'The phone:'}</span>
      <p>${linked(body)}</p>
      <span class="quiet">${moments.time(at)}${fate !== 'delivered' && ` · ${fateWords[fate]}`}</span>
    </li>
  `;
}

/** A text that arrives later than it was sent, and one that the carrier brings twice. */
function misbehaving(phone: string, last: Text | undefined): Html {
  return html`
    <details class="fold">
      <summary>Make it misbehave</summary>
      <form method="post" action="/texts" class="fields">
        <input type="hidden" name="from" value="${phone}">
        <label>Late text <input name="body" required maxlength="1600" value="1" autocomplete="off"></label>
        <label>that was sent at <input name="at" type="datetime-local" step="1" required></label>
        <button>Deliver now</button>
      </form>
      ${
        last !== undefined &&
        html`
        <form method="post" action="/texts" class="fields">
          <input type="hidden" name="from" value="${phone}">
          <input type="hidden" name="body" value="${last.body}">
          <input type="hidden" name="at" value="${last.at}">
          <input type="hidden" name="messageId" value="${last.id}">
          <button>Let the carrier bring the last answer again</button>
        </form>
      `
      }
    </details>
  `;
}
