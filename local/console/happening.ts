import type { Timer } from '../aws/timers.ts';
import { bookingNames } from './booking-names.ts';
import type { Fault } from './faults.ts';
import { type Html, html } from './html.ts';
import type { Moments } from './moments.ts';
import type { ConsoleParts } from './parts.ts';
import { timerTitle } from './words.ts';

/** What a form did, and between which instants (ms): the page tells it, with what was sent meanwhile. */
export interface Happening {
  readonly did: 'move' | Exclude<Fault['do'], 'phone' | 'trouble' | 'mailbox' | 'function'>;
  readonly from: number;
  readonly to: number;
  readonly timer: Timer['name'] | undefined;
}

const parameters = ['did', 'since', 'until', 'timer'] as const;
const deeds: readonly string[] = ['move', 'fire', 'fire-unheld', 'lose', 'repeat-events'];

/** A page's path that tells of a happening, and of no earlier one. */
export function withHappening(path: string, { did, from, to, timer }: Happening): string {
  const url = new URL(path, 'http://console');
  for (const parameter of parameters) url.searchParams.delete(parameter);
  url.searchParams.set('did', did);
  url.searchParams.set('since', String(from));
  url.searchParams.set('until', String(to));
  if (timer !== undefined) url.searchParams.set('timer', timer);
  return url.pathname + url.search;
}

/** Reads what {@link withHappening} wrote; undefined if there is nothing or nothing sensible. */
export function readHappening(query: URLSearchParams): Happening | undefined {
  const did = query.get('did') ?? '';
  const [from, to] = [Number(query.get('since')), Number(query.get('until'))];
  if (!deeds.includes(did) || !isDate(from) || !isDate(to)) return undefined;
  return { did: did as Happening['did'], from, to, timer: query.get('timer') ?? undefined };
}

const isDate = (ms: number): boolean => Number.isInteger(ms) && ms > 0 && ms < 8.64e15;

/** Tells a happening: what was done, and every mail and text that went out meanwhile. */
export async function happeningNotice(
  parts: ConsoleParts,
  happening: Happening,
  moments: Moments,
): Promise<Html> {
  const within = ({ at }: { readonly at: string }): boolean =>
    Date.parse(at) >= happening.from && Date.parse(at) <= happening.to;
  const mails = (await parts.ses.mailbox()).filter(within);
  const texts = parts.carrier.conversation().filter((text) => text.direction === 'out' && within(text));
  const sent = [
    ...mails.map(({ id, at, to, subject }) => ({
      at,
      link: `/mail/${id}`,
      what: `Mail to ${to}`,
      said: subject,
    })),
    ...texts.map(({ phone, at, body }) => ({
      at,
      link: `/phones/${phone}`,
      what: `Text to ${phone}`,
      said: body,
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const shown = sent.slice(-6);
  return html`
    <div class="notice" role="status">
      <p>${title(happening, await timerLink(parts, happening), moments)} ${sent.length === 0 && 'Nothing was sent.'}</p>
      ${sent.length > shown.length && html`<p class="quiet">${sent.length} messages were sent; the last of them:</p>`}
      ${
        sent.length > 0 &&
        html`<ul class="messages">${shown.map(
          ({ at, link, what, said }) =>
            html`<li><a href="${link}">${what}</a> <span class="quiet">${moments.short(at)}</span>
              <span class="said">${said}</span></li>`,
        )}</ul>`
      }
    </div>
  `;
}

/** The timer that it was about, and for whom. */
async function timerLink(parts: ConsoleParts, { timer = '' }: Happening): Promise<Html> {
  const [bookingId = '', kind = ''] = timer.split('.');
  const who = bookingId === '' ? undefined : (await bookingNames(parts, [bookingId])).get(bookingId);
  if (who === undefined) return html`${timerTitle(kind)}`;
  return html`<a href="/history/${bookingId}">${timerTitle(kind)} for ${who}</a>`;
}

function title({ did, from, to, timer }: Happening, name: Html, moments: Moments): Html {
  switch (did) {
    case 'move':
      if (timer !== undefined) return html`Moved to the next timer: ${name}, ${moments.short(to)}.`;
      return html`Moved from ${moments.short(from)} to ${moments.short(to)}.`;
    case 'fire':
      return html`Fired now: ${name}.`;
    case 'lose':
      return html`Lost: ${name}. The sweep will find what it leaves undone.`;
    case 'fire-unheld':
      return html`The timer arrived.`;
    case 'repeat-events':
      return html`All events were delivered once more.`;
  }
}
