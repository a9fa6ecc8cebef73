import type { Operation } from './api.ts';
import type { Seen } from './check.ts';
import { contentTypeOf } from './exchange.ts';
import { shownIn } from './html.ts';
import { type PageRoute, pageRoutes } from './page-plans.ts';
import type { Plan } from './plan.ts';
import type { Pool } from './pool.ts';

/** What to find in answers of the API, by where it is kept. */
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['bookingId', /"(bkg_[0-9a-z]{26})"/gu],
  ['token', /\/manage\/([\w.-]+)"/gu],
  ['webhookId', /"(whk_[0-9a-z]+)"/gu],
  ['code', /"code":"([A-Z0-9-]{4,40})"/gu],
  ['feedToken', /\/feeds\/([\w.-]+)"/gu],
];

/** Names that paths give to what is found. */
const parts: Readonly<Record<string, string>> = { feedToken: 'token' };

/** Takes what an answer brought into the pool, so that later requests are about it. */
export function learn(
  pool: Pool,
  { plan, answer, site }: Pick<Seen, 'plan' | 'answer' | 'site'>,
  parameters: Readonly<Record<string, string>>,
): void {
  if (answer.status >= 400) return;
  const type = contentTypeOf(answer);
  if (type === 'text/html') learnPage(pool, answer.text, `${site}${plan.path}`);
  if (type !== 'application/json') return;
  for (const [kind, pattern] of patterns) {
    for (const [, found = ''] of answer.text.matchAll(pattern))
      pool.add(kind, { [parts[kind] ?? kind]: found });
  }
  for (const [, cursor = ''] of answer.text.matchAll(/"next":"([^"]+)"/gu))
    pool.add(`cursor ${plan.operation}`, { cursor });
  learnOwned(pool, plan, answer.text, parameters);
}

/** What is found only below something else: its address has both. */
function learnOwned(
  pool: Pool,
  { operation }: Plan,
  text: string,
  parameters: Readonly<Record<string, string>>,
): void {
  const { companyId = 'example-crates', consultantId = '', webhookId = '' } = parameters;
  // The people of the demo are who asks: they are neither removed nor changed.
  if (['askForAccount', 'addPerson'].includes(operation)) {
    for (const [, personId = ''] of text.matchAll(/"(per_\w+)"/gu)) {
      pool.add('companyId+personId', { companyId, personId });
      if (companyId === 'example-crates') pool.add('personId', { personId });
    }
  }
  if (operation === 'createCompany') {
    for (const [, id = ''] of text.matchAll(/"id":"([\w-]+)"/gu)) pool.add('companyId', { companyId: id });
  }
  if (consultantId !== '') {
    for (const [, hoursId = ''] of text.matchAll(/"(hrs_\w+)"/gu))
      pool.add('consultantId+hoursId', { consultantId, hoursId });
  }
  if (webhookId !== '') {
    for (const [, eventId = ''] of text.matchAll(/"event":"([^"]+)"/gu))
      pool.add('webhookId+eventId', { webhookId, eventId });
  }
}

function learnPage(pool: Pool, html: string, at: string): void {
  const { forms, links } = shownIn(html, at);
  for (const form of forms) {
    const route = routeOf('POST', form.path);
    if (route !== undefined) pool.show(route.id, form);
  }
  for (const link of links) {
    const route = routeOf('GET', link.path);
    if (route !== undefined) pool.show(route.id, link);
  }
  for (const [, file = ''] of html.matchAll(/\/assets\/([\w.-]+)"/gu)) pool.add('file', { file });
}

function routeOf(method: string, target: string): PageRoute | undefined {
  const [path = ''] = target.split('?');
  return pageRoutes.find((route) => route.method === method && matches(route, path));
}

function matches({ path }: Pick<Operation, 'path'>, given: string): boolean {
  const [wanted, pieces] = [path.split('/'), given.split('/')];
  return (
    wanted.length === pieces.length &&
    wanted.every((piece, i) => piece.startsWith('{') || piece === pieces[i])
  );
}
