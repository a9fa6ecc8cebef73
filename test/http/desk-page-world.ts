import type { DeskPageHandler } from '../../functions/desk/handler.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { visitOf } from '../../lib/pages/visit.ts';
import settings from '../fixture-config.ts';
import { textOf } from '../pages/session-visit.ts';
import type { World } from '../world.ts';
import { depsOf, staff } from './desk-world.ts';
import { httpEvent } from './http-event.ts';

const names = ['style.css', 'desk.css', 'desk.js', 'countdown.js', 'import.js'];
const assets = assetsOf(new Map(names.map((name) => [name, Buffer.from(name)])));

/** What a request for a page of the desk has beside who asks. */
export interface PageAsk {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Fields of a form that is posted. */
  readonly form?: Readonly<Record<string, string>>;
  /** Id of who asks. */
  readonly as?: string;
}

/** A page as a browser gets it. */
export interface PageAnswer {
  readonly status: number;
  readonly location: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly html: string;
  /** What a reader reads, on one line. */
  readonly text: string;
}

/** One of our staff asks for a page, or posts a form where there are fields. */
export async function deskPageOf(
  world: World,
  handler: DeskPageHandler,
  { path, query = '', form, as = 'per_robin' }: PageAsk = {},
): Promise<PageAnswer> {
  const viewer = staff(as);
  const { requestContext, ...blank } = httpEvent({
    rawQueryString: query,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    ...(path && { pathParameters: { ...path } }),
    ...(form && { body: new URLSearchParams({ csrf: viewer.csrf, ...form }).toString() }),
  });
  const event = { ...blank, requestContext: { ...requestContext, timeEpoch: world.clock.now } };
  const visit = await visitOf(event, { settings, assets });
  const { statusCode = 0, headers = {}, body = '' } = await handler(depsOf(world), event, visit, viewer);
  const html = body;
  return {
    status: statusCode,
    location: String(headers['location'] ?? ''),
    headers,
    html,
    text: textOf(html),
  };
}

/** The value of a hidden field of a page's first form that has it. */
export function hiddenField({ html }: PageAnswer, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1];
  if (found === undefined) throw new Error(`the page has no field ${name}`);
  return found;
}
