import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookDeps } from '../app/webhook-deps.ts';
import type { TableClient } from './document-client.ts';
import { endpointIdOf, newTestId, newWebhookSecret } from './webhook-ids.ts';
import { dynamoWebhooks } from './webhooks.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What our staff's commands on webhooks need. */
export function webhookDepsWith(table: TableClient, environment: Environment): WebhookDeps {
  return {
    now: () => Date.now(),
    pause: (attempt) => wait(Math.random() * 25 * 2 ** attempt),
    webhooks: dynamoWebhooks(table),
    endpointIdOf,
    newSecret: newWebhookSecret,
    newTestId: () => newTestId(Date.now()),
    whyNotPost: async (url) => {
      const { reachOf, whyNotPost } = await import('./public-address.ts');
      return whyNotPost(url, reachOf(environment));
    },
  };
}
