import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { deskBookingAnswer, deskBookingWithEventsAnswer } from '../../lib/http/desk-answers.ts';
import { deskBookingJson, eventJson } from '../../lib/http/desk-json.ts';
import {
  answer,
  bookAnHour,
  cancel,
  cancelFor,
  closed,
  complete,
  due,
  excuse,
  join,
  loseMobile,
  markJoined,
  moveFor,
  restoreMobile,
  STAFF,
  START,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  tell,
} from '../domain/given.ts';
import settings from '../fixture-config.ts';

const of = { staffId: STAFF, reason: 'We know them' };
const approve: BookingCommand = { type: 'approve', ...of };
const decline: BookingCommand = { type: 'decline', ...of };
const contest: BookingCommand = { type: 'contest', text: 'I was there' };
const rejectContest: BookingCommand = { type: 'reject-contest', ...of };
const erase: BookingCommand = { type: 'erase', staffId: STAFF, tombstone: 'era_1' };

function isExpiry([, command]: Step): boolean {
  return command.type === 'due' && command.kind === 'expire';
}

const reminded: Step = [-24 * 60, due('remind-24h')];

/** Lives that have every kind of event between them. */
const lives: Readonly<Record<string, readonly Step[]>> = {
  'confirmed and reminded': [reminded, [-119, due('remind-2h')]],
  'moved by staff': [[-20, moveFor(START + 86_400_000, -20)]],
  'cancelled by link': [[-120, cancel(-120, 'Ill')]],
  'cancelled by text': [[-120, answer(-120, 'cannot')]],
  'cancelled by staff': [[-20, cancelFor(-20)]],
  'asked, and kept open': [
    [5, due('check-in')],
    [6, answer(6)],
    [7, answer(7, 'help')],
  ],
  'in progress by staff’s word': [[3, markJoined(2)]],
  'completed by staff': [
    [3, join(3)],
    [20, complete()],
  ],
  'completed by its end': [
    [3, join(3)],
    [60, due('finish')],
  ],
  'a no-show': closed,
  'a no-show taken back': [...closed, [16, join(14)]],
  'an excused no-show': [...closed, [70, excuse()]],
  'a no-show by late notice': [
    [-25, answer(-25, 'cannot')],
    [-20, answer(-20, 'cannot')],
  ],
  'without texts for a while': [
    [-200, loseMobile()],
    [-150, restoreMobile],
    [-100, loseMobile('refused')],
  ],
  'asked for a link to move': [[-120, answer(-120, 'move')]],
  approved: [[THREE_DAYS_BEFORE, approve]],
  declined: [[THREE_DAYS_BEFORE, decline]],
  'not approved in time': [[-500, due('expire')]],
  'a no-show that was contested in vain': [...closed, [70, contest], [80, rejectContest]],
  erased: [
    [-120, cancel(-120, 'Ill')],
    [100, erase],
  ],
  'reminded too late': [[-30, due('remind-24h')]],
};

function life(steps: readonly Step[]) {
  const waits = steps.some(([, { type }]) => ['approve', 'decline'].includes(type)) || steps.some(isExpiry);
  const approval = { because: 'late-notices', decideBy: startPlus(-600) } as const;
  const asked = bookAnHour({ personId: 'per_ada', ...(waits && { approval }) });
  const { booking, events } = tell([[THREE_DAYS_BEFORE, asked], ...steps]);
  return { booking, told: events.map((event, index) => eventJson(index + 1, event)), events };
}

function parsed(schema: z.ZodMiniType, value: unknown): readonly unknown[] {
  return z.safeParse(schema, JSON.parse(JSON.stringify(value))).error?.issues ?? [];
}

const onRecord = (booking: Booking) => deskBookingJson(booking, settings);

describe.each(Object.entries(lives))('a booking that is %s', (_, steps) => {
  it('is told to staff as the document declares, and all that happened to it', () => {
    const { booking, told } = life(steps);
    expect(parsed(deskBookingAnswer, onRecord(booking))).toEqual([]);
    expect(parsed(deskBookingWithEventsAnswer, { ...onRecord(booking), events: told })).toEqual([]);
    expect(told.map(({ number }) => number)).toEqual(told.map((__, index) => index + 1));
  });
});

it('these lives have every kind of event', () => {
  const met = new Set(Object.values(lives).flatMap((steps) => life(steps).events.map(({ type }) => type)));
  expect(met.size).toBe(22);
});

describe('what staff are told', () => {
  it('is who of them did what, when and why', () => {
    expect(onRecord(life([[-20, cancelFor(-20)]]).booking).cancelled).toEqual({
      at: '2026-11-24T14:40:00.000Z',
      by: 'staff',
      staffId: STAFF,
      reason: 'Robin is ill',
    });
    expect(onRecord(life([...closed, [70, excuse()]]).booking).outcome).toEqual({
      reason: 'absent',
      at: '2026-11-24T15:15:00.000Z',
      excused: { by: STAFF, at: '2026-11-24T16:10:00.000Z', reason: 'The power was out' },
    });
    expect(onRecord(life([[3, markJoined(2)]]).booking).attendance).toEqual({
      joinedAt: '2026-11-24T15:02:00.000Z',
      evidence: 'staff',
      staffId: STAFF,
    });
  });

  it('is until when a pending booking is decided on, why, and who did', () => {
    const { booking, told } = life([[THREE_DAYS_BEFORE, approve]]);
    expect(onRecord(booking).approval).toEqual({
      because: 'late-notices',
      decideBy: new Date(startPlus(-600)).toISOString(),
      approved: { at: new Date(startPlus(THREE_DAYS_BEFORE)).toISOString(), by: STAFF },
    });
    expect(told).toMatchObject([
      { type: 'booked', because: 'late-notices', decideBy: new Date(startPlus(-600)).toISOString() },
      { type: 'approved', staffId: STAFF, reason: 'We know them' },
    ]);
  });

  it('is what was contested, and why that stays', () => {
    const { booking, told } = life([...closed, [70, contest], [80, rejectContest]]);
    expect(onRecord(booking).outcome?.contest).toEqual({
      at: new Date(startPlus(70)).toISOString(),
      text: 'I was there',
      rejected: { at: new Date(startPlus(80)).toISOString(), by: STAFF, reason: 'We know them' },
    });
    expect(told.at(-2)).toMatchObject({ type: 'no-show-contested', text: 'I was there' });
  });

  it('is nothing of whom a booking was for, once that was erased', () => {
    const told = JSON.stringify(
      onRecord(
        life([
          [-120, cancel(-120, 'Ill')],
          [100, erase],
        ]).booking,
      ),
    );
    expect(told).toContain('era_1@erased.invalid');
    expect(told).not.toMatch(/Ada|ada@|Ill|15550123/u);
  });

  it('is the revision to decide on, the company and the account', () => {
    expect(onRecord(life([reminded]).booking)).toMatchObject({
      revision: 2,
      company: 'example-crates',
      person: 'per_ada',
    });
  });

  it('has none of the links that speak for the holder, and nothing that only the system needs', () => {
    const told = onRecord(life(closed).booking);
    for (const inner of ['manageUrl', 'joinUrl', 'due', 'holds', 'noted', 'consultantId', 'minutes'])
      expect(told).not.toHaveProperty(inner);
  });
});

describe('an event as staff are told it', () => {
  it('says when and by what, in instants and not in milliseconds', () => {
    const { told } = life([[-20, moveFor(START + 86_400_000, -20)]]);
    expect(told[1]).toEqual({
      number: 2,
      type: 'rescheduled',
      at: new Date(startPlus(-20)).toISOString(),
      by: 'staff',
      staffId: STAFF,
      reason: 'Robin is ill',
      previousStart: '2026-11-24T15:00:00.000Z',
      start: '2026-11-25T15:00:00.000Z',
      consultant: 'kim',
    });
  });

  it('has nothing of the attendee that the booking doesn’t tell already, and no ids of messages', () => {
    const { told } = life([[-120, answer(-120, 'cannot')]]);
    expect(JSON.stringify(told)).not.toMatch(/example\.com|messageId|m-120|holds|timers/u);
  });
});
