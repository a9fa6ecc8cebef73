import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar, Cells } from '../../../lib/domain/calendar/calendar.ts';
import { CELL_MS, cellAt } from '../../../lib/domain/calendar/cells.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { explain } from '../../../lib/domain/calendar/explain.ts';
import { openStarts } from '../../../lib/domain/calendar/openings.ts';
import type { Catalogue, Consultant } from '../../../lib/domain/catalogue.ts';
import { catalogue, consultant, DAY, everyDay, HOUR, local, MINUTE } from '../given.ts';

const zones = ['America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana', 'Pacific/Apia'];
/** Days around which the clocks change somewhere among these zones, and an ordinary one. */
const days = ['2026-03-08', '2026-04-05', '2026-10-04', '2026-11-01', '2026-07-15'].map((day) =>
  Date.parse(day),
);

const hours = fc
  .tuple(fc.nat(95), fc.integer({ min: 4, max: 95 }))
  .map(([from, length]) => everyDay({ from: clock(from), to: clock(from + length) }));

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}

const anyConsultant = fc.record({
  hours,
  zone: fc.constantFrom(...zones),
  sessionTypes: fc.constantFrom(['live-60'], ['live-60', 'call-30'], ['call-30']),
});

const deployment = fc
  .record({
    zone: fc.constantFrom(...zones),
    consultants: fc.array(anyConsultant, { minLength: 1, maxLength: 3 }),
    holiday: fc.constantFrom(...days),
    offering: fc.record({
      slotEveryMinutes: fc.constantFrom(15, 30, 45, 60),
      noticeMinutes: fc.constantFrom(66, 70, 240),
      horizonDays: fc.constantFrom(1, 2, 60),
      bufferMinutes: fc.constantFrom(0, 15, 60),
    }),
  })
  .map(({ zone, consultants, holiday, offering }) =>
    catalogue({
      zone,
      consultants: consultants.map((changes, index) => consultant(`c${index}`, changes)),
      holidays: [new Date(holiday).toISOString().slice(0, 10)],
      policy: { offering },
    }),
  );

/** Cells of three consultants, around two days: whose, and how long after midnight of UTC. */
function someCells(maxLength: number) {
  return fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -4, max: 196 })), { maxLength });
}

const situation = fc.record({
  rules: deployment,
  day: fc.constantFrom(...days),
  nowOffset: fc.integer({ min: -2 * DAY, max: DAY / 2 }),
  taken: someCells(30),
  off: someCells(60),
  extra: someCells(200),
  minutes: fc.constantFrom(30, 60, 90, 240),
});

type Offsets = readonly (readonly [number, number])[];

function cellsOf(taken: Offsets, day: number): Cells {
  const cells = new Map<string, Set<number>>();
  for (const [who, offset] of taken) {
    const id = `c${who}`;
    cells.set(id, (cells.get(id) ?? new Set()).add(cellAt(day) + offset));
  }
  return cells;
}

/** Every quarter hour of two days, and a few instants that lie between them. */
function instantsFrom(day: number): number[] {
  const quarters = Array.from({ length: 192 }, (_, index) => day + index * CELL_MS);
  return [...quarters, day + 1, day + 7 * MINUTE, day + 12 * HOUR - 1];
}

function situationAt({
  rules,
  day,
  nowOffset,
  ...lists
}: {
  rules: Catalogue;
  day: number;
  nowOffset: number;
  taken: Offsets;
  off: Offsets;
  extra: Offsets;
}) {
  const calendar: Calendar = {
    booked: cellsOf(lists.taken, day),
    off: cellsOf(lists.off, day),
    extra: cellsOf(lists.extra, day),
  };
  return { rules, calendar, present: day + nowOffset };
}

test('what is offered, what can be booked and what is explained are one', () => {
  fc.assert(
    fc.property(situation, ({ minutes, day, ...rest }) => {
      const { rules, calendar, present } = situationAt({ day, ...rest });
      const offer = { id: 'live-60', minutes };
      const offered = new Set(openStarts(rules, offer, calendar, present, day, day + 2 * DAY));
      const disagreeing = instantsFrom(day).filter((start) => {
        const { bookable, reasons } = explain(rules, offer, calendar, present, start);
        const able = whoCanGive(rules, offer, calendar, present, start).length > 0;
        const told = offered.has(start);
        return bookable !== told || able !== told || (reasons.length === 0) !== told;
      });
      expect(disagreeing).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('a slot is offered whatever range it is looked for in', () => {
  fc.assert(
    fc.property(situation, fc.nat(192), fc.nat(60), ({ minutes, day, ...rest }, first, length) => {
      const { rules, calendar, present } = situationAt({ day, ...rest });
      const offer = { id: 'live-60', minutes };
      const [from, to] = [day + first * CELL_MS, day + (first + length) * CELL_MS];
      const whole = openStarts(rules, offer, calendar, present, day - DAY, day + 4 * DAY);
      expect(openStarts(rules, offer, calendar, present, from, to)).toEqual(
        whole.filter((start) => start >= from && start < to),
      );
    }),
    { numRuns: 60 },
  );
});

test('whoever can give a session is free for all of it and for the buffer after it', () => {
  fc.assert(
    fc.property(situation, ({ minutes, day, ...rest }) => {
      const { rules, calendar, present } = situationAt({ day, ...rest });
      const buffer = rules.policy.offering.bufferMinutes;
      const offer = { id: 'live-60', minutes };
      const clashes = openStarts(rules, offer, calendar, present, day, day + 2 * DAY).flatMap((start) => {
        const end = cellAt(start + (minutes + buffer) * MINUTE);
        return whoCanGive(rules, offer, calendar, present, start).flatMap(({ id }) =>
          [...(calendar.booked.get(id) ?? [])].filter((cell) => cell >= cellAt(start) && cell < end),
        );
      });
      expect(clashes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a session that is offered lies in no time off, and in hours or extra hours from its start to its end', () => {
  fc.assert(
    fc.property(situation, ({ minutes, day, ...rest }) => {
      const { rules, calendar, present } = situationAt({ day, ...rest });
      const offer = { id: 'live-60', minutes };
      const wrong = openStarts(rules, offer, calendar, present, day, day + 2 * DAY).flatMap((start) =>
        whoCanGive(rules, offer, calendar, present, start).filter((one) => {
          const off = new Set(calendar.off.get(one.id));
          const extra = new Set(calendar.extra.get(one.id));
          const session = Array.from({ length: minutes / 15 }, (_, index) => start + index * CELL_MS);
          return session.some(
            (at) => off.has(cellAt(at)) || !(extra.has(cellAt(at)) || works(rules, one, at)),
          );
        }),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Whether an instant lies in the weekly hours and on no holiday, as an implementation that isn't ours tells the time. */
function works({ zone, holidays }: Catalogue, one: Consultant, at: number): boolean {
  const date = local(at, zone).slice(0, 10);
  const [hour = 0, minute = 0] = local(at, one.zone).slice(11).split(':').map(Number);
  const inHours = (one.hours.monday ?? []).some(({ from, to }) => {
    const [first, last] = [minutesOf(from), minutesOf(to)];
    const now = hour * 60 + minute;
    return (now >= first && now < last) || now + 1440 < last;
  });
  return inHours && !holidays.includes(date);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
