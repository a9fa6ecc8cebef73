import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { policyVersion } from '../../../lib/app/policy-version.ts';
import { bookingTellings, publicBookingEvent } from '../../../lib/app/publish/booking-events.ts';
import {
  companyTellings,
  personTellings,
  publicCompanyEvent,
  publicPersonEvent,
  publicStandingEvent,
  standingTellings,
} from '../../../lib/app/publish/people-events.ts';
import { withoutIdentity } from '../../../lib/app/publish/telling.ts';
import { react } from '../../../lib/app/react.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { BookingEvent } from '../../../lib/domain/booking/events.ts';
import type { CompanyEvent, PersonEvent } from '../../../lib/domain/people/events.ts';
import type { Member } from '../../../lib/domain/people/person.ts';
import { ownerOf, type PublicEvent, type PublicType, publicTypes } from '../../../lib/domain/public-event.ts';
import type { StandingEvent } from '../../../lib/domain/standing/events.ts';
import { schemaOf } from '../../../lib/http/public-event-schemas.ts';
import settings from '../../fixture-config.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, mobile } from '../acting.ts';

const DAY = 86_400_000;

let engine: Engine;
let world: World;
let booking: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  booking = await book(world.deps, { topic: 'Our secret importer' });
});

const staff = { at: NOW, staffId: 'per_robin' };
const held = { holds: { from: 1, to: 5 }, timers: [] };

/** One of each type that is told, as it comes from its row. */
function told(): readonly BookingEvent[] {
  const { attendee, sessionType, minutes, timeZone } = booking;
  const terms = { attendee, sessionType, minutes, timeZone, start: START, consultantId: 'robin' };
  const booked = { type: 'booked', at: NOW, bookingId: booking.id, ...terms, ...held } as const;
  const moved = { type: 'rescheduled', at: NOW, previousStart: START, start: START + DAY } as const;
  return [
    booked,
    { ...booked, approval: { because: 'late-notices', decideBy: START } },
    { type: 'approved', ...staff, timers: [] },
    { type: 'declined', ...staff, reason: 'No' },
    { type: 'approval-expired', at: NOW },
    { ...moved, by: 'link', consultantId: 'sam', ...held },
    { type: 'cancelled', at: NOW, by: 'staff', staffId: 'per_robin', reason: 'A private reason' },
    { type: 'attendee-joined', at: NOW, stamp: NOW, evidence: 'link' },
    { type: 'join-withdrawn', ...staff, timers: [] },
    { type: 'no-show-recorded', at: NOW, reason: 'absent', holds: held.holds },
    { type: 'no-show-reversed', at: NOW, because: 'joined', timers: [] },
    { type: 'no-show-excused', ...staff, reason: 'A private reason' },
    { type: 'completed', at: NOW },
    { type: 'reopened', ...staff, ...held },
    { type: 'attendee-erased', ...staff, tombstone: 'gone_1' },
  ];
}

function tell(event: BookingEvent, now = NOW, of = booking): PublicEvent | undefined {
  const record = { bookingId: of.id, number: 7, version: 2, policy: policyVersion(settings.policy), event };
  return publicBookingEvent(record, of, settings, now);
}

const ada: Member = {
  ...{ id: 'per_ada', name: 'Ada Park', email: 'ada@example.com', staff: false, companyId: 'example-crates' },
  ...{ level: 'basic', newsletters: true, status: 'active', passwordVersion: 1, revision: 2 },
  ...{ invitedAt: NOW, invitedBy: 'operator' },
};
const by = { at: NOW, by: 'per_robin' };
const personEvents: readonly PersonEvent[] = [
  { type: 'person-invited', ...by, passwordVersion: 0 },
  { type: 'password-set', ...by, passwordVersion: 1, activated: true },
  { type: 'level-changed', ...by, from: 'basic', level: 'manager' },
  { type: 'person-removed', ...by },
  { type: 'person-erased', ...by, tombstone: 'gone_1' },
];
const companyEvents: readonly CompanyEvent[] = [
  { type: 'company-created', ...by },
  { type: 'plan-changed', ...by, from: '2026-12-31', planUntil: '2027-12-31' },
  { type: 'company-renamed', ...by, from: 'Crates', name: 'Example Crates' },
  { type: 'after-hours-changed', ...by, afterHours: true },
  { type: 'company-ruled', ...by, decision: 'block', until: NOW + DAY },
];
const standingEvents: readonly StandingEvent[] = [
  { type: 'person-blocked', ...by, rulingId: 'rul_1', until: NOW + DAY },
  { type: 'person-lifted', ...by, rulingId: 'rul_1' },
  { type: 'person-reinstated', ...by, rulingId: 'rul_1', amount: 10, currency: 'USD' },
];

function everyPublicEvent(): PublicEvent[] {
  const company = { ...{ id: 'example-crates', name: 'Example Crates', planUntil: '', afterHours: false } };
  const whole = { ...company, code: '', formerCodes: [], formerRulings: [], revision: 1 };
  const number = 3;
  return [
    ...told().map((event) => tell(event)),
    ...personEvents.map((event) => publicPersonEvent({ personId: 'per_ada', number, event }, ada, NOW)),
    ...companyEvents.map((event) =>
      publicCompanyEvent({ companyId: 'example-crates', number, event }, whole, NOW),
    ),
    ...standingEvents.map((event) =>
      publicStandingEvent(
        { standingId: 'std_1', number, event },
        { email: 'ada@example.com', companyId: 'example-crates' },
        NOW,
      ),
    ),
  ].filter((event) => event !== undefined);
}

describe('what other systems are told', () => {
  it('is what the schemas say, and there is an event for each of them', () => {
    const events = everyPublicEvent();
    for (const event of events) {
      const sent: unknown = JSON.parse(JSON.stringify(event));
      const result = z.safeParse(schemaOf(event.type as PublicType), sent);
      expect({ type: event.type, problems: result.error?.issues }).toEqual({ type: event.type });
    }
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual([...publicTypes].toSorted());
  });

  it('holds no number, token, link or word that somebody wrote', () => {
    const text = JSON.stringify(everyPublicEvent());
    for (const unsaid of [mobile, 'importer', 'private reason', 'https', 'gone_1'])
      expect(text).not.toContain(unsaid);
  });

  it('is told or withheld with a reason, event by event', () => {
    for (const tellings of [bookingTellings, personTellings, companyTellings, standingTellings]) {
      for (const [type, telling] of Object.entries<unknown>(tellings)) {
        if (typeof telling === 'function') continue;
        expect((telling as { withheld: string }).withheld, type).toMatch(/\w/u);
      }
    }
    expect(tell({ type: 'reminder-skipped', at: NOW, kind: 'remind-24h' })).toBeUndefined();
  });

  it('names each event by an id that leads back to whose it is, and never changes', () => {
    const [first] = told();
    if (first === undefined) throw new Error('nothing is told');
    expect(tell(first)).toEqual(tell(first, NOW + 5));
    expect(tell(first)?.id).toBe(`evt_${booking.id}_7`);
    for (const owner of ['bkg_1', 'per_01kb', 'std_9', 'example-crates']) {
      expect(ownerOf(`evt_${owner}_12`)).toBe(owner);
    }
  });

  it('says of a move when the session is from then on, and when it would have been', () => {
    const moved = told().find(({ type }) => type === 'rescheduled');
    if (moved === undefined) throw new Error('nothing moves');
    expect(tell(moved)).toMatchObject({
      type: 'booking.moved',
      previousStart: new Date(START).toISOString(),
      booking: {
        version: 2,
        start: new Date(START + DAY).toISOString(),
        end: new Date(START + DAY + 3_600_000).toISOString(),
        consultant: { id: 'sam' },
      },
    });
  });

  it('is news: nothing is told more than 24 hours later, as an import would', () => {
    const [first] = told();
    if (first === undefined) throw new Error('nothing is told');
    expect(tell(first, NOW + DAY)).toBeDefined();
    expect(tell(first, NOW + DAY + 1)).toBeUndefined();
  });

  it('is nothing of who was erased, but that they were', () => {
    const erased = {
      ...booking,
      erasedAt: NOW,
      attendee: { name: 'Erased', email: 'gone_1@erased.invalid' },
    };
    const events = told().flatMap((event) => tell(event, NOW, erased) ?? []);
    expect(events).toMatchObject([{ type: 'booking.attendee-erased', booking: { id: booking.id } }]);
    expect(Object.keys(events[0]?.booking ?? {})).toEqual(['id']);
    const gone = { ...ada, email: 'gone_1@erased.invalid' };
    const accounts = personEvents.flatMap(
      (event) => publicPersonEvent({ personId: 'per_ada', number: 1, event }, gone, NOW) ?? [],
    );
    expect(accounts).toMatchObject([{ type: 'person.erased', person: { id: 'per_ada' } }]);
    const [blocked] = standingEvents;
    if (blocked === undefined) throw new Error('nobody is blocked');
    const recorded = { standingId: 'std_1', number: 1, event: blocked };
    expect(publicStandingEvent(recorded, { email: gone.email, companyId: undefined }, NOW)).toBeUndefined();
  });

  it('is nothing of our own staff’s accounts', () => {
    const { companyId: _, level: __, newsletters: ___, ...account } = ada;
    for (const event of personEvents) {
      expect(
        publicPersonEvent({ personId: 'per_ada', number: 1, event }, { ...account, staff: true }, NOW),
      ).toBeUndefined();
    }
  });

  it('can be kept without who it is about', () => {
    const kept = JSON.stringify(everyPublicEvent().map(withoutIdentity));
    expect(kept).not.toMatch(/ada@|park|"attendee"/iu);
    expect(kept).toContain(booking.id);
  });
});

describe('a reaction', () => {
  const record = () => {
    const [event] = told();
    return { bookingId: booking.id, number: 1, version: 1, policy: policyVersion(settings.policy), event };
  };

  it('publishes, and again where it comes again: consumers know repeats by the id', async () => {
    for (let time = 0; time < 2; time++)
      await react(world.deps, record() as Parameters<typeof react>[1], 60_000);
    expect(world.bus.published.map(({ id }) => id)).toEqual([`evt_${booking.id}_1`, `evt_${booking.id}_1`]);
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('fails where the bus does, after doing all else', async () => {
    world.bus.interrupt = () => {
      throw new Error('no bus');
    };
    await expect(react(world.deps, record() as Parameters<typeof react>[1], 60_000)).rejects.toThrow(
      '1 effects failed',
    );
    expect(world.mailer.sent).toHaveLength(1);
  });
});
