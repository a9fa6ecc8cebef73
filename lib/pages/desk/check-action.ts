import type { Booking } from '../../domain/booking/booking.ts';
import { latestJoin } from '../../domain/booking/desk-actions.ts';
import { nobodyJoined } from '../../domain/booking/reversal.ts';
import { DAY_MS, dateAt, isDate } from '../../domain/calendar/zone.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reason as reasonSchema } from '../../http/desk-schemas.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { type ActionForm, actionIn } from './action-form.ts';
import { instantTyped, minutesOf } from './clock-time.ts';
import { reasonOf } from './reasons.ts';

/** What an action is told, as the API would take it. */
export interface CheckedAction {
  readonly reason?: string;
  /** When somebody joined (ms), where that is said. */
  readonly joinedAt?: number;
  /** Where it is to be moved to (ms). */
  readonly start?: number;
  /** Whether that was typed, and may lie outside hours. */
  readonly typed?: boolean;
}

/** What is typed for another year is a slip. */
const FURTHEST = 366 * DAY_MS;

type Problems = Map<string, string>;

/** What was typed for an action, or what is wrong with it, by the field's name. */
export function checkAction(
  form: ActionForm,
  booking: Booking,
  now: number,
  visit: Visit,
): CheckedAction | { readonly problems: FieldProblems } {
  const problems: Problems = new Map();
  const action = actionIn(form);
  const reason = checkReason(form, visit, problems);
  const joinedAt = action === 'join' ? checkJoined(form, booking, now, visit, problems) : undefined;
  const start = action === 'move' ? checkStart(form, booking, now, visit, problems) : undefined;
  if (problems.size > 0) return { problems };
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(joinedAt === undefined ? {} : { joinedAt }),
    ...(start === undefined ? {} : { start, typed: form.action === 'move-typed' }),
  };
}

function checkReason(form: ActionForm, { language }: Visit, problems: Problems): string | undefined {
  const { actions } = deskIn(language).session;
  const wanted = reasonOf[actionIn(form)];
  const typed = form.reason.replaceAll('\r\n', '\n').trim();
  if (wanted === undefined) return undefined;
  if (typed === '') {
    if (!wanted.optional) problems.set('reason', actions.reasonMissing);
    return undefined;
  }
  try {
    return read(reasonSchema, typed, 'reason');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { tooLong, malformed } = language.fields;
    const isLong = typed.length > limits.reason;
    problems.set('reason', isLong ? tooLong(actions.reason, limits.reason) : malformed(actions.reason));
    return undefined;
  }
}

/** On the date of the latest moment that counts. */
function checkJoined(
  { joinedAt: typed }: ActionForm,
  booking: Booking,
  now: number,
  { language, settings }: Visit,
  problems: Problems,
): number | undefined {
  const { join } = deskIn(language).session.actions;
  const latest = latestJoin(booking, now, settings.policy);
  if (typed.trim() === '') {
    if (nobodyJoined(booking)) problems.set('joinedAt', join.atMissing);
    return undefined;
  }
  const date = dateAt(settings.zone, latest ?? now);
  const instant = instantTyped(settings.zone, date, typed);
  if (instant === undefined) problems.set('joinedAt', join.atWrong);
  else if (latest !== undefined && instant > latest) problems.set('joinedAt', join.atOutside);
  return instant;
}

/** Where it is moved to: the time that was picked, or the one that was typed. */
function checkStart(
  form: ActionForm,
  booking: Booking,
  now: number,
  { language, settings }: Visit,
  problems: Problems,
): number | undefined {
  const { move } = deskIn(language).session.actions;
  if (form.action !== 'move-typed') {
    const picked = Date.parse(form.start);
    if (!Number.isNaN(picked)) return picked;
    problems.set('start', language.book.problems.time);
    return undefined;
  }
  if (!isDate(form.date)) problems.set('date', move.dateWrong);
  if (minutesOf(form.time) === undefined) problems.set('time', move.timeWrong);
  const start = instantTyped(settings.zone, form.date, form.time);
  if (start === undefined) return undefined;
  if (start <= now) problems.set('time', move.past);
  else if (start > now + FURTHEST) problems.set('date', move.far);
  else if (start === booking.start) problems.set('time', move.same);
  return start;
}
