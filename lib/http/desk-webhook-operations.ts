import { asking, changing } from './desk-refusals.ts';
import type { Operation } from './operation.ts';
import { noBody, noQuery } from './schemas.ts';
import * as schemas from './webhook-schemas.ts';

const changingOne = [...changing, 'not-found'] as const;

/** What there is to say of our staff's calls about webhooks of other systems. */
export const deskWebhookOperations = {
  listWebhooks: {
    summary: 'For staff: where other systems are posted what happens',
    query: noQuery,
    success: { status: 200, schema: schemas.webhooksAnswer },
    refusals: asking,
  },
  addWebhook: {
    summary: 'For staff: post events of some types to an address; the answer alone tells the secret',
    body: { schema: schemas.webhookBody, required: true },
    success: { status: 201, schema: schemas.newSecretAnswer },
    refusals: changing,
  },
  getWebhook: {
    summary: 'For staff: one webhook',
    query: noQuery,
    success: { status: 200, schema: schemas.webhookAnswer },
    refusals: [...asking, 'not-found'],
  },
  listDeliveries: {
    summary: 'For staff: what was posted to a webhook in 30 days, the latest first, with the answers',
    query: schemas.deliveriesQuery,
    success: { status: 200, schema: schemas.deliveriesAnswer },
    refusals: [...asking, 'not-found'],
  },
  disableWebhook: {
    summary: 'For staff: post nothing more to a webhook; again changes nothing',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: schemas.webhookAnswer },
    refusals: changingOne,
  },
  enableWebhook: {
    summary: 'For staff: post to a webhook what happens from now on; again changes nothing',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: schemas.webhookAnswer },
    refusals: changingOne,
  },
  replaceWebhookSecret: {
    summary: 'For staff: another secret; the one before signs beside it for 24 hours',
    body: { schema: schemas.secretBody, required: false },
    success: { status: 200, schema: schemas.newSecretAnswer },
    refusals: [...changingOne, 'changed-meanwhile'],
  },
  testWebhook: {
    summary: 'For staff: post an event of type webhook.test, also to a webhook that is disabled',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: schemas.deliveryAnswer },
    refusals: changingOne,
  },
  replayDelivery: {
    summary: 'For staff: post one event once more, whatever became of it',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: schemas.deliveryAnswer },
    refusals: changingOne,
  },
  replayFailed: {
    summary: 'For staff: post once more what failed for good since an instant; at most 200 at once',
    body: { schema: schemas.replayBody, required: true },
    success: { status: 200, schema: schemas.replayedAnswer },
    refusals: changingOne,
  },
} as const satisfies Readonly<Record<string, Operation>>;
