import type { Text } from '../aws/sns-texts.ts';
import { type Html, html } from './html.ts';
import { linked } from './mail-page.ts';
import { type Moments, momentsIn } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import type { View } from './shell.ts';

/** The phones that were texted or texted us, and the conversation of the one that is open, the latest unless chosen. */
export function phonesPage(parts: ConsoleParts, phone?: string): View {
  const texts = parts.sns.texts.conversation();
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
      </section>
      <section class="pane phone" aria-label="Conversation">
        ${
          open === undefined
            ? empty()
            : conversation(
                open,
                texts.filter((text) => text.phone === open),
                moments,
              )
        }
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

function conversation(phone: string, texts: readonly Text[], moments: Moments): Html {
  return html`
    <p class="back"><a href="/phones">All phones</a></p>
    <h2>${phone}</h2>
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
        <button name="body" value="1" class="quick">1</button>
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

function bubble({ id, direction, body, at }: Text, moments: Moments): Html {
  return html`
    <li class="${direction}" id="text-${id}">
      <span class="hidden">${direction === 'out' ? 'Showup:' : 'The phone:'}</span>
      <p>${linked(body)}</p>
      <span class="quiet">${moments.time(at)}</span>
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

const empty = (): Html => html`
  <div class="empty">
    <h2>No texts yet</h2>
    <p class="quiet">A booking with a mobile number is texted 5 minutes after its start, if nobody has joined.</p>
  </div>
`;
