import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { DirectoryDeps } from '../../lib/app/directory-deps.ts';
import type { FeedDeps } from '../../lib/app/feed-deps.ts';
import type { HoursDeps } from '../../lib/app/hours-deps.ts';
import type { StandingDeps } from '../../lib/app/standing-deps.ts';
import type { WebhookDeps } from '../../lib/app/webhook-deps.ts';
import type { OfStaff } from '../../lib/domain/booking/commands.ts';
import { nameOf } from '../../lib/domain/people/actor.ts';
import type { Answer } from '../../lib/http/answer.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer, ViewerDeps } from '../requests/viewer.ts';

/** What every answer of the desk can be made of. */
export type DeskDeps = HoursDeps &
  DirectoryDeps &
  FeedDeps &
  ViewerDeps & { readonly standing: StandingDeps; readonly webhooks: WebhookDeps };

/** Answers one route to one of our staff, who was let in by `requireViewer`. Throws Refusals. */
export type DeskHandler = (
  deps: DeskDeps,
  event: APIGatewayProxyEventV2,
  viewer: Viewer,
) => Promise<Answer> | Answer;

/**
 * The same with a page. The cookies that renew the session are added to the answer, and it is compressed unless its
 * page `holdsSecret`. Throws Refusals.
 */
export type DeskPageHandler = (
  deps: DeskDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
  viewer: Viewer,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;

/** Answers a route that nobody signs in for: its address is the key. Throws Refusals. */
export type DeskOpenHandler = (
  deps: DeskDeps,
  event: APIGatewayProxyEventV2,
  visit: Visit,
) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2;

/** How much of a list is told where nothing else is asked for. */
export const USUAL_PAGE = 20;

/** Who asks, and the revision of the booking that they saw, as commands take it. */
export function asked({ actor }: Viewer, revision: number | undefined): OfStaff {
  return { staffId: nameOf(actor), ...(revision === undefined ? {} : { seen: revision }) };
}
