import type { Booking } from '../../domain/booking/booking.ts';
import type { BookingFacts } from '../../messages/facts.ts';
import { moment, shortClock } from '../../messages/time.ts';
import type { Page } from '../page.tsx';
import { Countdown } from '../session/countdown.tsx';
import { type OutcomeWords, outcomeWords } from '../session/outcome-words.ts';
import { PhoneCard } from '../session/phone-card.tsx';
import { PreparationCard } from '../session/preparation-card.tsx';
import { SessionFacts } from '../session/session-facts.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { type JoinState, joinStateOf } from './join-state.ts';
import { runningWords } from './running-words.ts';

export interface JoinView {
  readonly booking: Booking;
  readonly facts: BookingFacts;
  readonly token: string;
  /** Whether the token also manages the booking: only then does the page lead there. */
  readonly manages: boolean;
  readonly now: number;
}

/** The page that leads to the meeting: before its time it says when, after it what happened. */
export function joinPage(visit: Visit, view: JoinView, status = 200): Page {
  const state = joinStateOf(view.booking, view.now, visit.settings.policy);
  const title = titleOf(state, view, visit);
  return {
    status,
    title,
    holdsToken: true,
    scripts: state.kind === 'closed' || state.kind === 'over' ? [] : ['countdown.js'],
    ...(state.kind === 'open' && { leadsTo: [new URL(view.facts.room.url).origin] }),
    ...(state.kind === 'early' && { renewsIn: state.opens - view.now }),
    body: <Body {...{ visit, view, state, title }} />,
  };
}

interface BodyProps {
  readonly visit: Visit;
  readonly view: JoinView;
  readonly state: JoinState;
}

function Body({ title, ...props }: BodyProps & { readonly title: string }) {
  const { visit, view, state } = props;
  const { language } = visit;
  const { facts } = view;
  const ahead = state.kind === 'early' || state.kind === 'open';
  return (
    <>
      <h1>{title}</h1>
      <section class="card" aria-label={language.messages.parts.labels.session}>
        <Standing {...props} />
        <SessionFacts facts={facts} language={language} />
        {view.manages ? (
          <p>
            <a href={hrefOf(visit, `/manage/${view.token}`)}>
              {ahead || state.kind === 'pending' ? language.join.change : language.join.see}
            </a>
          </p>
        ) : null}
      </section>
      {ahead ? (
        <>
          <PhoneCard facts={facts} language={language} />
          <PreparationCard facts={facts} language={language} />
        </>
      ) : null}
    </>
  );
}

/** How things stand, and the button where it would be taken. */
function Standing({ visit, view, state }: BodyProps) {
  const { language } = visit;
  const { facts, booking, now } = view;
  const { join, messages } = language;
  switch (state.kind) {
    case 'early':
      return (
        <>
          <p>
            {join.earlyText(moment(state.opens, facts.timeZone, messages))}{' '}
            <Countdown left={state.opens - now} language={language} renews />.
          </p>
          <p class="hint">{join.earlyThen}</p>
        </>
      );
    case 'pending':
      return (
        <>
          <p>
            {join.pendingText(moment(state.decideBy, facts.timeZone, messages))}{' '}
            <Countdown left={state.decideBy - now} language={language} renews />.
          </p>
          <p class="hint">{join.pendingThen}</p>
        </>
      );
    case 'open':
      return <Open visit={visit} view={view} state={state} />;
    case 'closed':
      return (
        <p>{join.closedText(shortClock(state.at, facts.timeZone, messages), facts.brand.supportMail)}</p>
      );
    case 'over':
      return <p>{wordsOf(booking, visit).text}</p>;
  }
}

function Open({ visit, view, state }: BodyProps & { readonly state: Extract<JoinState, { kind: 'open' }> }) {
  const { join, messages } = visit.language;
  const { start, timeZone, room } = view.facts;
  return (
    <>
      {view.now < start ? (
        <p>
          {join.starts(shortClock(start, timeZone, messages))}{' '}
          <Countdown left={start - view.now} language={visit.language} />.
        </p>
      ) : (
        <p>{runningWords(state, view.facts, visit.language)}</p>
      )}
      <form method="post" action={hrefOf(visit, `/join/${view.token}`)}>
        <button type="submit" class="primary wide" aria-describedby="join-hint">
          {join.button}
        </button>
      </form>
      <p class="hint" id="join-hint">
        {join.buttonHint(new URL(room.url).host)}
      </p>
    </>
  );
}

function titleOf(state: JoinState, { booking }: JoinView, visit: Visit): string {
  const { join } = visit.language;
  switch (state.kind) {
    case 'early':
      return join.early;
    case 'pending':
      return join.pending;
    case 'open':
      return join.open;
    case 'closed':
      return join.closed;
    case 'over':
      return wordsOf(booking, visit).title;
  }
}

function wordsOf(booking: Booking, { language }: Visit): OutcomeWords {
  return outcomeWords(booking, language);
}
