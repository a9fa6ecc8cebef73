import { readFileSync } from 'node:fs';
import { isPhone } from '../carrier/text.ts';
import { invalidPhone } from './fields.ts';
import { historyJson, historyOf, withInstants } from './history.ts';
import { historyPage } from './history-page.ts';
import { fileName, mailPage } from './mail-page.ts';
import type { ConsoleParts } from './parts.ts';
import { phonesPage } from './phones-page.ts';
import { Problem } from './problem.ts';
import { download, json, mailDocument, page, type Reply } from './replies.ts';
import { schedulePage } from './schedule-page.ts';
import { shell, type View } from './shell.ts';
import { shownText, shownWithFate } from './shown-text.ts';

/** What a GET asks for: the pieces of its path, still escaped, and its query. */
interface Asked {
  readonly parts: ConsoleParts;
  readonly query: URLSearchParams;
  readonly path: readonly string[];
}

type Read = (asked: Asked) => Reply | Promise<Reply>;
type Page = (asked: Asked) => View | undefined | Promise<View | undefined>;

const fileText = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const sheets = 'ground head controls panes list letter phones schedule history motion'.split(' ');
const style = sheets.map((sheet) => fileText(`./style/${sheet}.css`)).join('\n');
const script = fileText('./live.js');

/** The pages, by the pattern of their path. A view that isn't there is a 404. */
const pages: Readonly<Record<string, Page>> = {
  '/': ({ parts, query }) => mailPage(parts, { as: 'html', to: addressOf(query) }),
  '/mail/*': ({ parts, query, path: [, id] }) => mailPage(parts, { id, as: 'html', to: addressOf(query) }),
  '/mail/*/text': ({ parts, query, path: [, id] }) =>
    mailPage(parts, { id, as: 'text', to: addressOf(query) }),
  '/phones': ({ parts }) => phonesPage(parts),
  '/phones/*': ({ parts, path: [, phone = ''] }) => phonesPage(parts, withPlus(decodeURIComponent(phone))),
  '/history': ({ parts }) => historyPage(parts),
  '/history/*': ({ parts, path: [, id] }) => historyPage(parts, id),
  '/schedule': ({ parts }) => schedulePage(parts),
};

const others: Readonly<Record<string, Read>> = {
  '/console.css': () => ({ headers: { 'content-type': 'text/css; charset=utf-8' }, body: style }),
  '/console.js': () => ({ headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script }),
  '/clock': ({ parts }) => json({ now: new Date(parts.clock.now()).toISOString() }),
  '/mailbox': async ({ parts, query }) => json(await parts.ses.mailbox(addressOf(query))),
  '/mailbox/*/html': async ({ parts, path: [, id] }) => {
    const mail = await mailOf(parts, id);
    return mailDocument(`<!doctype html><base target="_blank">${mail.html}`);
  },
  '/mailbox/*/parts/*': async ({ parts, path: [, id, , index] }) => {
    const part = (await mailOf(parts, id)).attachments[Number(index)];
    if (part === undefined) throw notThere('part', index);
    const encoding = part.contentType.startsWith('text/') ? 'utf8' : 'base64';
    return download(fileName(part), part.contentType, Buffer.from(part.content, encoding));
  },
  '/texts': ({ parts, query }) => {
    const phone = phoneOrAddress(query.get('with'));
    if (query.get('all') !== '1') return json(parts.carrier.conversation(phone).map(shownText));
    return json(parts.carrier.everything(phone).map(shownWithFate));
  },
  '/carrier': ({ parts, query }) => {
    const phone = phoneOrAddress(query.get('with'));
    if (phone === undefined || !isPhone(phone)) throw invalidPhone('with');
    return json({ phone, state: parts.carrier.stateOf(phone), optedOut: parts.carrier.optOuts.has(phone) });
  },
  '/timers': ({ parts }) => json(parts.scheduler.list()),
  '/bookings': async ({ parts }) => json((await parts.bookings.list()).map(withInstants)),
  '/bookings/*/history': async ({ parts, path: [, id = ''] }) => {
    const history = await historyOf(parts, id);
    if (history === undefined) throw notThere('booking', id);
    return json(historyJson(history));
  },
  '/bus': ({ parts }) => json(parts.bus.list()),
  '/failures': ({ parts }) => json(parts.queues.list()),
  '/logs': ({ parts }) => json(parts.logs.lines()),
  '/metrics': ({ parts }) => json(parts.logs.metrics()),
  '/outputs': ({ parts }) => json(parts.outputs),
  '/usage': ({ parts }) => json(parts.usage()),
  '/grants': ({ parts }) => json({ unused: parts.grants.unused() }),
};

/** Whether there is something to GET at a path. */
export const canRead = (pathname: string): boolean =>
  patternOf(pages, pathname) !== undefined || patternOf(others, pathname) !== undefined;

/** Answers a GET. Throws a Problem where there is nothing. */
export async function read(parts: ConsoleParts, { pathname, searchParams: query }: URL): Promise<Reply> {
  const pattern = patternOf(others, pathname);
  const answer = pattern === undefined ? undefined : others[pattern];
  if (answer !== undefined) return await answer({ parts, query, path: piecesOf(pathname) });
  return page(await renderPage(parts, pathname, query));
}

/** A page as HTML, with a word about what went wrong if something did. Throws a Problem where there is none. */
export async function renderPage(
  parts: ConsoleParts,
  pathname: string,
  query: URLSearchParams,
  problem?: string,
): Promise<string> {
  const pattern = patternOf(pages, pathname);
  const view =
    pattern === undefined ? undefined : await pages[pattern]?.({ parts, query, path: piecesOf(pathname) });
  if (view === undefined) throw new Problem(404, 'Not found', `There is no ${pathname}`);
  return await shell(parts, view, query, problem);
}

const piecesOf = (pathname: string): string[] => pathname.split('/').slice(1);

/** The pattern that a path matches piece by piece, where a star stands for any one piece. */
function patternOf(table: Readonly<Record<string, unknown>>, pathname: string): string | undefined {
  const pieces = piecesOf(pathname);
  return Object.keys(table).find((pattern) => {
    const wanted = piecesOf(pattern);
    return (
      wanted.length === pieces.length &&
      wanted.every((piece, index) =>
        piece === '*' ? /^[\w.+%-]+$/.test(pieces[index] ?? '') : piece === pieces[index],
      )
    );
  });
}

async function mailOf({ ses }: ConsoleParts, id: string | undefined) {
  const mail = (await ses.mailbox()).find((candidate) => candidate.id === id);
  if (mail === undefined) throw notThere('mail', id);
  return mail;
}

const notThere = (what: string, id: string | undefined): Problem =>
  new Problem(404, 'Not found', `There is no ${what} ${id ?? ''}`);

const addressOf = (query: URLSearchParams): string | undefined => phoneOrAddress(query.get('to'));

/** A plus sign that was not escaped arrives as a space, which neither a number nor an address has. */
function phoneOrAddress(value: string | null): string | undefined {
  return value === null || value.trim() === '' ? undefined : value.trimEnd().replaceAll(' ', '+');
}

const withPlus = (phone: string): string => (phone.startsWith('+') ? phone : `+${phone.trim()}`);
