import type { DeliverDeps } from '../app/webhook-deps.ts';
import { required } from './deps.ts';
import { tableClient } from './document-client.ts';
import { lateCall } from './late-port.ts';
import { measuredPoster } from './measured.ts';
import { dynamoPeople } from './people.ts';
import { dynamoStandings } from './standings.ts';
import { dynamoTable } from './table.ts';
import { dynamoWebhooks } from './webhooks.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the function that delivers needs, but for how posts are signed. Throws where the environment lacks a name. */
export function makeDeliverDeps(environment: Environment): Omit<DeliverDeps, 'sign'> {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  const schedule = {
    group: required(environment, 'SCHEDULE_GROUP'),
    functionArn: required(environment, 'TIMER_TARGET_ARN'),
    roleArn: required(environment, 'TIMER_ROLE_ARN'),
    failureQueueArn: required(environment, 'TIMER_FAILURE_QUEUE_ARN'),
  };
  return {
    now: () => Date.now(),
    webhooks: dynamoWebhooks(table),
    table: dynamoTable(table),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    post: measuredPoster(lateCall(() => posterOf(environment))),
    tryAt: lateCall(async () => (await import('./delivery-schedules.ts')).deliverySchedules(schedule)),
  };
}

async function posterOf(environment: Environment): Promise<DeliverDeps['post']> {
  const [{ httpPoster }, { reachOf }] = await Promise.all([
    import('./poster.ts'),
    import('./public-address.ts'),
  ]);
  return httpPoster({ reach: reachOf(environment) });
}
