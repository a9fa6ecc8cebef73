import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { StandingDeps } from '../../lib/app/standing-deps.ts';
import type { Answer } from '../../lib/http/answer.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer, ViewerDeps } from '../requests/viewer.ts';

/** Answers a route that anybody may ask for with a page. Throws Refusals. */
export type OpenHandler = (
  deps: ViewerDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;

/** What the portal needs beside what every page does that knows who asks. */
export type PortalDeps = ViewerDeps & { readonly standing: StandingDeps };

/**
 * Answers a route that needs something with a page. Whoever asks was let in by `requireViewer` with what the route
 * needs, CSRF token and all, and the cookies that renew the session are added to the answer. Throws Refusals.
 */
export type PortalHandler = (
  deps: PortalDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  viewer: Viewer,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;

/** The same for programs. */
export type PortalApiHandler = (
  deps: PortalDeps,
  event: APIGatewayProxyEventV2,
  viewer: Viewer,
) => Promise<Answer> | Answer;
