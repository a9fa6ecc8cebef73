import { addDays } from '../../domain/calendar/zone.ts';

/** A month (YYYY-MM) of a date (YYYY-MM-DD). */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month some months later, or earlier. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

/** A month's dates in weeks from Monday to Sunday, with gaps where the neighbours' dates would stand. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = `${month}-01`;
  const gap = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: (string | undefined)[][] = [];
  for (let monday = addDays(first, -gap); monthOf(monday) <= month; monday = addDays(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    weeks.push(week.map((date) => (monthOf(date) === month ? date : undefined)));
  }
  return weeks;
}

/** Whether the text is a month as this file writes it. */
export function isMonth(text: string): boolean {
  return /^2\d{3}-(?:0[1-9]|1[0-2])$/u.test(text);
}
