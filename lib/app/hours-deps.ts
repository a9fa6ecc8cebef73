import type { Calendar } from '../domain/calendar/calendar.ts';
import type { HoursException, HoursWish } from '../domain/calendar/hours-exception.ts';
import type { BookingSearch, Deps } from './deps.ts';

/** What commands and questions about consultants' hours need. */
export type HoursDeps = Deps & { readonly search: BookingSearch; readonly hours: HoursTable };

/** The rows of time off and extra hours. All reads are consistent. */
export interface HoursTable {
  /** An id for a wish of which so many were removed already: the same for the same, so that two at once are one. */
  idFor(wish: HoursWish, removed: number): string;
  /** Also what was removed. Undefined for what can't be an id too. */
  hours(consultantId: string, id: string): Promise<HoursException | undefined>;
  /** Those of a consultant that begin from one instant (ms) up to, not including, another, also the removed: by then. */
  hoursFrom(consultantId: string, from: number, to: number): Promise<readonly HoursException[]>;
  /** Every consultant's calendar, as `Table.busy` gives it, and as it is now. */
  calendarNow(from: number, to: number): Promise<Calendar>;
  /** Adds it, or removes it where it tells so, in one transaction with its cells. Throws Stale where that is done already. */
  commitHours(after: HoursException): Promise<void>;
}
