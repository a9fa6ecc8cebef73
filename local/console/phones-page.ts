import { type Trouble, troubles } from '../carrier/carrier.ts';
import type { Text } from '../carrier/text.ts';
import { conversation } from './conversation.ts';
import { type Html, html } from './html.ts';
import { type Moments, momentsIn } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import type { View } from './shell.ts';

/** The phones that were texted or texted us, and the conversation of the one that is open, the latest unless chosen. */
export function phonesPage(parts: ConsoleParts, phone?: string): View {
  const texts = parts.carrier.everything();
  const conversations = [...Map.groupBy(texts, (text) => text.phone)].toSorted(([, a], [, b]) =>
    (b.at(-1)?.at ?? '').localeCompare(a.at(-1)?.at ?? ''),
  );
  const open = phone ?? conversations[0]?.[0];
  const moments = momentsIn(parts.timeZone);
  const body = html`
    <div class="panes ${phone !== undefined && 'chosen'}">
      <section class="side" aria-labelledby="phones">
        <h2 id="phones">Phones</h2>
        <ul class="list" id="phone-list" data-live>
          ${conversations.map(([number, list]) => item(number, list, number === open, moments))}
        </ul>
        ${another()}
        ${troubled(parts.carrier.trouble)}
      </section>
      <section class="pane phone" aria-label="Conversation">
        ${open === undefined ? empty() : conversation(parts, open, moments)}
      </section>
    </div>
  `;
  return { title: phone ?? 'Phones', section: 'phones', body };
}

function item(phone: string, texts: readonly Text[], isOpen: boolean, moments: Moments): Html {
  const last = texts.at(-1);
  return html`
    <li id="phone-${phone}">
      <a href="/phones/${phone}" id="open-${phone}" ${isOpen && html`aria-current="true"`}>
        <span class="ends"><span class="title">${phone}</span>
          <span class="quiet">${last !== undefined && moments.short(last.at)}</span></span>
        <span class="quiet line">${last?.body ?? ''}</span>
      </a>
    </li>
  `;
}

function another(): Html {
  return html`
    <details class="fold">
      <summary>Text from another phone</summary>
      <form method="post" action="/texts" class="fields">
        <label>Number <input name="from" type="tel" required placeholder="+12025550123" autocomplete="off"></label>
        <label>Text <input name="body" required maxlength="1600" autocomplete="off"></label>
        <button>Send</button>
      </form>
    </details>
  `;
}

const troubleWords: Readonly<Record<Trouble, string>> = {
  none: 'Nothing',
  throttled: 'Too many calls',
  'over-quota': 'Nothing left to spend',
};

/** What ails texting as a whole, whoever is texted. */
function troubled(current: Trouble): Html {
  return html`
    <details class="fold" ${current !== 'none' && html`open`}>
      <summary>Make texting fail</summary>
      <form method="post" action="/faults" class="fields">
        <input type="hidden" name="do" value="trouble">
        <label>What ails it
          <select name="trouble">${troubles.map(
            (trouble) =>
              html`<option value="${trouble}" ${trouble === current && html`selected`}>${troubleWords[trouble]}</option>`,
          )}</select></label>
        <button>Set</button>
      </form>
    </details>
  `;
}

const empty = (): Html => html`
  <div class="empty">
    <h2>No texts yet</h2>
    <p class="quiet">A booking with a mobile number is texted 5 minutes after its start, if nobody has joined.</p>
  </div>
`;
