import type { CalendarChange } from '../domain/booking/holds.ts';
import { dayWrites, type Limit, type Step } from './calendar-day.ts';
import type { Guarded } from './transaction.ts';

/**
 * Takes and frees cells for a booking: what it takes, nobody else may hold, unless it is put beside others. Who gets a
 * place is held to time off in the same write, so that none that lands meanwhile is outrun.
 */
export function bookingCells(
  TableName: string,
  { consultantId, take, free, beside, placed }: CalendarChange,
): Guarded[] {
  const steps: Step[] = [
    ...take.map((cell) => ({ count: '', cell, by: 1 }) as const),
    ...free.map((cell) => ({ count: '', cell, by: -1 }) as const),
  ];
  const limits: Limit[] = [
    ...(beside === true ? [] : take).map((cell) => ({ count: '', cell, most: 0 }) as const),
    ...(placed?.kept ?? []).map((cell) => ({ count: '', cell, most: 1 }) as const),
    ...(placed?.worked ?? []).map((cell) => ({ count: 'o', cell, most: 0 }) as const),
  ];
  return dayWrites(TableName, consultantId, steps, limits);
}
