import { CELL_MS, type CellRange, cellAt, cellStart, eachCell } from '../../domain/calendar/cells.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { dayLists } from './board-cards.ts';
import { frameOf } from './board-frame.ts';
import { type Grid, type GridRow, gridOf, placeIn } from './board-grid.ts';
import type { BoardDay, BoardView } from './board-view.ts';
import type { Card } from './card.tsx';
import { deskClock } from './desk-clock.ts';

interface DayProps {
  readonly visit: Visit;
  readonly view: BoardView;
  readonly day: BoardDay;
  readonly cards: readonly Card[];
}

interface GridProps {
  readonly visit: Visit;
  readonly grid: Grid;
}

const HOUR = 4;

/**
 * A day to scale, consultants one under the other. Its lists are in the order of time, so that on a narrow window, where
 * nothing is to scale, what is now and next comes first.
 */
export function DayBoard({ visit, view, day, cards }: DayProps) {
  const { board: deskBoard } = deskIn(visit.language);
  const grid = gridOf(visit.settings, view.calendar, day);
  const quarters = grid.cells.to - grid.cells.from;
  return (
    <section
      class={`day q${quarters}`}
      aria-label={deskBoard.grid}
      data-day={day.date}
      data-frame={frameOf(visit, view, day)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled is to be scrolled by keyboard too
      tabIndex={0}
    >
      <Hours visit={visit} day={day} grid={grid} />
      <NowLine grid={grid} now={view.now} />
      {grid.rows.map((row) => (
        <Row visit={visit} grid={grid} row={row} />
      ))}
      <h2 class="list-name">{deskBoard.open}</h2>
      <ol id={dayLists.open}>{itemsOf(cards, dayLists.open)}</ol>
      <h2 class="list-name">{deskBoard.over}</h2>
      <ol id={dayLists.over}>{itemsOf(cards, dayLists.over)}</ol>
      <Apart visit={visit} grid={grid} />
    </section>
  );
}

/** What is cancelled has no place in the day any more. */
export function Cancelled({ visit, cards }: Pick<DayProps, 'visit' | 'cards'>) {
  const { cancelled } = deskIn(visit.language).board;
  const items = itemsOf(cards, dayLists.cancelled);
  const words = { 'data-one': cancelled(1), 'data-many': cancelled('{count}') };
  return (
    <details class="dropped" hidden={items.length === 0} {...words}>
      <summary>{cancelled(items.length)}</summary>
      <ol id={dayLists.cancelled}>{items}</ol>
    </details>
  );
}

function itemsOf(cards: readonly Card[], list: string) {
  return cards.filter((card) => card.list === list).map(({ item }) => item);
}

function Hours({ visit, day, grid: { cells } }: GridProps & { readonly day: BoardDay }) {
  const first = cellAt(day.from);
  const hours = eachCell(cells).filter((cell) => (cell - first) % HOUR === 0);
  return hours.map((cell) => (
    <span class={`hour c${cell - cells.from + 2}`} aria-hidden="true">
      {clockOf(visit, cell)}
    </span>
  ));
}

/** Where the day is: at its quarter of an hour, until the script puts it to the minute. */
function NowLine({ grid: { cells }, now }: { readonly grid: Grid; readonly now: number }) {
  const cell = cellAt(now);
  const isShown = cell >= cells.from && cell < cells.to;
  return (
    <span
      id="board-line"
      class={isShown ? `now-line c${cell - cells.from + 2}` : 'now-line'}
      data-from={cellStart(cells.from)}
      data-quarter={CELL_MS}
      data-columns={cells.to - cells.from}
      hidden={!isShown}
      aria-hidden="true"
    />
  );
}

/** A consultant's name and hours, and behind their sessions the time in which nobody is to be expected. */
function Row({ visit, grid: { cells }, row }: GridProps & { readonly row: GridRow }) {
  const { board: deskBoard } = deskIn(visit.language);
  const { plan, lanes } = row;
  const hours = plan.open.map((run) => spanOf(visit, run)).join(', ');
  const behind = (['open', 'off', 'extra'] as const).flatMap((kind) =>
    plan[kind].filter((run) => run.from < cells.to && run.to > cells.from).map((run) => ({ kind, run })),
  );
  const at = `r${row.row} h${lanes}`;
  return (
    <>
      <span class={`back ${at}`} aria-hidden="true" />
      {behind.map(({ kind, run }) => {
        const { column, span } = placeIn(cells, run);
        return <span class={`${behindClasses[kind]} c${column} w${span} ${at}`} aria-hidden="true" />;
      })}
      <h2 class={`name ${at}`}>
        {line(row.consultant.name)}
        <small>{hours === '' ? deskBoard.notWorking : hours}</small>
        <Exceptions visit={visit} plan={plan} tag="small" />
      </h2>
    </>
  );
}

const behindClasses = { open: 'worked', off: 'off', extra: 'extra' } as const;

/** Time off and extra hours, in words. */
function Exceptions({
  visit,
  plan,
  tag: Tag,
}: Pick<GridProps, 'visit'> & { readonly plan: GridRow['plan']; readonly tag: 'small' | 'span' }) {
  return (['off', 'extra'] as const).flatMap((kind) =>
    plan[kind].map((run) => (
      <Tag>
        <b>{deskIn(visit.language).board[kind]}</b> {spanOf(visit, run)}
      </Tag>
    )),
  );
}

/** Who has time off or extra hours: where nothing is to scale, there are no rows to tell it. */
function Apart({ visit, grid: { rows } }: GridProps) {
  const apart = rows.filter(({ plan }) => plan.off.length + plan.extra.length > 0);
  if (apart.length === 0) return null;
  return (
    <div class="apart">
      <h2>{deskIn(visit.language).board.hoursApart}</h2>
      <ul>
        {apart.map(({ consultant, plan }) => (
          <li>
            <span>{line(consultant.name)}</span> <Exceptions visit={visit} plan={plan} tag="span" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function spanOf(visit: Visit, { from, to }: CellRange): string {
  return `${clockOf(visit, from)}–${clockOf(visit, to)}`;
}

function clockOf(visit: Visit, cell: number): string {
  return deskClock(visit, cellStart(cell));
}
