import { feedOf } from '../../lib/app/feed.ts';
import { alwaysSent } from '../../lib/pages/always-sent.ts';
import type { DeskOpenHandler } from './handler.ts';

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
