import { Temporal } from 'temporal-polyfill';
import type { Booking, MobileLoss } from '../../lib/domain/booking/booking.ts';
import type { Book, BookingCommand, Reply, Reschedule } from '../../lib/domain/booking/commands.ts';
import { decide } from '../../lib/domain/booking/decide.ts';
import type { BookingEvent } from '../../lib/domain/booking/events.ts';
import { evolve } from '../../lib/domain/booking/evolve.ts';
import { type Calendar, type Cells, emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { cellAt } from '../../lib/domain/calendar/cells.ts';
import type { Catalogue, Consultant, WeeklyHours, Window } from '../../lib/domain/catalogue.ts';
import { type Policy, standardPolicy } from '../../lib/domain/policy.ts';
import { Refusal, type RefusalCode } from '../../lib/domain/refusal.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant (ms) of a wall-clock time in a zone, as an implementation that isn't ours tells it. */
export function instant(local: string, zone = 'America/New_York'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** The wall-clock time (YYYY-MM-DDTHH:MM) in a zone at an instant (ms), likewise. */
export function local(at: number, zone = 'America/New_York'): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export function weekdays(from: string, to: string): WeeklyHours {
  const windows = [{ from, to }];
  return { monday: windows, tuesday: windows, wednesday: windows, thursday: windows, friday: windows };
}

export function everyDay(...windows: Window[]): WeeklyHours {
  return {
    monday: windows,
    tuesday: windows,
    wednesday: windows,
    thursday: windows,
    friday: windows,
    saturday: windows,
    sunday: windows,
  };
}

export function consultant(id: string, changes: Partial<Consultant> = {}): Consultant {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    hours: weekdays('08:30', '17:30'),
    room: {
      url: `https://meet.example.com/${id}`,
      dialInUrl: 'https://meet.example.com/dial-in',
      conferenceId: '1',
    },
    ...changes,
  };
}

export type PolicyChanges = { readonly [Group in keyof Policy]?: Partial<Policy[Group]> };

/** The company's policy, with some of its numbers changed. */
export function policy(changes: PolicyChanges = {}): Policy {
  const groups = Object.entries(standardPolicy).map(([group, numbers]) => [
    group,
    { ...numbers, ...changes[group as keyof Policy] },
  ]);
  return Object.fromEntries(groups) as Policy;
}

/** A deployment in New York with Robin and Kim, who give everything in office hours. */
export function catalogue(
  changes: Partial<Omit<Catalogue, 'policy'>> & { policy?: PolicyChanges } = {},
): Catalogue {
  return {
    zone: 'America/New_York',
    sessionTypes: [
      { id: 'call-30', name: 'Support call', description: 'A call.', minutes: 30, fee: 75 },
      { id: 'live-60', name: 'Live session', description: 'An hour.', minutes: 60, fee: 140 },
      { id: 'live-90', name: 'Long live session', description: 'More.', minutes: 90, fee: 200 },
    ],
    consultants: [consultant('robin'), consultant('kim')],
    holidays: [],
    releases: [],
    currency: 'USD',
    ...changes,
    policy: policy(changes.policy),
  };
}

/** Stretches (from, to; wall clock of New York) by consultant. */
export type Stretches = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** A calendar in which these stretches are taken. */
export function busy(taken: Stretches): Calendar {
  return { ...emptyCalendar, booked: cellsIn(taken) };
}

/** The cells of stretches, each as often as a stretch has it. */
export function cellsIn(stretches: Stretches): Cells {
  return new Map(
    Object.entries(stretches).map(([id, list]) => [id, list.flatMap(([from, to]) => cellsBetween(from, to))]),
  );
}

function cellsBetween(from: string, to: string): number[] {
  const first = cellAt(instant(from));
  return Array.from({ length: cellAt(instant(to)) - first }, (_, index) => first + index);
}

/** A Tuesday, 10:00 in New York: where the bookings of these tests start. */
export const START = instant('2026-11-24T10:00');

/** So many minutes after the start of the session; negative before it. */
export function startPlus(minutes: number): number {
  return START + minutes * MINUTE;
}

export const MOBILE = '+15550123';

/** Books an hour with Robin at START, three days before; with a mobile number. */
export function bookAnHour(changes: Partial<Book> = {}): Book {
  return {
    type: 'book',
    bookingId: 'bkg_1',
    sessionType: 'live-60',
    minutes: 60,
    start: START,
    timeZone: 'Europe/Berlin',
    attendee: { name: 'Ada', email: 'ada@example.com', mobile: MOBILE },
    companyId: 'example-crates',
    consultants: ['robin', 'kim'],
    ...changes,
  };
}

export const withoutMobile: Partial<Book> = { attendee: { name: 'Ada', email: 'ada@example.com' } };

/** The minute before the start (START) until which the bookings of these tests are approved. */
export const DECIDE_BY = -4 * 60;

/** Needs a person's word. */
export const pending: Partial<Book> = {
  approval: { because: 'late-notices', decideBy: startPlus(DECIDE_BY) },
};

/** A command, and the minute after the start (START) at which it is decided. */
export type Step = readonly [minute: number, command: BookingCommand];

export const THREE_DAYS_BEFORE = -3 * 24 * 60;

export interface Told {
  readonly booking: Booking;
  readonly events: readonly BookingEvent[];
}

/** Tells a booking's story: decides each command at its minute and applies what it makes happen. */
export function tell(steps: readonly Step[], rules: Policy = standardPolicy): Told {
  let booking: Booking | undefined;
  const events: BookingEvent[] = [];
  for (const [minute, command] of steps) {
    const happened = decide(booking, command, startPlus(minute), rules);
    events.push(...happened);
    booking = happened.reduce<Booking | undefined>(evolve, booking);
  }
  if (booking === undefined) throw new Error('a story begins with a booking');
  return { booking, events };
}

/** A booking made three days ahead, after these steps. */
export function given(steps: readonly Step[] = [], changes: Partial<Book> = {}, rules?: Policy): Booking {
  return tell([[THREE_DAYS_BEFORE, bookAnHour(changes)], ...steps], rules).booking;
}

/** What a command makes happen to a booking, decided so many minutes after the start. */
export function when(
  booking: Booking,
  [minute, command]: Step,
  rules: Policy = standardPolicy,
): { events: BookingEvent[]; booking: Booking } {
  const events = decide(booking, command, startPlus(minute), rules);
  return { events, booking: events.reduce<Booking>(evolve, booking) };
}

/** The refusal that the rules answer with; throws when they answer otherwise. */
export function refusalOf(attempt: () => unknown): Refusal {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

export function refusalCode(booking: Booking, step: Step, rules?: Policy): RefusalCode {
  return refusalOf(() => when(booking, step, rules)).code;
}

// The commands, each stamped in minutes after the start.

export function due(kind: Extract<BookingCommand, { type: 'due' }>['kind'], version = 1): BookingCommand {
  return { type: 'due', kind, version };
}

export function join(stamp: number, timeTaken?: boolean): BookingCommand {
  const taken = timeTaken === undefined ? {} : { timeTaken };
  return { type: 'join', stamp: startPlus(stamp), evidence: 'link', ...taken };
}

export function answer(
  stamp: number,
  meaning: Reply['meaning'] = 'coming',
  timeTaken?: boolean,
): BookingCommand {
  const taken = timeTaken === undefined ? {} : { timeTaken };
  return { type: 'reply', stamp: startPlus(stamp), messageId: `m${stamp}`, meaning, ...taken };
}

export function loseMobile(reason: MobileLoss = 'opted-out'): BookingCommand {
  return { type: 'lose-mobile', reason };
}

export const restoreMobile: BookingCommand = { type: 'restore-mobile' };

export function cancel(stamp: number, reason?: string): BookingCommand {
  return { type: 'cancel', stamp: startPlus(stamp), by: 'link', ...(reason === undefined ? {} : { reason }) };
}

export function moveTo(
  start: number,
  stamp: number,
  consultants: readonly string[] = ['robin'],
  by: 'link' | 'text' = 'link',
): Reschedule {
  return { type: 'reschedule', stamp: startPlus(stamp), by, start, consultants };
}

/** Who of our staff asks, where nobody else is wanted. */
export const STAFF = 'per_robin';

export function cancelFor(stamp: number, staffId = STAFF, seen?: number): BookingCommand {
  return {
    type: 'cancel',
    stamp: startPlus(stamp),
    by: 'staff',
    reason: 'Robin is ill',
    ...asked(staffId, seen),
  };
}

export function moveFor(start: number, stamp: number, staffId = STAFF, seen?: number): Reschedule {
  const by = { by: 'staff', reason: 'Robin is ill', ...asked(staffId, seen) } as const;
  return { type: 'reschedule', stamp: startPlus(stamp), start, consultants: ['kim'], ...by };
}

export function markJoined(stamp: number, seen?: number): BookingCommand {
  return { type: 'join', stamp: startPlus(stamp), evidence: 'staff', ...asked(STAFF, seen) };
}

export function withdrawJoin(staffId = STAFF, seen?: number): BookingCommand {
  return { type: 'withdraw-join', ...asked(staffId, seen) };
}

export function markNoShow(staffId = STAFF, seen?: number, reason?: string): BookingCommand {
  return { type: 'mark-no-show', ...(reason === undefined ? {} : { reason }), ...asked(staffId, seen) };
}

export function reopen(staffId = STAFF, seen?: number): BookingCommand {
  return { type: 'reopen', ...asked(staffId, seen) };
}

export function complete(seen?: number): BookingCommand {
  return { type: 'complete', ...asked(STAFF, seen) };
}

export function excuse(staffId = STAFF, seen?: number): BookingCommand {
  return { type: 'excuse', reason: 'The power was out', ...asked(staffId, seen) };
}

export function approve(staffId = STAFF, seen?: number, reason?: string): BookingCommand {
  return { type: 'approve', ...(reason === undefined ? {} : { reason }), ...asked(staffId, seen) };
}

export function decline(staffId = STAFF, seen?: number): BookingCommand {
  return { type: 'decline', reason: 'Too many late notices', ...asked(staffId, seen) };
}

export function contest(text = 'I was in the room'): BookingCommand {
  return { type: 'contest', text };
}

export function rejectContest(staffId = STAFF, seen?: number): BookingCommand {
  return { type: 'reject-contest', reason: 'The room was empty', ...asked(staffId, seen) };
}

export const TOMBSTONE = 'gone_1';

export function erase(tombstone = TOMBSTONE): BookingCommand {
  return { type: 'erase', staffId: STAFF, tombstone };
}

function asked(staffId: string, seen: number | undefined) {
  return { staffId, ...(seen === undefined ? {} : { seen }) };
}

/** Asked at +5, and closed at +15 because nobody came. */
export const closed: readonly Step[] = [
  [5, due('check-in')],
  [15, due('close')],
];
