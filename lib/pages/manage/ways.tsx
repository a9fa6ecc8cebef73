import { isOver, isPending } from '../../domain/booking/booking.ts';
import { shortClock, shortMoment } from '../../messages/time.ts';
import { type JoinState, joinStateOf } from '../join/join-state.ts';
import { runningWords } from '../join/running-words.ts';
import { Countdown } from '../session/countdown.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

interface WaysProps {
  readonly visit: Visit;
  readonly view: ManageView;
}

/** The ways on from a booking: into the session as long as it isn't over, else to a person and to another booking. */
export function Ways(props: WaysProps) {
  return isOver(props.view.booking) ? <Afterwards visit={props.visit} /> : <Ahead {...props} />;
}

function Afterwards({ visit }: Pick<WaysProps, 'visit'>) {
  const { language } = visit;
  return (
    <p class="row">
      <a class="button" href={hrefOf(visit, '/book')}>
        {language.manage.another}
      </a>
    </p>
  );
}

function Ahead({ visit, view }: WaysProps) {
  const { manage } = visit.language;
  const { booking, token, now } = view;
  // What isn't confirmed can't be joined, and belongs in no calendar.
  if (isPending(booking)) return null;
  const state = joinStateOf(booking, now, visit.settings.policy);
  return (
    <>
      <p>
        <WayIn visit={visit} view={view} state={state} />
      </p>
      <p class="row">
        {state.kind === 'closed' ? null : (
          <a
            class={state.kind === 'open' ? 'button primary' : 'button'}
            href={hrefOf(visit, `/join/${token}`)}
          >
            {manage.joinButton}
          </a>
        )}
        <a class="button" href={`/manage/${token}/calendar.ics`} download>
          {manage.addToCalendar}
        </a>
      </p>
    </>
  );
}

/** When the way in opens, that it is open and for how long, or that it has closed. */
function WayIn({ visit: { language }, view, state }: WaysProps & { readonly state: JoinState }) {
  const { manage, join, messages } = language;
  const { facts, now } = view;
  const { timeZone, start, brand } = facts;
  switch (state.kind) {
    case 'early':
      return (
        <>
          {manage.joinFrom(shortMoment(state.opens, timeZone, messages))}{' '}
          <Countdown left={state.opens - now} language={language} />.
        </>
      );
    case 'open':
      // That somebody has joined is told above.
      return now < start || state.because === 'joined'
        ? manage.joinNow
        : runningWords(state, facts, language);
    case 'closed':
      return join.closedText(shortClock(state.at, timeZone, messages), brand.supportMail);
    case 'over':
    case 'pending':
      return null;
  }
}
