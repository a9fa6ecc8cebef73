import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { parseRow } from '../../lib/adapters/parse-row.ts';
import { bookingEventRow, bookingRow } from '../../lib/adapters/rows.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingEvent, EventOf } from '../../lib/domain/booking/events.ts';

const at = 1_795_000_000_000;
const cells = { from: 7, to: 11 };
const timers = [
  { kind: 'remind-24h', at },
  { kind: 'finish', at },
] as const;
const notice = { stamp: at, messageId: 'm1' };
const terms = {
  sessionType: 'live-60',
  minutes: 60,
  start: at,
  timeZone: 'Europe/Berlin',
  attendee: { name: 'Ada', email: 'ada@example.com', mobile: '+15550100123' },
  companyId: 'example-crates',
  personId: 'per_ada',
  price: { amount: 140, currency: 'USD' },
  topic: 'The importer',
  release: '6.1',
  language: 'de',
} as const;

/** Every field that a booking can have: the compiler tells of one that is missing here. */
const booking: Required<Booking> = {
  ...terms,
  id: 'bkg_one',
  status: 'in_progress',
  version: 2,
  revision: 9,
  end: at + 1,
  consultantId: 'robin',
  attendance: { joinedAt: at, evidence: 'staff', staffId: 'per_robin' },
  checkIn: { askedAt: at, answeredAt: at, answer: 'keep' },
  outcome: { reason: 'late_notice', at, excused: { by: 'per_robin', at, reason: 'ill' } },
  cancelled: { at, by: 'staff', staffId: 'per_robin', reason: 'ill' },
  mobileLost: { at, reason: 'opted-out', closesAt: at },
  heard: { stamp: at, intent: 'cannot' },
  warnedAt: at,
  moveUntil: at,
  holds: cells,
  due: timers,
  helped: true,
  noted: 'move-link',
  createdAt: at,
};

/** Every event with every field that it can have. */
const events: { readonly [Type in BookingEvent['type']]: Required<EventOf<Type>> } = {
  booked: {
    type: 'booked',
    at,
    bookingId: 'bkg_one',
    ...terms,
    consultantId: 'robin',
    holds: cells,
    timers,
    mobileLost: 'refused',
  },
  rescheduled: {
    type: 'rescheduled',
    at,
    by: 'staff',
    staffId: 'per_robin',
    reason: 'ill',
    previousStart: at,
    start: at,
    consultantId: 'kim',
    holds: cells,
    timers,
  },
  cancelled: { type: 'cancelled', at, by: 'staff', staffId: 'per_robin', reason: 'ill', notice },
  'reminder-due': { type: 'reminder-due', at, kind: 'remind-24h', hoursBefore: 24 },
  'reminder-skipped': { type: 'reminder-skipped', at, kind: 'remind-2h' },
  'check-in-asked': { type: 'check-in-asked', at, closesAt: at },
  'check-in-answered': { type: 'check-in-answered', at, ...notice },
  'reply-noted': { type: 'reply-noted', at, ...notice, answer: 'move-link', intent: 'move', until: at },
  'late-notice-warned': { type: 'late-notice-warned', at, ...notice },
  'mobile-lost': { type: 'mobile-lost', at, reason: 'withheld', closesAt: at },
  'mobile-restored': { type: 'mobile-restored', at, timers },
  'attendee-joined': { type: 'attendee-joined', at, stamp: at, evidence: 'staff', staffId: 'per_robin' },
  'no-show-recorded': { type: 'no-show-recorded', at, reason: 'late_notice', holds: cells, notice },
  'no-show-reversed': {
    type: 'no-show-reversed',
    at,
    because: 'cancelled',
    holds: cells,
    timers,
    notice,
  },
  'no-show-excused': { type: 'no-show-excused', at, staffId: 'per_robin', reason: 'ill' },
  completed: { type: 'completed', at, staffId: 'per_robin', holds: cells },
};

/** As the table gives back what was put into it. */
function stored(row: object): Record<string, unknown> {
  return unmarshall(marshall(row));
}

describe('a row', () => {
  it('gives back a booking with all that it can have, and none of what stands beside', () => {
    const row = { pk: 'BOOKING#bkg_one', sk: 'BOOKING', mobile: '+15550100123', ...booking };
    expect(parseRow(bookingRow, stored(row))).toEqual(booking);
  });

  it.each(Object.values(events))('gives back the event $type with all that it can have', (event) => {
    const row = { kind: 'event', about: 'booking', bookingId: 'bkg_one', number: 1, version: 1, event };
    expect(parseRow(bookingEventRow, stored(row))).toEqual(row);
  });
});
