import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * What an operator's redrive invokes the function with. No request can look like it: the API makes the events of
 * requests, and puts nothing of theirs beside its own fields.
 */
export interface Redriven {
  /** The post as SNS made it. */
  readonly redriven: string;
}

/** Failure queues keep a message for 14 days, and SNS tries for an hour before it leaves one there (ms). */
export const redrivenFor = (14 * 24 + 2) * 3_600_000;

export const isRedriven = (event: APIGatewayProxyEventV2 | Redriven): event is Redriven =>
  'redriven' in event && typeof event.redriven === 'string';
