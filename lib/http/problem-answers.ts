import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../domain/refusal.ts';
import { problemResult } from './answer.ts';
import { internalProblem, problemOf } from './problems.ts';

/** Turns what a handler throws into a problem answer. Failures of ours are logged, and not told. */
export function problemAnswers(
  siteUrl: string,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { requestId } = request.event.requestContext;
      const { error } = request;
      if (error instanceof Refusal) {
        request.response = problemResult(problemOf(error, { siteUrl, requestId }));
        return;
      }
      console.error({ message: 'request failed', routeKey: request.event.routeKey, requestId, error });
      request.response = problemResult(internalProblem({ siteUrl, requestId }));
    },
  };
}
