import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

export interface EventStreamProps {
  readonly stage: Stage;
  readonly table: Table;
  readonly reader: ShowupFunction;
}

/** Carries every event row that a transaction wrote to the function that reacts to it. */
export class EventStream extends Construct {
  constructor(scope: Construct, id: string, { stage, table, reader }: EventStreamProps) {
    super(scope, id);
    const streamArn = table.tableStreamArn;
    if (!streamArn) throw new Error(`${table.node.path}: the table has no stream`);
    // Written out, because the library's own grant lists the streams of every table.
    reader.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [streamArn],
    );
    reader.allowAll(
      ['dynamodb:ListStreams'],
      `${table.tableArn}/stream/*`,
      'Lambda lists the streams of the table to find the one to read. It is the one table of the stack.',
    );
    const failures = new FailureQueue(this, 'Failures', { stage, name: 'events-failed' });
    new EventSourceMapping(this, 'Source', {
      target: reader,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      parallelizationFactor: 4,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { kind: { S: FilterRule.isEqual('event') } } },
        }),
      ],
      // A record that can't be done holds back those after it: an hour at most. The stream keeps it for
      // 24 hours, so there are 23 left to mend the cause and to replay what the queue points at.
      retryAttempts: 8,
      maxRecordAge: Duration.hours(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: failures.destination,
    });
  }
}
