import type { Queues } from '../queues.ts';
import type { Usage } from './usage.ts';

/** The same queues, with what is put into them metered. */
export function meterQueues(queues: Queues, usage: Usage): Queues {
  return {
    ...queues,
    send(arn, body, attributes) {
      const message = queues.send(arn, body, attributes);
      usage.add('queues.sent', message.queue);
      return message;
    },
  };
}
