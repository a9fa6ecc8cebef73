import { dateAt } from '../../domain/calendar/zone.ts';

/** The date (YYYY-MM-DD) of the zone that an end (ms) is told by: that of the last moment before it. */
export function lastDateBefore(zone: string, end: number): string {
  return dateAt(zone, end - 1);
}
