import type { WeeklyHours } from '../domain/catalogue.ts';

/** The same working hours from Monday to Friday; times are HH:MM of the wall clock. */
export function mondayToFriday(from: string, to: string): WeeklyHours {
  const day = [{ from, to }];
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
}
