/** Columns of a day to scale: one of a quarter hour each, on the day that has 25 hours too. */
const QUARTERS = 100;
/** Rows of consultants, with a lane for each session that overlaps another. */
const ROWS = 200;

/**
 * The classes that place things in the grid of the desk's board, to stand before its style sheet: pages may carry no style
 * of their own. `cN` begins in column N and `wN` is N columns wide, `rN` lies in row N and `hN` is N rows high, and
 * `qN` has room for N quarter hours,
 * `dN` for N days.
 */
export function gridCss(): string {
  const upTo = (count: number, rule: (number: number) => string): string =>
    Array.from({ length: count }, (_, index) => rule(index + 1)).join('');
  return `@media (min-width:60rem){${[
    upTo(QUARTERS + 1, (column) => `.c${column}{grid-column-start:${column}}`),
    upTo(QUARTERS, (width) => `.w${width}{grid-column-end:span ${width}}`),
    upTo(ROWS, (row) => `.r${row}{grid-row-start:${row}}`),
    upTo(12, (height) => `.h${height}{grid-row-end:span ${height}}`),
    upTo(QUARTERS / 2, (halves) => `.q${halves * 2}{--quarters:${halves * 2}}`),
    upTo(7, (days) => `.d${days}{--days:${days}}`),
  ].join('')}}
`;
}
