import type { ComponentChildren } from 'preact';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import { NoticeCard } from './session-notice-card.tsx';
import { ApprovalItem, ContestItem } from './waiting-booking.tsx';
import { ReviewItem } from './waiting-company.tsx';
import type { WaitingList, WaitingView } from './waiting-view.ts';

/** What waits for a decision of our staff, by sort, each with what there is to know and the buttons that decide. */
export function waitingPage(visit: Visit, view: WaitingView, status = 200): Page {
  const { language } = visit;
  const { frame } = language;
  const { waiting: deskWaiting } = deskIn(language);
  const { approvals, contests, reviews, problems, notice } = view;
  const isWhole = approvals !== undefined && contests !== undefined && reviews !== undefined;
  return deskPage(visit, view.insider, 'waiting', {
    status,
    title: problems.size === 0 ? deskWaiting.title : frame.titleWithError(deskWaiting.title),
    body: (
      <>
        <h1>{deskWaiting.title}</h1>
        {notice === undefined ? null : <NoticeCard visit={visit} notice={notice} />}
        <ProblemSummary problems={problems} language={language} />
        <p class="hint">{deskWaiting.intro}</p>
        {isWhole ? null : (
          <p class="back">
            <a href={hrefOf(visit, '/desk/waiting')}>{deskWaiting.all}</a>
          </p>
        )}
        <List visit={visit} queue="approvals" list={approvals}>
          {approvals?.items.map((item) => (
            <ApprovalItem visit={visit} view={view} item={item} />
          ))}
        </List>
        <List visit={visit} queue="contests" list={contests}>
          {contests?.items.map((item) => (
            <ContestItem visit={visit} view={view} item={item} />
          ))}
        </List>
        <List visit={visit} queue="reviews" list={reviews}>
          {reviews?.items.map((item) => (
            <ReviewItem visit={visit} view={view} item={item} />
          ))}
        </List>
      </>
    ),
  });
}

interface ListProps {
  readonly visit: Visit;
  readonly queue: 'approvals' | 'contests' | 'reviews';
  readonly list: WaitingList<unknown> | undefined;
  readonly children: ComponentChildren;
}

function List({ visit, queue, list, children }: ListProps) {
  const { waiting: deskWaiting } = deskIn(visit.language);
  if (list === undefined) return null;
  return (
    <section class="queue" aria-labelledby={queue}>
      <h2 id={queue}>{deskWaiting.queues[queue]}</h2>
      {list.items.length === 0 ? (
        <p>{deskWaiting.none[queue]}</p>
      ) : (
        <div class="desk-columns">{children}</div>
      )}
      {list.next === undefined ? null : (
        <p>
          <a class="button" href={hrefOf(visit, '/desk/waiting', { queue, cursor: list.next })}>
            {deskWaiting.more[queue]}
          </a>
        </p>
      )}
    </section>
  );
}
