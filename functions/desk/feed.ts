import { feedAddress, feedOf, replaceFeed } from '../../lib/app/feed.ts';
import { feedBody } from '../../lib/http/desk-hours-schemas.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { alwaysSent } from '../../lib/pages/always-sent.ts';
import type { DeskHandler, DeskOpenHandler } from './handler.ts';
import { consultantIdIn } from './hours.ts';

/** A consultant's sessions, for calendars that subscribe to them: nobody signs in, the address is the key. */
export const getFeed: DeskOpenHandler = async (deps, event) => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    ...alwaysSent,
  },
  body: await feedOf(deps, event.pathParameters?.['token'] ?? ''),
});

export const getFeedAddress: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  return { status: 200, body: await feedAddress(deps, actor, consultantIdIn(event)) };
};

export const replaceFeedAddress: DeskHandler = async (deps, event, { actor }) => {
  const { seen } = readBody(event, feedBody);
  return { status: 200, body: await replaceFeed(deps, actor, consultantIdIn(event), seen) };
};
