import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import type { Answer } from '../../lib/http/answer.ts';

/** Answers one route: reads the request, makes one call into the application, tells the result. Throws Refusals. */
export type Handler<Given = Deps & LinkDeps> = (
  deps: Given,
  event: APIGatewayProxyEventV2,
) => Promise<Answer> | Answer;

/** When the request was made (ms): deadlines are held against this, not against when we get to it. */
export function stampOf(event: APIGatewayProxyEventV2): number {
  return event.requestContext.timeEpoch;
}
