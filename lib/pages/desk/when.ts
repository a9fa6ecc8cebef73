import { dateFormat } from '../../messages/date-format.ts';
import { clock } from '../../messages/time.ts';
import { zoneAbbreviation } from '../../messages/zone.ts';
import type { Visit } from '../visit.ts';

/** An instant (ms) in the deployment's zone as lists at the desk tell it, with the year: "Tue, 24 Nov 2026, 10:00 EST". */
export function whenHere(at: number, { settings, language }: Visit): string {
  const { messages } = language;
  const { zone: timeZone } = settings;
  const date = dateFormat(messages.time.locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    timeZone,
  });
  const time = messages.time.shortClock(
    clock(at, timeZone, messages),
    zoneAbbreviation(at, timeZone, messages),
  );
  return `${date.format(at)}, ${time}`;
}
