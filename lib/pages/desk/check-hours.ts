import { CELL_MINUTES } from '../../domain/calendar/cells.ts';
import {
  type HoursWish,
  hoursKinds,
  MOST_DAYS,
  refuseBadStretch,
} from '../../domain/calendar/hours-exception.ts';
import { addDays, isDate, startOfDate } from '../../domain/calendar/zone.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reason as reasonSchema } from '../../http/desk-schemas.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import { instantTyped, minutesOf } from './clock-time.ts';
import type { TypedHours } from './hours-view.ts';

type Checked = { readonly wish: HoursWish } | { readonly problems: FieldProblems };

/** Hours as they were typed, in the consultant's zone; or what is wrong, by field. `now` in ms. */
export function checkHours(
  typed: TypedHours,
  {
    consultantId,
    zone,
    now,
    language,
  }: { consultantId: string; zone: string; now: number; language: Language },
): Checked {
  const problems = problemsOfFields(typed, language);
  const kind = hoursKinds.find((one) => one === typed.kind);
  const from = begins(typed, zone);
  const to = ends(typed, zone);
  if (problems.size > 0 || kind === undefined || from === undefined || to === undefined) return { problems };
  const wish: HoursWish = { consultantId, kind, from, to, reason: typed.reason.trim() };
  try {
    refuseBadStretch(wish, zone, now);
    return { wish };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problems: new Map([['toDate', deskIn(language).hours.wrong.stretch(MOST_DAYS)]]) };
  }
}

/** In the order in which the fields stand. */
function problemsOfFields(typed: TypedHours, language: Language): Map<string, string> {
  const { fields } = language;
  const { hours: deskHours } = deskIn(language);
  const { wrong } = deskHours;
  const { kind, fromDate, fromTime, toDate, toTime, reason } = typed;
  const found: (readonly [field: string, words: string] | false)[] = [
    !hoursKinds.some((one) => one === kind) && ['kind', wrong.kind],
    !isGoodDate(fromDate) && ['fromDate', wrong.fromDate],
    !isGoodTime(fromTime) && ['fromTime', wrong.fromTime],
    !isGoodDate(toDate) && ['toDate', wrong.toDate],
    !isGoodTime(toTime) && ['toTime', wrong.toTime],
    !isGoodReason(reason) && ['reason', wordsOfReason()],
  ];
  return new Map(found.filter((one) => one !== false));

  function wordsOfReason(): string {
    if (reason.trim() === '') return fields.missing(deskHours.reason);
    const isLong = reason.trim().length > limits.reason;
    return isLong ? fields.tooLong(deskHours.reason, limits.reason) : fields.malformed(deskHours.reason);
  }
}

/** An empty time means the whole day. */
function begins({ fromDate, fromTime }: TypedHours, zone: string): number | undefined {
  if (!isGoodDate(fromDate)) return undefined;
  return fromTime.trim() === '' ? startOfDate(zone, fromDate) : instantTyped(zone, fromDate, fromTime);
}

function ends({ toDate, toTime }: TypedHours, zone: string): number | undefined {
  if (!isGoodDate(toDate)) return undefined;
  return toTime.trim() === '' ? startOfDate(zone, addDays(toDate, 1)) : instantTyped(zone, toDate, toTime);
}

function isGoodDate(text: string): boolean {
  return isDate(text) && /^2\d{3}-/u.test(text);
}

function isGoodTime(text: string): boolean {
  if (text.trim() === '') return true;
  const minutes = minutesOf(text);
  return minutes !== undefined && minutes % CELL_MINUTES === 0;
}

function isGoodReason(reason: string): boolean {
  try {
    read(reasonSchema, reason, 'reason');
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
