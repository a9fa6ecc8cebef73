import { type Aim, digits, type Row } from '../report.ts';
import type { Operations } from './operations.ts';
import type { Spent } from './spent.ts';

interface Limits {
  readonly writes?: number;
  readonly reads?: number;
}

const limits: Readonly<Record<string, Limits>> = {
  'slots, 28 days': { reads: 4 },
  'book with code': { writes: 10, reads: 4 },
  'book with code and mobile': { writes: 10, reads: 4 },
};

/** A row for each operation: what it takes in the fullest table, against what it took in the emptiest. */
export function capacityRows(measured: ReadonlyMap<number, Operations>): readonly Row[] {
  const [few, many] = [[...measured].at(0), [...measured].at(-1)];
  if (few === undefined || many === undefined) return [];
  return [...many[1]].map(([what, spent]) => {
    const before = few[1].get(what);
    return {
      part: 'capacity',
      what: `${what} (${bookings(many[0])})`,
      figure: said(spent),
      ...(before === undefined
        ? {}
        : { against: `${said(before)} (${bookings(few[0])})`, ratio: unitsOf(spent) / unitsOf(before) }),
      aim: aimOf(spent, limits[what] ?? {}),
    };
  });
}

const bookings = (count: number): string => `${count.toLocaleString('en-US')} bookings`;

const unitsOf = ({ writes, reads }: Spent): number => writes + reads;

function said({ writes, reads, rounds }: Spent): string {
  return `${digits(writes)} w ${digits(reads)} r in ${rounds.length} round${rounds.length === 1 ? '' : 's'}`;
}

function aimOf(spent: Spent, { writes, reads }: Limits): Aim {
  const wanted = [
    ...(writes === undefined ? [] : [{ limit: writes, value: spent.writes, unit: ' w' }]),
    ...(reads === undefined ? [] : [{ limit: reads, value: spent.reads, unit: ' r' }]),
    { limit: 2, value: spent.rounds.length, unit: ' rounds' },
  ];
  return {
    said: `≤ ${wanted.map(({ limit, unit }) => `${limit}${unit}`).join(', ')}`,
    met: wanted.every(({ limit, value }) => value <= limit),
  };
}

/** What each operation called in each round, a line each: where rounds could be saved. */
export function callLines(operations: Operations): readonly string[] {
  return [...operations].map(
    ([what, { rounds }]) => `${what}: ${rounds.map((round) => countedIn(round)).join(', then ')}`,
  );
}

function countedIn(actions: readonly string[]): string {
  const counted = [...Map.groupBy(actions, (action) => action)];
  return counted.map(([action, { length }]) => (length === 1 ? action : `${length} ${action}`)).join(' + ');
}
