import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { TableClient } from '../../lib/adapters/document-client.ts';

/** Asks that every call be counted from now on, and gives the list that the counts go to, one a table and call. */
export function measure({ client }: TableClient): ConsumedCapacity[] {
  const consumed: ConsumedCapacity[] = [];
  client.middlewareStack.add(
    (next) => async (call) => {
      Object.assign(call.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(call);
      const { ConsumedCapacity: counted } = answer.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
      };
      if (counted !== undefined) consumed.push(...[counted].flat());
      return answer;
    },
    { step: 'initialize' },
  );
  return consumed;
}
