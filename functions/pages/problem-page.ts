import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../../lib/domain/refusal.ts';
import { logFailure, logRefusal } from '../../lib/http/problem-answers.ts';
import { pageResult } from '../../lib/pages/page.tsx';
import { failurePage, refusalPage, type Way } from '../../lib/pages/problem-page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';

/** What a handler throws, as a page, with the way on from there. Failures of ours are logged, and not told. */
export function problemPage(
  event: APIGatewayProxyEventV2,
  visit: Visit,
  error: unknown,
  way?: Way,
): APIGatewayProxyStructuredResultV2 {
  if (error instanceof Refusal) {
    logRefusal(event, error);
    return pageResult(visit, refusalPage(visit, error, way));
  }
  logFailure(event, error);
  return pageResult(visit, failurePage(visit, event.requestContext.requestId, way));
}
