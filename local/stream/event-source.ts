import type { Stack } from '../template/stack.ts';
import { type Properties, type Resolved, TemplateError } from '../template/template.ts';
import { compilePattern, type Match } from './filter.ts';

/** How a function is fed from a table's stream. */
export interface EventSource {
  readonly logicalId: string;
  readonly functionArn: string;
  readonly streamArn: string;
  readonly startingPosition: 'LATEST' | 'TRIM_HORIZON';
  readonly batchSize: number;
  /** How many batches of a shard may be under way; the records of one item stay in order. */
  readonly lanes: number;
  readonly matches: Match;
  readonly reportsItemFailures: boolean;
  readonly bisects: boolean;
  /** Infinity if the template sets no bound. */
  readonly maximumRetries: number;
  readonly maximumAgeMs: number;
  /** ARN of the queue that gets what failed for good. */
  readonly failureQueue: string | undefined;
}

/** The batching window is accepted and not waited for: a local stream delivers at once. */
const known = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'EventSourceArn',
  'FilterCriteria',
  'FunctionName',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'StartingPosition',
  'Tags',
] as const;

/** The stream sources of a template. Throws a TemplateError naming what the local cloud can't run. */
export function eventSourcesOf(stack: Stack): readonly EventSource[] {
  return stack
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.flag('Enabled', true))
    .map((resource) => eventSourceOf(resource, stack));
}

function eventSourceOf({ logicalId, properties }: Resolved, stack: Stack): EventSource {
  properties.only(...known);
  const streamArn = properties.text('EventSourceArn');
  if (!/^arn:[^:]+:dynamodb:.*\/stream\//.test(streamArn)) {
    throw new TemplateError(
      `${logicalId}.EventSourceArn: the local cloud reads table streams only, not ${streamArn}`,
    );
  }
  return {
    logicalId,
    functionArn: stack.find(properties.text('FunctionName')).arn ?? '',
    streamArn,
    startingPosition: startingPosition(properties),
    batchSize: properties.number('BatchSize', 100),
    lanes: properties.number('ParallelizationFactor', 1),
    matches: filterOf(properties),
    reportsItemFailures: properties.texts('FunctionResponseTypes').includes('ReportBatchItemFailures'),
    bisects: properties.flag('BisectBatchOnFunctionError', false),
    maximumRetries: bound(properties.number('MaximumRetryAttempts', -1)),
    maximumAgeMs: bound(properties.number('MaximumRecordAgeInSeconds', -1)) * 1000,
    failureQueue: properties
      .object('DestinationConfig')
      .only('OnFailure')
      .object('OnFailure')
      .optionalText('Destination'),
  };
}

const bound = (value: number): number => (value === -1 ? Number.POSITIVE_INFINITY : value);

function startingPosition(properties: Properties): EventSource['startingPosition'] {
  const position = properties.text('StartingPosition');
  if (position === 'LATEST' || position === 'TRIM_HORIZON') return position;
  throw new TemplateError(
    `${properties.where}.StartingPosition: ${position} is not known to the local cloud`,
  );
}

function filterOf(properties: Properties): Match {
  const filters = properties.object('FilterCriteria').objects('Filters');
  if (filters.length === 0) return () => true;
  const matches = filters.map((filter) => compilePattern(JSON.parse(filter.text('Pattern'))));
  return (record) => matches.some((match) => match(record));
}
