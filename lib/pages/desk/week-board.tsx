import { type CellRange, cellStart } from '../../domain/calendar/cells.ts';
import type { Consultant } from '../../domain/catalogue.ts';
import { line } from '../../messages/line.ts';
import { dateFormat } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { weekList } from './board-cards.ts';
import { frameOf } from './board-frame.ts';
import { type GridRow, gridOf } from './board-grid.ts';
import type { BoardDay, BoardView } from './board-view.ts';
import type { Card } from './card.tsx';
import { deskClock } from './desk-clock.ts';

interface WeekProps {
  readonly visit: Visit;
  readonly view: BoardView;
  readonly days: readonly BoardDay[];
  readonly cards: readonly Card[];
}

interface DayOfWeek extends Omit<WeekProps, 'days'> {
  readonly day: BoardDay;
  readonly column: number;
}

/** A week: a column for each day, a row for each consultant. From today on first, where nothing stands side by side. */
export function WeekBoard({ visit, view, days, cards }: WeekProps) {
  const shown = days.filter((day) => isShown(visit, view, day));
  const columns = new Map(shown.map(({ date }, index) => [date, index + 2]));
  const inOrder = [
    ...days.filter(({ date }) => date >= view.today),
    ...days.filter(({ date }) => date < view.today),
  ];
  return (
    <section
      class={`week d${shown.length}`}
      aria-label={deskIn(visit.language).board.grid}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled is to be scrolled by keyboard too
      tabIndex={0}
    >
      {visit.settings.consultants.map(({ name }, index) => (
        <>
          <span class={`back r${index + 2}`} aria-hidden="true" />
          <span class={`name r${index + 2}`} aria-hidden="true">
            {line(name)}
          </span>
        </>
      ))}
      {inOrder.map((day) => (
        <WeekDay {...{ visit, view, cards, day }} column={columns.get(day.date) ?? 0} />
      ))}
    </section>
  );
}

/** The days on which somebody works, or a session is booked. */
function isShown({ settings }: Visit, { calendar, today }: BoardView, day: BoardDay): boolean {
  if (day.bookings.length > 0 || day.date === today) return true;
  return gridOf(settings, calendar, day).rows.some(
    ({ plan }) => plan.open.length > 0 || plan.extra.length > 0,
  );
}

function WeekDay({ visit, view, cards, day, column }: DayOfWeek) {
  const { date } = day;
  const frame = { 'data-day': date, 'data-frame': frameOf(visit, view, day) };
  if (column === 0) return <div hidden {...frame} />;
  const name = dateFormat(visit.language, { weekday: 'short', day: 'numeric', month: 'short' });
  const { rows } = gridOf(visit.settings, view.calendar, day);
  return (
    <div class={date === view.today ? 'week-day today' : 'week-day'} {...frame}>
      <h2 class={`date c${column}`}>
        <a href={hrefOf(visit, '/desk', { date })} aria-current={date === view.today ? 'date' : undefined}>
          {name(date)}
        </a>
      </h2>
      {rows.map((row, index) => (
        <WeekCell {...{ visit, cards, day, row }} at={`c${column} r${index + 2}`} />
      ))}
    </div>
  );
}

interface WeekCellProps extends Pick<DayOfWeek, 'visit' | 'cards' | 'day'> {
  readonly row: GridRow;
  readonly at: string;
}

function WeekCell({ visit, cards, day, row: { consultant, plan }, at }: WeekCellProps) {
  const { board: deskBoard } = deskIn(visit.language);
  const list = weekList(day.date, consultant.id);
  const items = cards.filter((card) => card.list === list).map(({ item }) => item);
  const isFree = items.length === 0 && plan.off.length + plan.extra.length === 0;
  return (
    <div class={`cell ${at}${isFree ? ' bare' : ''}`}>
      <h3 class="who">{nameOf(consultant)}</h3>
      {(['off', 'extra'] as const).flatMap((kind) =>
        plan[kind].map((run) => (
          <p class={kind}>
            <b>{deskBoard[kind]}</b> {spanOf(visit, day, run)}
          </p>
        )),
      )}
      {plan.open.length === 0 && items.length === 0 && plan.off.length === 0 ? (
        <p class="soft none">{deskBoard.notWorking}</p>
      ) : null}
      <ol id={list}>{items}</ol>
    </div>
  );
}

function nameOf({ name }: Consultant): string {
  return line(name);
}

/** Nothing where it is the whole day. */
function spanOf(visit: Visit, day: BoardDay, { from, to }: CellRange): string {
  if (cellStart(from) <= day.from && cellStart(to) >= day.until) return '';
  const at = (cell: number) => deskClock(visit, cellStart(cell));
  return `${at(from)}–${at(to)}`;
}
