import { isOver, isPending } from '../../domain/booking/booking.ts';
import { joinStateOf } from '../join/join-state.ts';
import type { Page } from '../page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { MailNotice } from '../session/mail-notice.tsx';
import { PhoneCard } from '../session/phone-card.tsx';
import { PreparationCard } from '../session/preparation-card.tsx';
import type { Visit } from '../visit.ts';
import { CancelCard } from './cancel-card.tsx';
import { ContestCard } from './contest-card.tsx';
import { DeadlineCard } from './deadline-card.tsx';
import { MoveCard } from './move-card.tsx';
import { StandingCard, titleOf } from './standing-card.tsx';
import type { ManageView } from './view.ts';
import { WaitingCard } from './waiting-card.tsx';

/** The page of a booking, for the holder of its link: how it stands, the way in, and how to change it. */
export function managePage(visit: Visit, view: ManageView, status = 200): Page {
  const { language } = visit;
  const { booking } = view;
  const title = titleOf(view, language);
  return {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    holdsToken: true,
    scripts: ['countdown.js'],
    body: (
      <>
        <h1>{title}</h1>
        <Noticed view={view} />
        <MailNotice
          lost={booking.erasedAt === undefined ? booking.mailLost?.reason : undefined}
          mail={booking.attendee.email}
          support={visit.settings.brand.supportMail}
          language={language}
        />
        <ProblemSummary problems={view.problems} language={language} />
        <StandingCard visit={visit} view={view} />
        <ContestCard visit={visit} view={view} />
        <Ahead visit={visit} view={view} />
      </>
    ),
  };
}

/** That a press changed nothing, and why: told before anything else. */
function Noticed({ view: { notice } }: { readonly view: ManageView }) {
  if (notice === undefined) return null;
  return (
    <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
      <h2>{notice.title}</h2>
      <p>{notice.text}</p>
    </div>
  );
}

/** What there is to do about a session that isn't over. */
function Ahead({ visit, view }: { readonly visit: Visit; readonly view: ManageView }) {
  const { booking, facts, picker } = view;
  if (isOver(booking)) return null;
  const waits = isPending(booking);
  return (
    <>
      {waits ? <WaitingCard visit={visit} view={view} /> : null}
      {!waits && isAwaited(view, visit) ? <DeadlineCard visit={visit} view={view} /> : null}
      {picker === undefined ? null : (
        <>
          <MoveCard visit={visit} view={view} picker={picker} />
          <CancelCard visit={visit} view={view} />
        </>
      )}
      {waits ? null : (
        <>
          <PhoneCard facts={facts} language={visit.language} />
          <PreparationCard facts={facts} language={visit.language} />
        </>
      )}
    </>
  );
}

/** Nobody has joined yet, or said that they will, and they still could: who can't come may want to say so. */
function isAwaited({ booking, now }: ManageView, { settings }: Visit): boolean {
  const state = joinStateOf(booking, now, settings.policy);
  return state.kind === 'early' || (state.kind === 'open' && state.because === 'nobody-yet');
}
