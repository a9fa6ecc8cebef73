import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import type { Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import { SessionActions } from './session-actions.tsx';
import { SessionHead } from './session-head.tsx';
import { SessionHistory } from './session-history.tsx';
import { SessionMore } from './session-more.tsx';
import { NoticeCard } from './session-notice-card.tsx';
import type { SessionView } from './session-view.ts';

/**
 * A session as our staff see it: how it stands, what can be done to it now, and what happened. What it says stands beside
 * the board as well, so ids begin with `session-`, and forms name the page that they go to.
 */
export function sessionPage(visit: Visit, view: SessionView, status = 200): Page {
  const { frame } = visit.language;
  const { session: deskSession } = deskIn(visit.language);
  const title = deskSession.title(line(view.booking.attendee.name));
  return deskPage(visit, view.insider, undefined, {
    status,
    title: view.problems.size === 0 ? title : frame.titleWithError(title),
    scripts: ['countdown.js'],
    body: (
      <div class="session">
        <h1>{title}</h1>
        {view.notice === undefined ? null : <NoticeCard visit={visit} notice={view.notice} />}
        <div class="session-now">
          <SessionHead visit={visit} view={view} />
          <SessionActions visit={visit} view={view} />
          <SessionMore visit={visit} view={view} />
        </div>
        <SessionHistory visit={visit} view={view} />
      </div>
    ),
  });
}
