import { clockBar } from './clock-bar.ts';
import { happeningNotice, readHappening } from './happening.ts';
import { type Html, html } from './html.ts';
import { momentsIn } from './moments.ts';
import type { ConsoleParts } from './parts.ts';

export type Section = 'mail' | 'phones' | 'history' | 'schedule';

/** One page of the console, without what is around all of them. */
export interface View {
  readonly title: string;
  readonly section: Section;
  readonly body: Html;
}

/** A whole page: the view with the navigation and the clock above it, and what just happened or went wrong. */
export async function shell(
  parts: ConsoleParts,
  view: View,
  query: URLSearchParams,
  problem?: string,
): Promise<string> {
  const moments = momentsIn(parts.timeZone);
  const happening = readHappening(query);
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${view.title} · Showup console</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/console.css">
    <script src="/console.js" type="module"></script>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header>
      <p class="brand"><a href="/">Showup <span>console</span></a></p>
      ${await navigation(parts, view.section)}
      <p class="site"><a href="${parts.site}/book" target="_blank" rel="noopener">Open the site</a></p>
    </header>
    ${await clockBar(parts, moments)}
    <main id="main" tabindex="-1">
      <h1 class="hidden">${view.title}</h1>
      ${problem !== undefined && html`<p class="notice wrong" role="alert">${problem}</p>`}
      ${problem === undefined && happening !== undefined && (await happeningNotice(parts, happening, moments))}
      ${view.body}
    </main>
    <footer>
      <p>
        The same as JSON: ${json.map((path) => html`<a href="/${path}">${path}</a> `)}
      </p>
    </footer>
  </body>
</html>
`.text;
}

const json = ['clock', 'mailbox', 'texts', 'timers', 'bookings', 'failures', 'logs', 'metrics'] as const;

async function navigation(
  { ses, carrier, scheduler, queues }: ConsoleParts,
  current: Section,
): Promise<Html> {
  const failures = queues.list().length;
  const phones = new Set(carrier.everything().map(({ phone }) => phone)).size;
  const link = (section: Section, path: string, title: string, count?: number): Html => html`
    <a href="${path}" id="to-${section}" ${section === current && html`aria-current="page"`}>${title}
      ${count !== undefined && html`<span class="count">${count}</span>`}</a>
  `;
  return html`
    <nav aria-label="Console" id="navigation" data-live>
      ${link('mail', '/', 'Mail', (await ses.mailbox()).length)}
      ${link('phones', '/phones', 'Phones', phones)}
      ${link('history', '/history', 'Bookings')}
      ${link('schedule', '/schedule', 'Timers', scheduler.list().length)}
      ${failures > 0 && html`<a href="/schedule#failures">Failures <span class="count bad">${failures}</span></a>`}
    </nav>
  `;
}
