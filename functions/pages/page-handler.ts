import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Visit } from '../../lib/pages/visit.ts';
import type { ViewerDeps } from '../requests/viewer.ts';

/** Answers one route of the pages: reads the request, makes its calls into the application, shows the result. Throws Refusals. */
export type PageHandler = (
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;
