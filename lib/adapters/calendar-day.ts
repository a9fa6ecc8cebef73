import { CELLS_A_DAY, dayOfCell } from '../domain/calendar/cells.ts';
import { calendarDayKey } from './keys.ts';
import type { Guarded } from './transaction.ts';

/**
 * A consultant's UTC day has one attribute a cell, named by its place in the day: how many sessions hold it. The same
 * after `o` says how many times off close it, and after `e` how many extra hours open it. None counts as zero.
 */
export type Count = '' | 'o' | 'e';

/** How one count of a cell changes. */
export interface Step {
  readonly count: Count;
  readonly cell: number;
  readonly by: 1 | -1;
}

/** What a count may be at most, for the whole change to happen. */
export interface Limit {
  readonly count: Count;
  readonly cell: number;
  readonly most: 0 | 1;
}

/** One write for each day that the steps touch: no day is ever rewritten whole. Limits on other days are left out. */
export function dayWrites(
  TableName: string,
  consultantId: string,
  steps: readonly Step[],
  limits: readonly Limit[] = [],
): Guarded[] {
  const days = new Set(steps.map(({ cell }) => dayOfCell(cell)));
  return [...days].map((day) => {
    const ofDay = ({ cell }: { readonly cell: number }) => dayOfCell(cell) === day;
    const update = updateOf(steps.filter(ofDay), limits.filter(ofDay));
    return {
      guard: 'calendar',
      write: { Update: { TableName, Key: calendarDayKey(day, consultantId), ...update } },
    };
  });
}

function updateOf(steps: readonly Step[], limits: readonly Limit[]) {
  const above = limits.map((limit) => `#c${attributeOf(limit)} > :most${limit.most}`);
  return {
    UpdateExpression: `ADD ${steps.map((step) => `#c${attributeOf(step)} ${step.by === 1 ? ':up' : ':down'}`).join(', ')}`,
    // A count that isn't there is above nothing. Said so, the longest session with the longest buffer stays below the
    // 300 operators that an expression may have.
    ...(above.length === 0 ? {} : { ConditionExpression: `NOT (${above.join(' OR ')})` }),
    ExpressionAttributeNames: Object.fromEntries(
      [...steps, ...limits].map((part) => [`#c${attributeOf(part)}`, attributeOf(part)]),
    ),
    ExpressionAttributeValues: Object.fromEntries([
      ...steps.map(({ by }) => (by === 1 ? [':up', 1] : [':down', -1])),
      ...limits.map(({ most }) => [`:most${most}`, most]),
    ]),
  };
}

/** The attribute of a day's row that counts so. */
export function attributeOf({ count, cell }: { readonly count: Count; readonly cell: number }): string {
  return `${count}${cell % CELLS_A_DAY}`;
}
