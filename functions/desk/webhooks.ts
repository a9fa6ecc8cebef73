import * as webhooks from '../../lib/app/desk/webhooks.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { noBody, noQuery } from '../../lib/http/schemas.ts';
import { deliveryJson, webhookJson } from '../../lib/http/webhook-json.ts';
import { deliveriesQuery, replayBody, secretBody, webhookBody } from '../../lib/http/webhook-schemas.ts';
import { type DeskHandler, USUAL_PAGE } from './handler.ts';

/** More characters than any has. */
const LONGEST_EVENT_ID = 200;

export const listWebhooks: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  const endpoints = await webhooks.listEndpoints(deps.webhooks, actor);
  return { status: 200, body: { webhooks: endpoints.map(webhookJson) } };
};

export const addWebhook: DeskHandler = async (deps, event, { actor }) => {
  const { id } = await webhooks.addEndpoint(deps.webhooks, actor, readBody(event, webhookBody));
  return { status: 201, body: await withSecret(deps, actor, id) };
};

export const getWebhook: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  const endpoint = await webhooks.endpointNamed(deps.webhooks, actor, webhookIdIn(event));
  return { status: 200, body: webhookJson(endpoint) };
};

export const listDeliveries: DeskHandler = async (deps, event, { actor }) => {
  const { limit = USUAL_PAGE, cursor } = readQuery(event, deliveriesQuery);
  const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
  const { items, next } = await webhooks.deliveriesTo(deps.webhooks, actor, webhookIdIn(event), page);
  return { status: 200, body: { deliveries: items.map(deliveryJson), ...(next !== undefined && { next }) } };
};

export const disableWebhook: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const endpoint = await webhooks.disableEndpoint(deps.webhooks, actor, webhookIdIn(event));
  return { status: 200, body: webhookJson(endpoint) };
};

export const enableWebhook: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const endpoint = await webhooks.enableEndpoint(deps.webhooks, actor, webhookIdIn(event));
  return { status: 200, body: webhookJson(endpoint) };
};

export const replaceWebhookSecret: DeskHandler = async (deps, event, { actor }) => {
  const { revision } = readBody(event, secretBody);
  const { id } = await webhooks.replaceSecret(deps.webhooks, actor, webhookIdIn(event), revision);
  return { status: 200, body: await withSecret(deps, actor, id) };
};

export const testWebhook: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const delivery = await webhooks.sendTest(deps.webhooks, actor, webhookIdIn(event));
  return { status: 200, body: deliveryJson(delivery) };
};

export const replayDelivery: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const delivery = await webhooks.replayDelivery(deps.webhooks, actor, webhookIdIn(event), eventIdIn(event));
  return { status: 200, body: deliveryJson(delivery) };
};

export const replayFailed: DeskHandler = async (deps, event, { actor }) => {
  const { since } = readBody(event, replayBody);
  const replayed = await webhooks.replayFailed(deps.webhooks, actor, webhookIdIn(event), since);
  return { status: 200, body: replayed };
};

/** The webhook that the path names. Throws `not-found` for what can't be an id: as a key it could be too long. */
export function webhookIdIn({ pathParameters }: Parameters<DeskHandler>[1]): string {
  const id = pathParameters?.['webhookId'] ?? '';
  if (!/^whk_[0-9a-z]{20}$/u.test(id)) throw new Refusal('not-found', 'There is no such webhook.');
  return id;
}

/** The event of a delivery that the path names. Throws `not-found` for what can't be an id. */
function eventIdIn({ pathParameters }: Parameters<DeskHandler>[1]): string {
  const id = pathParameters?.['eventId'] ?? '';
  if (id === '' || id.length > LONGEST_EVENT_ID) throw new Refusal('not-found', 'There is no such delivery.');
  return id;
}

/** Whoever asked for a new secret is told it: nobody could have seen it before. */
async function withSecret(
  deps: Parameters<DeskHandler>[0],
  actor: Parameters<DeskHandler>[2]['actor'],
  id: string,
) {
  const secret = await webhooks.showSecret(deps.webhooks, actor, id);
  const endpoint = await webhooks.endpointNamed(deps.webhooks, actor, id);
  return { webhook: webhookJson(endpoint), secret: secret ?? '' };
}
