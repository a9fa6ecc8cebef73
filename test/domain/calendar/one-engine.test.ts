import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELL_MS, cellAt } from '../../../lib/domain/calendar/cells.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { explain } from '../../../lib/domain/calendar/explain.ts';
import { type Busy, openStarts } from '../../../lib/domain/calendar/openings.ts';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { catalogue, consultant, DAY, everyDay, HOUR, MINUTE } from '../given.ts';

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

const situation = fc.record({
  rules: deployment,
  day: fc.constantFrom(...days),
  nowOffset: fc.integer({ min: -2 * DAY, max: DAY / 2 }),
  taken: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -4, max: 196 })), { maxLength: 30 }),
  minutes: fc.constantFrom(30, 60, 90, 240),
});

function busyOf(taken: readonly (readonly [number, number])[], day: number): Busy {
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
  taken,
}: {
  rules: Catalogue;
  day: number;
  nowOffset: number;
  taken: [number, number][];
}) {
  return { rules, calendar: busyOf(taken, day), present: day + nowOffset };
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
          [...(calendar.get(id) ?? [])].filter((cell) => cell >= cellAt(start) && cell < end),
        );
      });
      expect(clashes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
