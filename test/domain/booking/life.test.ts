import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Booking, isOver, isPending } from '../../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../../lib/domain/booking/commands.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import type { BookingEvent } from '../../../lib/domain/booking/events.ts';
import { evolve, fold } from '../../../lib/domain/booking/evolve.ts';
import type { Timer } from '../../../lib/domain/booking/timer.ts';
import { cellAt } from '../../../lib/domain/calendar/cells.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { MINUTE } from '../given.ts';
import { always, live } from './always.ts';
import { Model } from './model.ts';
import { actions, deployment, NIGHT, perform } from './random-life.ts';

function keyOf({ kind, at }: Timer): string {
  return `${kind} ${at}`;
}

/** Being refused changes nothing either. */
function decidedOrRefused(
  row: Booking,
  command: BookingCommand,
  { now, rules }: Model,
): readonly BookingEvent[] {
  try {
    return decide(row, command, now, rules.policy);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** A row but for what it was last answered. */
function withoutNotes({ revision: _, noted: __, helped: ___, ...row }: Booking): Partial<Booking> {
  return row;
}

describe('whatever happens, in whatever order,', () => {
  test('no two sessions of one consultant overlap', () => {
    always((model) => {
      const open = [...model.stories.values()].map(({ row }) => row).filter((row) => !isOver(row));
      const overlapping = open.flatMap((one) =>
        open
          .filter((other) => one.id < other.id && one.consultantId === other.consultantId)
          .filter((other) => one.start < other.end && other.start < one.end)
          .map((other) => `${one.id} and ${other.id}`),
      );
      expect(overlapping).toEqual([]);
    });
  });

  test('the busy cells are those that the rows hold, each held by one', () => {
    always((model) => {
      const held = [...model.stories.values()].flatMap(({ row: { id, consultantId, holds } }) =>
        holds === undefined
          ? []
          : Array.from(
              { length: holds.to - holds.from },
              (_, index) => `${consultantId} ${holds.from + index} ${id}`,
            ),
      );
      const busy = [...model.calendar].flatMap(([consultantId, cells]) =>
        [...cells].map(([cell, id]) => `${consultantId} ${cell} ${id}`),
      );
      expect(busy.toSorted()).toEqual(held.toSorted());
    });
  });

  test('an open session holds its whole time', () => {
    always((model) => {
      for (const { row } of model.stories.values())
        if (!isOver(row)) {
          expect(row.holds?.from).toBe(cellAt(row.start));
          expect(row.holds?.to).toBeGreaterThanOrEqual(cellAt(row.end));
        }
    });
  });

  test('an offered slot can be booked, and moved to, at that instant', () => {
    always((_, { command, before, events, refused }) => {
      if (command.type !== 'book' && command.type !== 'reschedule') return;
      const refusals = ['outside-change-window', 'already-over', 'changed-meanwhile', 'approval-required'];
      const refusedToThem = refusals.includes(refused?.code ?? '');
      const nothingToDo = refusedToThem || before?.start === command.start;
      expect(events.map((event) => 'start' in event && event.start)).toEqual(
        nothingToDo ? [] : [command.start],
      );
      expect(refused?.code).not.toBe('slot-unavailable');
    });
  });

  test('a pending session waits for nothing but its expiry, and nobody is asked, let in or held to it', () => {
    always((model, { command, before, after, events }) => {
      for (const { row } of model.stories.values())
        if (isPending(row)) {
          expect(row.due).toEqual([{ kind: 'expire', at: row.approval?.decideBy }]);
          expect(row).not.toHaveProperty('attendance');
          expect(row).not.toHaveProperty('checkIn');
        }
      if (before === undefined || !isPending(before) || events.length === 0) return;
      expect(['join', 'reply', 'complete', 'excuse', 'contest', 'erase']).not.toContain(command.type);
      const known = ['pending', 'confirmed', 'cancelled'];
      expect(known).toContain(after?.status);
      if (after?.status === 'confirmed') expect(command.type).toBe('approve');
    });
  });

  test('what was pending stands only by one decision, made in time', () => {
    always((model) => {
      for (const { row, events } of model.stories.values()) {
        const decided = events.filter(({ type }) =>
          ['approved', 'declined', 'approval-expired'].includes(type),
        );
        expect(decided.length).toBeLessThanOrEqual(row.approval === undefined ? 0 : 1);
        expect(row.approval?.approved?.at ?? 0).toBeLessThan(row.approval?.decideBy ?? 1);
      }
    });
  });

  test('folding a booking’s events, as they are stored, gives its row', () => {
    always((model) => {
      for (const { row, events } of model.stories.values()) {
        expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(row);
        expect(row.revision).toBe(events.length);
      }
    });
  });

  test('a timer that is set lies ahead, and what is over has none', () => {
    always((model, { before, after }) => {
      const known = new Set(before?.version === after?.version ? before?.due.map(keyOf) : []);
      const set = after?.due.filter((timer) => !known.has(keyOf(timer))) ?? [];
      expect(set.filter(({ at }) => at <= model.now)).toEqual([]);
      expect(after !== undefined && isOver(after) ? after.due : []).toEqual([]);
    });
  });

  test('a timer makes something happen only if it is set, of this version, and its time has come', () => {
    always((model, { command, before, events }) => {
      if (command.type !== 'due') return;
      const timer = before?.due.find(({ kind }) => kind === command.kind);
      const counts = timer !== undefined && timer.at <= model.now && command.version === before?.version;
      expect(events.length > 0).toBe(counts);
    });
  });

  test('a timer that comes twice makes nothing happen the second time', () => {
    always((model, { command, after, events }) => {
      if (command.type !== 'due' || after === undefined || events.length === 0) return;
      expect(decide(after, command, model.now, model.rules.policy)).toEqual([]);
    });
  });

  test('a request or a text that comes twice leaves the booking as the first one left it', () => {
    always((model, { command, after, events }) => {
      if (command.type === 'due' || after === undefined || events.length === 0) return;
      const again = decidedOrRefused(after, command, model);
      expect(again.filter(({ type }) => type !== 'reply-noted')).toEqual([]);
      expect(withoutNotes(again.reduce(evolve, after))).toEqual(withoutNotes(after));
    });
  });

  test('deciding and evolving leave what they were given as it was, and give the same again', () => {
    always((model, { command, before, events, refused }) => {
      if (refused !== undefined || events.some(({ type }) => type === 'no-show-reversed')) return;
      const again = decide(before, command, model.now, model.rules.policy);
      expect(again).toEqual(events);
      expect(again.reduce(evolve, before)).toEqual(events.reduce(evolve, before));
    }, 60);
  });

  test('every timer that is left to come in the end leads to an end', () => {
    fc.assert(
      fc.property(deployment, actions, (rules, steps) => {
        const model = new Model(rules, NIGHT);
        for (const step of steps) Array.from(perform(model, step));
        for (const id of model.stories.keys()) {
          for (let fired = 0; fired < 12; fired++) {
            const row = model.stories.get(id)?.row;
            const [next] = row?.due.toSorted((a, b) => a.at - b.at) ?? [];
            if (row === undefined || next === undefined) break;
            model.now = Math.max(model.now, next.at);
            model.execute(id, { type: 'due', kind: next.kind, version: row.version });
          }
          const row = model.stories.get(id)?.row;
          expect(row !== undefined && isOver(row)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('these random lives meet every kind of event', () => {
  const met = new Set<string>();
  const lives = fc.sample(fc.tuple(deployment, actions), { seed: 1, numRuns: 200 });
  for (const [rules, steps] of lives)
    live(rules, steps, (_, { events }) => {
      for (const event of events) met.add(event.type);
    });
  expect([...met].toSorted()).toEqual([
    'approval-expired',
    'approved',
    'attendee-erased',
    'attendee-joined',
    'booked',
    'cancelled',
    'check-in-answered',
    'check-in-asked',
    'completed',
    'contest-rejected',
    'declined',
    'join-withdrawn',
    'late-notice-warned',
    'mobile-lost',
    'mobile-restored',
    'no-show-contested',
    'no-show-excused',
    'no-show-recorded',
    'no-show-reversed',
    'reminder-due',
    'reminder-skipped',
    'reopened',
    'reply-noted',
    'rescheduled',
  ]);
});

test('a no-show whose time went to somebody else is taken back, and that one keeps the time', () => {
  const [rules] = fc.sample(
    deployment.filter(
      ({ policy, sessionTypes }) => policy.offering.noticeMinutes === 1 && sessionTypes[2]?.minutes === 180,
    ),
    { seed: 1, numRuns: 1 },
  );
  if (rules === undefined) throw new Error('no deployment');
  const model = new Model({ ...rules, consultants: rules.consultants.slice(0, 1) }, NIGHT);
  const start = NIGHT + 4 * 60 * MINUTE;
  model.book({ id: 's-180', minutes: 180 }, start);
  model.now = start + 5 * MINUTE;
  model.execute('bkg_1', { type: 'due', kind: 'check-in', version: 1 });
  model.now = start + 15 * MINUTE;
  model.execute('bkg_1', { type: 'due', kind: 'close', version: 1 });
  model.book({ id: 's-60', minutes: 60 }, start + 60 * MINUTE);
  model.now = start + 16 * MINUTE;
  const { events } = model.execute('bkg_1', {
    type: 'reply',
    stamp: start + 14 * MINUTE,
    messageId: 'm',
    meaning: 'coming',
  });
  expect(events.map(({ type }) => type)).toEqual(['check-in-answered', 'no-show-reversed']);
  expect(model.stories.get('bkg_1')?.row).toMatchObject({ status: 'cancelled', cancelled: { by: 'showup' } });
  expect(model.stories.get('bkg_2')?.row).toMatchObject({ status: 'confirmed', consultantId: 'robin' });
});
