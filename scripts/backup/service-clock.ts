import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The instant (ms) by the clock of the service that holds the table, to the second: whose tool runs may be wrong. */
export async function serviceNow(client: DynamoDBClient, TableName: string): Promise<number> {
  const command = new DescribeTableCommand({ TableName });
  let date: string | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { headers: Record<string, string> };
      date = headers['date'];
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'serviceDate' },
  );
  await client.send(command);
  const instant = Date.parse(date ?? '');
  if (Number.isNaN(instant)) throw new Error('the service did not say what time it is');
  return instant;
}
