import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../domain/refusal.ts';
import { log } from '../telemetry/log.ts';
import { measure } from '../telemetry/metrics.ts';
import { problemResult } from './answer.ts';
import { internalProblem, problemOf } from './problems.ts';

/** Turns what a handler throws into a problem answer. Failures of ours are logged, and not told. */
export function problemAnswers(
  siteUrl: string,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      request.response = problemAnswer(request.event, request.error, siteUrl);
    },
  };
}

/** What was thrown, as a problem answer. */
export function problemAnswer(
  event: APIGatewayProxyEventV2,
  error: unknown,
  siteUrl: string,
): APIGatewayProxyStructuredResultV2 {
  const { requestId } = event.requestContext;
  if (error instanceof Refusal) {
    logRefusal(event, error);
    return problemResult(problemOf(error, { siteUrl, requestId }));
  }
  logFailure(event, error);
  return problemResult(internalProblem({ siteUrl, requestId }));
}

/** Logs a failure of ours by which request it was, and nothing of what that said. */
export function logFailure({ routeKey, requestContext }: APIGatewayProxyEventV2, error: unknown): void {
  log.error('request failed', { routeKey, requestId: requestContext.requestId, error });
}

/** Logs that the rules said no, by their code. The two that tell of trouble where they are many are counted. */
export function logRefusal({ routeKey }: APIGatewayProxyEventV2, { code }: Refusal): void {
  if (code === 'busy') measure('RefusedBusy');
  if (code === 'slot-unavailable') measure('RefusedSlotUnavailable');
  log.info('refused', { routeKey, code });
}
