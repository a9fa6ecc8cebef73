import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { DeskDeps } from '../../lib/app/desk/search-bookings.ts';
import type { StandingDeps } from '../../lib/app/standing-deps.ts';
import type { OfStaff } from '../../lib/domain/booking/commands.ts';
import { nameOf } from '../../lib/domain/people/actor.ts';
import type { Answer } from '../../lib/http/answer.ts';
import type { Viewer, ViewerDeps } from '../requests/viewer.ts';

/** Answers one route to one of our staff, who was let in by `requireViewer`. Throws Refusals. */
export type DeskHandler = (
  deps: DeskDeps & ViewerDeps & { readonly standing: StandingDeps },
  event: APIGatewayProxyEventV2,
  viewer: Viewer,
) => Promise<Answer> | Answer;

/** How much of a list is told where nothing else is asked for. */
export const USUAL_PAGE = 20;

/** Who asks, and the revision of the booking that they saw, as commands take it. */
export function asked({ actor }: Viewer, revision: number | undefined): OfStaff {
  return { staffId: nameOf(actor), ...(revision === undefined ? {} : { seen: revision }) };
}
