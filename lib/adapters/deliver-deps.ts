import type { DeliverDeps } from '../app/webhook-deps.ts';
import { type Environment, required } from './deps.ts';
import { tableClient } from './document-client.ts';
import { lateCall } from './late-port.ts';
import { measuredPoster } from './measured.ts';
import { dynamoPeople } from './people.ts';
import { dynamoStandings } from './standings.ts';
import { dynamoTable } from './table.ts';
import { timerTargetIn } from './timer-target.ts';
import { dynamoWebhooks } from './webhooks.ts';

/** What the function that delivers needs, but for how posts are signed. Throws where the environment lacks a name. */
export function makeDeliverDeps(environment: Environment): Omit<DeliverDeps, 'sign'> {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  const target = timerTargetIn(environment);
  return {
    now: () => Date.now(),
    webhooks: dynamoWebhooks(table),
    table: dynamoTable(table),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    post: measuredPoster(lateCall(() => posterOf(environment))),
    tryAt: lateCall(async () => (await import('./delivery-schedules.ts')).deliverySchedules(target)),
  };
}

async function posterOf(environment: Environment): Promise<DeliverDeps['post']> {
  const [{ httpPoster }, { reachOf }] = await Promise.all([
    import('./poster.ts'),
    import('./public-address.ts'),
  ]);
  return httpPoster({ reach: reachOf(environment) });
}
