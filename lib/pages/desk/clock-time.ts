import { instantOn, isDate } from '../../domain/calendar/zone.ts';

/** The instant (ms) of a date and a time as they are typed, in a zone; undefined where either is none. */
export function instantTyped(zone: string, date: string, time: string): number | undefined {
  const minutes = minutesOf(time);
  return minutes === undefined || !isDate(date) ? undefined : instantOn(zone, date, minutes);
}

/** Minutes since midnight that a typed time means, such as 9:05 or 18.30; undefined where it is none. */
export function minutesOf(typed: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/u.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}
