import type { DeliverDeps } from '../app/webhook-deps.ts';
import { deliverySchedules } from './delivery-schedules.ts';
import { required } from './deps.ts';
import { tableClient } from './document-client.ts';
import { measuredPoster } from './measured.ts';
import { dynamoPeople } from './people.ts';
import { httpPoster } from './poster.ts';
import { reachOf } from './public-address.ts';
import { dynamoStandings } from './standings.ts';
import { dynamoTable } from './table.ts';
import { dynamoWebhooks } from './webhooks.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the function that delivers needs, but for how posts are signed. Throws where the environment lacks a name. */
export function makeDeliverDeps(environment: Environment): Omit<DeliverDeps, 'sign'> {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  return {
    now: () => Date.now(),
    webhooks: dynamoWebhooks(table),
    table: dynamoTable(table),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    post: measuredPoster(httpPoster({ reach: reachOf(environment) })),
    tryAt: deliverySchedules({
      group: required(environment, 'SCHEDULE_GROUP'),
      functionArn: required(environment, 'TIMER_TARGET_ARN'),
      roleArn: required(environment, 'TIMER_ROLE_ARN'),
      failureQueueArn: required(environment, 'TIMER_FAILURE_QUEUE_ARN'),
    }),
  };
}
