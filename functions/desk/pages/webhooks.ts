import * as webhooks from '../../../lib/app/desk/webhooks.ts';
import { dateAt, isDate, startOfDate } from '../../../lib/domain/calendar/zone.ts';
import { publicTypes } from '../../../lib/domain/public-event.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { type FieldError, refusals } from '../../../lib/http/problems.ts';
import { read } from '../../../lib/http/read.ts';
import { readForm } from '../../../lib/http/read-form.ts';
import { webhookBody, webhookLimits } from '../../../lib/http/webhook-schemas.ts';
import { webhookPath } from '../../../lib/pages/desk/desk-paths.ts';
import { newWebhookForm, type WebhookPressed, webhookForm } from '../../../lib/pages/desk/webhook-forms.ts';
import { webhookPage } from '../../../lib/pages/desk/webhook-page.tsx';
import {
  blankWebhook,
  type TypedWebhook,
  type WebhooksView,
  type WebhookView,
} from '../../../lib/pages/desk/webhook-view.ts';
import { webhooksPage } from '../../../lib/pages/desk/webhooks-page.tsx';
import type { FieldProblems } from '../../../lib/pages/field.tsx';
import { deskIn } from '../../../lib/pages/language/desk.ts';
import { pageResult, seeOther } from '../../../lib/pages/page.tsx';
import type { Told } from '../../../lib/pages/portal/told.tsx';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import { type DeskDeps, type DeskPageHandler, USUAL_PAGE } from '../handler.ts';
import { insiderOf } from '../insider.ts';
import { staffNames } from '../staff-names.ts';
import { webhookIdIn } from '../webhooks.ts';

export const showWebhooks: DeskPageHandler = (deps, _, visit, viewer) => all(deps, visit, viewer);

/** Adds a webhook, then sends on to its page; or shows the form again with why not. */
export const submitWebhook: DeskPageHandler = async (deps, event, visit, viewer) => {
  const { url, description, csrf: _, ...boxes } = readForm(event, newWebhookForm);
  const typed = { url, description, types: publicTypes.filter((type) => boxes[type] === 'yes') };
  try {
    const wish = read(webhookBody, typed, 'body');
    const { id } = await webhooks.addEndpoint(deps.webhooks, viewer.actor, wish);
    return seeOther(visit, webhookPath(visit, id, { done: 'added' }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid-input') throw error;
    return all(deps, visit, viewer, { typed, problems: problemsOf(error, typed, visit) }, 422);
  }
};

export const showWebhook: DeskPageHandler = (deps, event, visit, viewer) =>
  one(deps, visit, viewer, webhookIdIn(event), { ...toldIn(visit) });

/** Does what was pressed, then sends on to the page, which tells of it. A secret is shown in the answer itself, once. */
export const changeWebhook: DeskPageHandler = async (deps, event, visit, viewer) => {
  const id = webhookIdIn(event);
  const form = readForm(event, webhookForm);
  const words = deskIn(visit.language).webhooks;
  try {
    if (form.action === 'reveal') {
      const secret = await webhooks.showSecret(deps.webhooks, viewer.actor, id);
      return one(deps, visit, viewer, id, secret === undefined ? {} : { secret });
    }
    if (form.action === 'replay-all') return await replayAll(deps, visit, viewer, id, form.since);
    await act(deps, viewer, id, form);
    return seeOther(visit, webhookPath(visit, id, { done: form.action }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { busy, busyText, changed, changedText } = words;
    const told: Partial<Record<string, Told>> = {
      busy: { good: false, title: busy, text: busyText },
      'changed-meanwhile': { good: false, title: changed, text: changedText },
    };
    const notice = told[error.code];
    if (notice === undefined) throw error;
    return one(deps, visit, viewer, id, { told: notice }, refusals[error.code].status);
  }
};

async function act(
  deps: DeskDeps,
  { actor }: Viewer,
  id: string,
  { action, event, seen }: WebhookPressed,
): Promise<void> {
  switch (action) {
    case 'secret':
      await webhooks.replaceSecret(deps.webhooks, actor, id, Number(seen));
      return;
    case 'test':
      await webhooks.sendTest(deps.webhooks, actor, id);
      return;
    case 'replay':
      await webhooks.replayDelivery(deps.webhooks, actor, id, event);
      return;
    case 'disable':
      await webhooks.disableEndpoint(deps.webhooks, actor, id);
      return;
    case 'enable':
      await webhooks.enableEndpoint(deps.webhooks, actor, id);
      return;
    case 'reveal':
    case 'replay-all':
      throw new Error(`${action} has a page of its own`);
  }
}

async function replayAll(deps: DeskDeps, visit: Visit, viewer: Viewer, id: string, since: string) {
  const words = deskIn(visit.language).webhooks;
  const date = since.trim();
  if (!isDate(date) || !date.startsWith('2')) {
    const problems = new Map([['since', words.sinceWrong]]);
    return one(deps, visit, viewer, id, { since, problems }, 422);
  }
  const from = startOfDate(deps.settings.zone, date);
  const { count, more } = await webhooks.replayFailed(deps.webhooks, viewer.actor, id, from);
  const counted = { done: 'replay-all', count: String(count), ...(more ? { more: '1' } : {}) };
  return seeOther(visit, webhookPath(visit, id, counted));
}

/** What the address says was done a moment ago. */
function toldIn({ query, language }: Visit): { readonly told?: Told } {
  const words = deskIn(language).webhooks;
  const done = query.get('done') ?? '';
  if (done === 'replay-all') {
    const count = Number(query.get('count'));
    const title = count > 0 ? words.replayed(count) : words.replayedNone;
    return { told: { good: true, title, ...(query.get('more') === '1' && { text: words.replayedMore }) } };
  }
  if (!Object.hasOwn(words.done, done)) return {};
  const [title, text] = words.done[done as keyof typeof words.done];
  return { told: { good: true, title, text } };
}

/** What is said at the fields, in the order in which they stand. */
function problemsOf(error: Refusal, typed: TypedWebhook, { language }: Visit): FieldProblems {
  const words = deskIn(language).webhooks;
  const { fields } = language;
  const wrong = (error.facts['errors'] as readonly FieldError[]).map(({ field }) => field.split('.')[0]);
  const why = error.facts['why'] as keyof typeof words.wrong.url | undefined;
  const lineWords = (text: string, label: string, most: number): string => {
    if (text.trim() === '') return fields.missing(label);
    return text.trim().length > most ? fields.tooLong(label, most) : fields.malformed(label);
  };
  const sayings = [
    ['description', lineWords(typed.description, words.description, webhookLimits.description)],
    ['url', why === undefined ? lineWords(typed.url, words.url, webhookLimits.url) : words.wrong.url[why]],
    ['types', words.wrong.types],
  ] as const;
  return new Map(sayings.filter(([field]) => wrong.includes(field)));
}

async function all(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  shown: Partial<WebhooksView> = {},
  status = 200,
) {
  const [insider, endpoints] = await Promise.all([
    insiderOf(deps, viewer),
    webhooks.listEndpoints(deps.webhooks, viewer.actor),
  ]);
  const blank = { typed: blankWebhook, problems: new Map() };
  const view = { ...insider, csrf: viewer.csrf, webhooks: endpoints, ...blank, ...shown };
  return pageResult(visit, webhooksPage(visit, view, status));
}

async function one(
  deps: DeskDeps,
  visit: Visit,
  viewer: Viewer,
  id: string,
  shown: Partial<WebhookView>,
  status = 200,
) {
  const cursor = visit.query.get('cursor') ?? undefined;
  const page = { limit: USUAL_PAGE, ...(cursor === undefined ? {} : { cursor }) };
  const webhook = await webhooks.endpointNamed(deps.webhooks, viewer.actor, id);
  const [insider, { items, next }, names] = await Promise.all([
    insiderOf(deps, viewer),
    webhooks.deliveriesTo(deps.webhooks, viewer.actor, id, page),
    staffNames(deps, [webhook.createdBy, webhook.disabled?.by ?? webhook.createdBy]),
  ]);
  const now = deps.now();
  const view: WebhookView = {
    ...{ ...insider, csrf: viewer.csrf, webhook, now, deliveries: items, first: cursor === undefined, names },
    ...(next === undefined ? {} : { next }),
    ...{ since: dateAt(deps.settings.zone, now), problems: new Map() },
    ...shown,
  };
  return pageResult(visit, webhookPage(visit, view, status));
}
