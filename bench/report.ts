/** One line of the table. */
export interface Row {
  readonly part: Part;
  readonly what: string;
  readonly figure: string;
  /** What it stands against, measured in the same run. */
  readonly against?: string;
  /** How many times the figure, or the other way round where more is better. */
  readonly ratio?: number;
  readonly aim?: Aim;
}

export const parts = ['slots', 'capacity', 'start', 'http', 'crowd'] as const;
export type Part = (typeof parts)[number];

export interface Aim {
  readonly said: string;
  readonly met: boolean;
}

/** An aim that is met up to a limit. */
export const atMost = (limit: number, value: number, unit = ''): Aim => ({
  said: `≤ ${limit}${unit}`,
  met: value <= limit,
});

/** An aim that is met from a limit on. */
export const atLeast = (limit: number, value: number, unit = ''): Aim => ({
  said: `≥ ${limit}${unit}`,
  met: value >= limit,
});

const head = ['part', 'what', 'figure', 'against', 'ratio', 'aim'] as const;

/** All rows as one aligned table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    [...head],
    ...rows.map(({ part, what, figure, against = '', ratio, aim }, index) => [
      rows[index - 1]?.part === part ? '' : part,
      what,
      figure,
      against,
      ratio === undefined ? '' : factor(ratio),
      aim === undefined ? '' : `${aim.said}${aim.met ? '' : ' MISSED'}`,
    ]),
  ];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `1.02 x`, `12 x`, `1,400 x`: three digits that mean something. */
const factor = (ratio: number): string => `${digits(ratio)} x`;

/** A number in three digits, whole from 100 on. */
export const digits = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));

/** A time given in ms, in the unit that suits it. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${digits(ms / 1000)} s`;
  return ms >= 1 ? `${digits(ms)} ms` : `${digits(ms * 1000)} µs`;
}

/** Bytes as kB of 1,000, as the limits are meant. */
export const kilobytes = (bytes: number): string => `${digits(bytes / 1000)} kB`;

export const megabytes = (bytes: number): string => `${digits(bytes / 1_000_000)} MB`;
