import type { QueueInput } from './queues.ts';
import type { Stack } from './template/stack.ts';
import { TemplateError } from './template/template.ts';

/** The queues of a template. Throws a TemplateError naming what the local cloud can't run. */
export function queuesOf(stack: Stack): readonly QueueInput[] {
  return stack.ofType('AWS::SQS::Queue').map(({ logicalId, arn = '', properties }) => {
    properties.only(
      'KmsMasterKeyId',
      'MessageRetentionPeriod',
      'QueueName',
      'SqsManagedSseEnabled',
      'Tags',
      'VisibilityTimeout',
    );
    if (arn.endsWith('.fifo')) {
      throw new TemplateError(
        `${logicalId}: the local cloud runs standard queues only, not first-in-first-out`,
      );
    }
    return {
      arn,
      retentionSeconds: properties.number('MessageRetentionPeriod', 4 * 24 * 3600),
      visibilitySeconds: properties.number('VisibilityTimeout', 30),
    };
  });
}
