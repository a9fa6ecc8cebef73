import { addDays } from '../../domain/calendar/zone.ts';
import { dateFormat, dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { boardCards } from './board-cards.ts';
import { countsText } from './board-counts.ts';
import { type BoardView, daysOf, mondayOf } from './board-view.ts';
import { Cancelled, DayBoard } from './day-board.tsx';
import { deskClock } from './desk-clock.ts';
import { deskPage } from './desk-page.tsx';
import { Legend } from './legend.tsx';
import { SessionBeside } from './session-beside.tsx';
import { WeekBoard } from './week-board.tsx';

interface BoardProps {
  readonly visit: Visit;
  readonly view: BoardView;
}

/** The board: a day to scale, or a week in short, by consultant. It holds no token, so it may be compressed. */
export function boardPage(visit: Visit, view: BoardView): Page {
  const { name, waiting } = view.insider;
  const title = titleOf(visit, view);
  return deskPage(visit, { name, waiting }, placeOf(view), {
    title,
    // Of the session that stands beside it.
    scripts: ['countdown.js'],
    body: (
      <>
        <div id="board" {...liveFacts(visit, view)}>
          <BoardHead visit={visit} view={view} title={title} />
          <BoardBody visit={visit} view={view} />
          <Legend visit={visit} />
        </div>
        <SessionBeside visit={visit} />
      </>
    ),
  });
}

/** What the script goes by. */
function liveFacts(visit: Visit, view: BoardView) {
  const { said, closesIn, closing } = deskIn(visit.language).board;
  const words = {
    ...{ closesIn, closing },
    change: said.change('{who}', '{state}'),
    many: said.many('{count}'),
    stale: said.stale('{clock}'),
    ...{ signedOut: said.signedOut, failed: said.failed },
  };
  const dates = view.kind === 'week' ? daysOf(visit, view).map(({ date }) => date) : [];
  return {
    'data-now': view.now,
    'data-today': view.today,
    'data-dates': dates.join(' '),
    'data-updates': hrefOf(visit, '/desk/updates', {
      ...(view.kind === 'week' && { view: 'week' }),
      ...(view.kind === 'day' && !view.follows && { date: view.first }),
    }),
    'data-words': JSON.stringify(words),
    'data-clock': deskClock(visit, view.now),
  };
}

function placeOf({ kind, first, today }: BoardView) {
  if (kind === 'week') return first === mondayOf(today) ? 'week' : undefined;
  return first === today ? 'today' : undefined;
}

function titleOf({ language }: Visit, { kind, first }: BoardView): string {
  const { title } = deskIn(language).board;
  if (kind === 'day') return title.day(dateName(first, language));
  const short = dateFormat(language, { day: 'numeric', month: 'short' });
  const long = dateFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
  return title.week(short(first), long(addDays(first, 6)));
}

function BoardHead({ visit, view, title }: BoardProps & { readonly title: string }) {
  const counts = countsText(visit, view);
  return (
    <div class="board-head">
      <div>
        <h1>{title}</h1>
        <p id="board-counts" class="soft">
          {counts}
        </p>
        <p id="board-stale" class="stale" hidden />
      </div>
      <BoardWays visit={visit} view={view} />
    </div>
  );
}

function BoardWays({ visit, view }: BoardProps) {
  const { board: deskBoard } = deskIn(visit.language);
  const { kind, first, today } = view;
  const step = kind === 'week' ? 7 : 1;
  const at = (date: string, on = kind) =>
    hrefOf(visit, '/desk', { ...(on === 'week' && { view: 'week' }), ...(date !== today && { date }) });
  const isHere = kind === 'week' ? first === mondayOf(today) : first === today;
  return (
    <nav class="board-ways" aria-label={deskBoard.ways.label}>
      <a class="button" href={at(addDays(first, -step))} rel="prev" id="board-back">
        <span aria-hidden="true">‹</span> <span class="unseen">{deskBoard.ways.back}</span>
      </a>
      <a class="button" href={at(today)} aria-current={isHere ? 'date' : undefined}>
        {kind === 'week' ? deskBoard.thisWeek : deskBoard.today}
      </a>
      <a class="button" href={at(addDays(first, step))} rel="next" id="board-onward">
        <span class="unseen">{deskBoard.ways.onward}</span> <span aria-hidden="true">›</span>
      </a>
      <form method="get" action="/desk" class="board-date">
        {visit.asked ? <input type="hidden" name="lang" value={visit.asked} /> : null}
        {kind === 'week' ? <input type="hidden" name="view" value="week" /> : null}
        <label class="unseen" for="board-date">
          {deskBoard.dates.label}
        </label>
        <input type="date" id="board-date" name="date" value={first} required />
        <button type="submit">{deskBoard.dates.button}</button>
      </form>
      <a
        class="button"
        href={at(kind === 'week' ? dayWithin(view) : first, kind === 'week' ? 'day' : 'week')}
      >
        {kind === 'week' ? deskBoard.ways.day : deskBoard.ways.week}
      </a>
    </nav>
  );
}

/** Today, where the week has it; else its Monday. */
function dayWithin({ first, today }: BoardView): string {
  return mondayOf(today) === first ? today : first;
}

function BoardBody({ visit, view }: BoardProps) {
  const { board: deskBoard } = deskIn(visit.language);
  const cards = boardCards(visit, view);
  const days = daysOf(visit, view);
  const [day] = days;
  return (
    <>
      {view.bookings.length === 0 ? (
        <p class="board-empty">
          {deskBoard.empty[view.kind]}{' '}
          <a
            class="button"
            href={hrefOf(visit, '/desk/book', { date: view.kind === 'day' ? view.first : dayWithin(view) })}
          >
            {deskBoard.book}
          </a>
        </p>
      ) : null}
      {view.kind === 'week' || day === undefined ? (
        <WeekBoard {...{ visit, view, cards, days }} />
      ) : (
        <>
          <DayBoard {...{ visit, view, cards, day }} />
          <Cancelled visit={visit} cards={cards} />
        </>
      )}
    </>
  );
}
