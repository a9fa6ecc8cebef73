import { createHash } from 'node:crypto';
import type { MemberBooking } from '../../../lib/app/desk/book-for-member.ts';
import { hoursOf } from '../../../lib/app/desk/hours.ts';
import { sessionsInTheWay } from '../../../lib/app/desk/sessions-in-the-way.ts';
import { timersOf } from '../../../lib/domain/booking/timeline.ts';
import type { Calendar } from '../../../lib/domain/calendar/calendar.ts';
import { CELL_MS } from '../../../lib/domain/calendar/cells.ts';
import type { Reason, ReasonCode } from '../../../lib/domain/calendar/explain.ts';
import { Obstacle } from '../../../lib/domain/calendar/obstacle.ts';
import { boardOf, obstaclesWith } from '../../../lib/domain/calendar/openings.ts';
import type { Actor } from '../../../lib/domain/people/actor.ts';
import { lossOf } from '../../../lib/domain/phone/phone.ts';
import type { BookPreview } from '../../../lib/pages/desk/book-view.ts';
import type { DeskDeps } from '../handler.ts';

const MINUTE = 60_000;

/** What an appointment would meet, and what would be sent for it. Nothing is changed. */
export async function previewOf(deps: DeskDeps, actor: Actor, wish: MemberBooking): Promise<BookPreview> {
  const { consultant, start, minutes, timeZone, attendee } = wish;
  const end = start + minutes * MINUTE;
  const [sessions, exceptions, calendar, phone] = await Promise.all([
    sessionsInTheWay(deps, wish),
    hoursOf(deps, actor, consultant.id, start, end),
    deps.hours.calendarNow(start, end),
    attendee.mobile === undefined ? undefined : deps.table.phone(attendee.mobile),
  ]);
  const texts = phone !== undefined && lossOf(phone, deps.now()) === undefined;
  const off = exceptions.filter(({ kind }) => kind === 'off');
  const reasons = reasonsAgainst(deps, wish, calendar, end);
  return {
    ...{ start, end, timeZone, consultant, sessions, off, reasons, email: attendee.email },
    ...(texts && { mobile: phone.mobile }),
    timers: timersOf({ start, end, mobile: texts }, deps.settings.policy, deps.now()),
    mark: markOf(wish, [...sessions, ...off, ...reasons.map(({ code }) => ({ id: code }))]),
  };
}

const flags: readonly (readonly [number, ReasonCode])[] = [
  [Obstacle.notGiven, 'not-given'],
  [Obstacle.holiday, 'holiday'],
  [Obstacle.outsideHours, 'outside-hours'],
];

/** What is unusual about the time but sessions and time off, which are told one by one. */
function reasonsAgainst(
  { settings }: DeskDeps,
  { consultant, start, sessionType }: MemberBooking,
  calendar: Calendar,
  end: number,
): Reason[] {
  const board = boardOf(settings, consultant, calendar, start, end);
  // A session that begins within a quarter hour touches it whole.
  const begun = start % CELL_MS;
  const offer = { id: sessionType.id, minutes: (end - start + begun) / MINUTE };
  const found = obstaclesWith(board, settings, offer, start - begun);
  return flags
    .filter(([flag]) => (found & flag) !== 0)
    .map(([, code]) => ({ code, detail: '', consultant: consultant.id }));
}

/** The same for the same appointment with the same things in its way. */
function markOf(
  { consultant, start, minutes, attendee, companyId = '' }: MemberBooking,
  met: readonly { readonly id: string }[],
): string {
  const said = [consultant.id, start, minutes, attendee, companyId, met.map(({ id }) => id).toSorted()];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 12);
}
