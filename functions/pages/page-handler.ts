import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import type { Visit } from '../../lib/pages/visit.ts';

/** Answers one route of the pages: reads the request, makes its calls into the application, shows the result. Throws Refusals. */
export type PageHandler = (
  deps: Deps & LinkDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;
