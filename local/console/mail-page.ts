import type { Mail, MailPart } from '../aws/mail.ts';
import { type MailboxState, mailboxStates } from '../aws/ses-mailboxes.ts';
import { type Html, html } from './html.ts';
import { type Moments, momentsIn } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import type { View } from './shell.ts';

/** Which mail is open, how it is shown, and whose mail is listed. */
export interface MailChoice {
  readonly id?: string | undefined;
  readonly as: 'html' | 'text';
  readonly to?: string | undefined;
}

/** The page shows the latest; the JSON has them all. */
const shown = 100;

/** The mailbox: the list, newest first, and the mail that is open, the newest unless one is chosen. */
export async function mailPage(parts: ConsoleParts, choice: MailChoice): Promise<View | undefined> {
  const mails = (await parts.ses.mailbox(choice.to)).toReversed();
  const chosen = mails.find(({ id }) => id === choice.id);
  if (choice.id !== undefined && chosen === undefined) return undefined;
  const open = chosen ?? mails[0];
  const moments = momentsIn(parts.timeZone);
  const body = html`
    <div class="panes ${chosen !== undefined && 'chosen'}">
      <section class="side" aria-labelledby="mails">
        <h2 id="mails">Mail</h2>
        ${filter(choice.to)}
        ${list(mails, open, choice, moments)}
        ${mailbox(parts, choice.to ?? open?.to)}
      </section>
      <section class="pane" id="reading" data-live aria-label="Open mail">
        ${open === undefined ? empty(parts, choice.to) : reading(open, choice, moments)}
      </section>
    </div>
  `;
  return { title: chosen?.subject ?? 'Mail', section: 'mail', body };
}

function filter(to: string | undefined): Html {
  return html`
    <form method="get" action="/" class="row">
      <label for="recipient">Sent to</label>
      <input id="recipient" name="to" type="email" value="${to ?? ''}" placeholder="anyone" autocomplete="off">
      <button>Show</button>
    </form>
  `;
}

const mailboxWords: Readonly<Record<MailboxState, string>> = {
  works: 'Takes its mail',
  bounces: 'Sends it back for good',
  complains: 'Calls it spam',
};

/** What a mailbox does with mail, to be changed. */
function mailbox({ ses: { mailboxes } }: ConsoleParts, address = ''): Html {
  const current = mailboxes.stateOf(address);
  const listed = mailboxes.suppressionOf(address);
  return html`
    <details class="fold" ${(current !== 'works' || listed !== undefined) && html`open`}>
      <summary>Make a mailbox fail</summary>
      <form method="post" action="/faults" class="fields">
        <input type="hidden" name="do" value="mailbox">
        <label>Address <input name="address" type="email" required value="${address}" autocomplete="off"></label>
        <label>What it does with mail
          <select name="state">${mailboxStates.map(
            (state) =>
              html`<option value="${state}" ${state === current && html`selected`}>${mailboxWords[state]}</option>`,
          )}</select></label>
        <button>Set</button>
      </form>
      ${
        listed !== undefined &&
        html`<p class="quiet">${address} is on the account’s suppression list (${listed}): nothing is sent to it until it is
          taken off.</p>`
      }
    </details>
  `;
}

function list(mails: readonly Mail[], open: Mail | undefined, choice: MailChoice, moments: Moments): Html {
  return html`
    <ul class="list" id="mail-list" data-live>
      ${mails.slice(0, shown).map(
        (mail) => html`
        <li id="mail-${mail.id}">
          <a href="${pathOf(mail, 'html', choice.to)}" id="open-${mail.id}"
            ${mail === open && html`aria-current="true"`}>
            <span class="title line">${mail.subject || '(no subject)'}</span>
            <span class="quiet ends"><span class="line">${mail.to}</span> ${moments.short(mail.at)}</span>
          </a>
        </li>
      `,
      )}
      ${
        mails.length > shown &&
        html`<li class="quiet">${mails.length - shown} older: <a href="/mailbox">all as JSON</a></li>`
      }
    </ul>
  `;
}

function reading(mail: Mail, { as, to }: MailChoice, moments: Moments): Html {
  const plain = as === 'text' || mail.html === '';
  const part = (way: MailChoice['as'], title: string): Html =>
    html`<a href="${pathOf(mail, way, to)}" id="as-${way}" ${(way === 'text') === plain && html`aria-current="true"`}>${title}</a>`;
  return html`
    <p class="back"><a href="/">All mail</a></p>
    <header class="letter">
      <div>
        <h2>${mail.subject || '(no subject)'}</h2>
        <p class="quiet">to ${mail.to} · ${moments.short(mail.at)}</p>
      </div>
      <div class="switch">${mail.html !== '' && part('html', 'HTML')} ${part('text', 'Plain text')}</div>
    </header>
    ${
      plain
        ? html`<pre class="paper">${linked(mail.text)}</pre>`
        : html`<iframe class="paper" src="/mailbox/${mail.id}/html" title="${mail.subject}"
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`
    }
    ${mail.attachments.length > 0 && files(mail)}
  `;
}

function files({ id, attachments }: Mail): Html {
  return html`
    <h3>Parts</h3>
    <ul class="files">
      ${attachments.map(
        (part, index) => html`
          <li><a href="/mailbox/${id}/parts/${index}" download>${fileName(part)}</a>
            <span class="quiet">${part.contentType}</span></li>
        `,
      )}
    </ul>
  `;
}

/** The name to store a part under: its own, or one of its kind. */
export function fileName({ filename, contentType }: MailPart): string {
  if (filename !== '') return filename;
  if (contentType.startsWith('text/calendar')) return 'invitation.ics';
  return contentType.startsWith('text/') ? 'part.txt' : 'part.bin';
}

/** A text with its addresses as links that open beside the console. */
export function linked(text: string): Html {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return html`${pieces.map((piece, index) =>
    index % 2 === 1 ? html`<a href="${piece}" target="_blank" rel="noopener">${piece}</a>` : piece,
  )}`;
}

function empty({ site }: ConsoleParts, to: string | undefined): Html {
  return html`
    <div class="empty">
      <h2>No mail ${to === undefined ? 'yet' : html`to ${to}`}</h2>
      <p class="quiet">Mails that Showup sends arrive here. <a href="${site}/book" target="_blank" rel="noopener">Book a
        session</a> to get the first.</p>
    </div>
  `;
}

function pathOf({ id }: Mail, as: MailChoice['as'], to: string | undefined): string {
  const path = as === 'text' ? `/mail/${id}/text` : `/mail/${id}`;
  return to === undefined ? path : `${path}?${new URLSearchParams({ to })}`;
}
