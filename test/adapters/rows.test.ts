import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { parseRow } from '../../lib/adapters/parse-row.ts';
import { bookingEventRow, bookingRow } from '../../lib/adapters/rows.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingEvent } from '../../lib/domain/booking/events.ts';
import type { WordlessEventOf } from '../../lib/domain/booking/words.ts';

const at = 1_795_000_000_000;
const cells = { from: 7, to: 11 };
const timers = [
  { kind: 'remind-24h', at },
  { kind: 'finish', at },
] as const;
const by = { at, staffId: 'per_robin' };
const ruled = { by: 'per_robin', at, reason: 'ill' };
const notice = { stamp: at, messageId: 'm1' };
const terms = {
  sessionType: 'live-60',
  minutes: 60,
  start: at,
  timeZone: 'Europe/Berlin',
  companyId: 'example-crates',
  personId: 'per_ada',
  price: { amount: 140, currency: 'USD' },
  release: '6.1',
  language: 'de',
} as const;

/** Every field that a booking can have: the compiler tells of one that is missing here. */
const booking: Required<Booking> = {
  ...terms,
  attendee: { name: 'Ada', email: 'ada@example.com', mobile: '+15550100123' },
  topic: 'The importer',
  id: 'bkg_one',
  status: 'in_progress',
  version: 2,
  revision: 9,
  end: at + 1,
  consultantId: 'robin',
  attendance: { joinedAt: at, evidence: 'staff', staffId: 'per_robin' },
  checkIn: { askedAt: at, answeredAt: at, answer: 'keep' },
  outcome: {
    reason: 'late_notice',
    at,
    staffId: 'per_robin',
    excused: ruled,
    contest: { at, text: 'The power was out', rejected: ruled },
  },
  cancelled: { at, by: 'staff', staffId: 'per_robin', reason: 'ill' },
  approval: { because: 'late-notices', decideBy: at, approved: { at, by: 'per_robin' } },
  mobileLost: { at, reason: 'opted-out', closesAt: at },
  mailLost: { at, reason: 'bounced' },
  heard: { stamp: at, intent: 'cannot' },
  warnedAt: at,
  moveUntil: at,
  closesAt: at,
  beside: true,
  holds: cells,
  due: timers,
  helped: true,
  noted: 'move-link',
  words: { '3': 'ill', '12': 'The power was out' },
  erasedAt: at,
  bookedBy: 'per_robin',
  createdAt: at,
};

/** Every event with every field that it can have in its row. */
const events: { readonly [Type in BookingEvent['type']]: Required<WordlessEventOf<Type>> } = {
  booked: {
    type: 'booked',
    at,
    bookingId: 'bkg_one',
    ...terms,
    consultantId: 'robin',
    holds: cells,
    timers,
    mobileLost: 'refused',
    approval: { because: 'company', decideBy: at },
    by: 'staff',
    staffId: 'per_robin',
    beside: true,
  },
  rescheduled: {
    type: 'rescheduled',
    at,
    by: 'staff',
    staffId: 'per_robin',
    previousStart: at,
    start: at,
    decideBy: at,
    consultantId: 'kim',
    holds: cells,
    timers,
  },
  cancelled: { type: 'cancelled', at, by: 'staff', staffId: 'per_robin', notice },
  'reminder-due': { type: 'reminder-due', at, kind: 'remind-24h', hoursBefore: 24 },
  'reminder-skipped': { type: 'reminder-skipped', at, kind: 'remind-2h' },
  'check-in-asked': { type: 'check-in-asked', at, closesAt: at },
  'check-in-answered': { type: 'check-in-answered', at, ...notice },
  'reply-noted': { type: 'reply-noted', at, ...notice, answer: 'move-link', intent: 'move', until: at },
  'late-notice-warned': { type: 'late-notice-warned', at, ...notice },
  'mobile-lost': { type: 'mobile-lost', at, reason: 'withheld', closesAt: at },
  'mobile-restored': { type: 'mobile-restored', at, timers },
  'mail-lost': { type: 'mail-lost', at, reason: 'complained', confirmation: true },
  'mail-restored': { type: 'mail-restored', at, staffId: 'per_robin' },
  'attendee-joined': { type: 'attendee-joined', at, stamp: at, evidence: 'staff', staffId: 'per_robin' },
  'join-withdrawn': { type: 'join-withdrawn', ...by, timers, answeredAt: at, closesAt: at },
  'no-show-recorded': {
    type: 'no-show-recorded',
    at,
    staffId: 'per_robin',
    reason: 'late_notice',
    holds: cells,
    notice,
  },
  'no-show-reversed': {
    type: 'no-show-reversed',
    at,
    because: 'cancelled',
    holds: cells,
    timers,
    notice,
  },
  'no-show-excused': { type: 'no-show-excused', ...by },
  'no-show-contested': { type: 'no-show-contested', at },
  'contest-rejected': { type: 'contest-rejected', ...by },
  approved: { type: 'approved', ...by, timers: [...timers, { kind: 'expire', at }] },
  declined: { type: 'declined', ...by },
  'approval-expired': { type: 'approval-expired', at },
  'attendee-erased': { type: 'attendee-erased', ...by, tombstone: 'per_ada' },
  completed: { type: 'completed', at, staffId: 'per_robin', holds: cells },
  reopened: { type: 'reopened', ...by, holds: cells, timers },
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
    const place = { kind: 'event', about: 'booking', bookingId: 'bkg_one', number: 1, version: 1 };
    const row = { ...place, policy: 'pol_0123456789ab', event };
    expect(parseRow(bookingEventRow, stored(row))).toEqual(row);
  });

  it('gives back nothing of an event that names somebody or was written, should it ever hold that', () => {
    const written = { reason: 'ill', text: 'The power was out', topic: 'The importer' };
    const { attendee } = booking;
    for (const event of Object.values(events)) {
      // Their reasons are one of a few, and no words.
      const fixed = 'reason' in event ? { reason: event.reason } : {};
      const more = { ...written, attendee, ...fixed };
      const row = { kind: 'event', about: 'booking', bookingId: 'bkg_one', number: 1, version: 1 };
      const read = parseRow(
        bookingEventRow,
        stored({ ...row, policy: 'pol_0123456789ab', event: { ...event, ...more } }),
      );
      expect(read.event).toEqual(event);
    }
  });
});
