import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoHours } from '../../lib/adapters/hours.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { type Change, SlotTaken, Stale, type Table } from '../../lib/app/deps.ts';
import type { HoursTable } from '../../lib/app/hours-deps.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { CELL_MS } from '../../lib/domain/calendar/cells.ts';
import type { HoursException } from '../../lib/domain/calendar/hours-exception.ts';
import { type Engine, NOW, START } from '../world.ts';
import { booking, cancelled, moved, type Wanted } from './changes.ts';
import { measure } from './measure.ts';
import { busyCellsOn, everyRow } from './whole-table.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the calendar promises where sessions lie beside each other, and where hours change. */
export function calendarRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  let hours: HoursTable;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
    hours = dynamoHours(client);
  });

  async function committed(change: Change): Promise<Booking> {
    await table.commit(change);
    return change.after;
  }

  function besides(wanted: Wanted = {}): Change {
    const change = booking({ id: 'bkg_beside', ...wanted });
    return { ...change, after: { ...change.after, beside: true } };
  }

  /** Time off of robin from START, for an hour. */
  function timeOff(changes: Partial<HoursException> = {}, removed = 0): HoursException {
    const usual = { consultantId: 'robin', kind: 'off', from: START, to: START + HOUR } as const;
    const wish = { ...usual, reason: 'Training', ...changes };
    return { id: hours.idFor(wish, removed), ...wish, by: 'per_kim', at: NOW };
  }

  const removedFrom = (after: HoursException): HoursException => ({
    ...after,
    removed: { by: 'per_robin', at: NOW + 1 },
  });

  async function failureOf(act: Promise<unknown>): Promise<unknown> {
    return act.then(
      () => 'done',
      (error: Error) => error.constructor,
    );
  }

  /** Cells of robin, counted from START. */
  async function cellsNow() {
    const calendar = await hours.calendarNow(START - DAY, START + 2 * DAY);
    const of = (cells: typeof calendar.booked) =>
      [...(cells.get('robin') ?? [])].map((cell) => cell - START / CELL_MS).toSorted((a, b) => a - b);
    return { booked: of(calendar.booked), off: of(calendar.off), extra: of(calendar.extra) };
  }

  describe('sessions beside each other', () => {
    it('are counted, and the cancel of either leaves the time of the other taken', async () => {
      const first = await committed(booking());
      const second = await committed(besides({ start: START + HOUR / 2 }));
      expect((await cellsNow()).booked).toEqual([0, 1, 2, 2, 3, 3, 4, 5]);
      await table.commit(cancelled(first));
      expect((await cellsNow()).booked).toEqual([2, 3, 4, 5]);
      expect(await failureOf(table.commit(booking({ id: 'bkg_third' })))).toBe(SlotTaken);
      await table.commit(cancelled(second));
      expect((await cellsNow()).booked).toEqual([]);
      await table.commit(booking({ id: 'bkg_third' }));
    });

    it('leave the time taken too where the one that was put beside is cancelled first', async () => {
      await table.commit(booking());
      const second = await committed(besides());
      await table.commit(cancelled(second));
      expect((await cellsNow()).booked).toEqual([0, 1, 2, 3]);
      expect(await failureOf(table.commit(booking({ id: 'bkg_third' })))).toBe(SlotTaken);
    });

    it('read back as they were put', async () => {
      await table.commit(besides());
      expect(await table.booking('bkg_beside')).toMatchObject({ beside: true });
    });

    it('move only to where they are alone, be it within their own time', async () => {
      await table.commit(booking());
      const second = await committed(besides());
      // Engine and table would have to disagree for such a move to be tried: it is the table's turn to say no.
      const move = moved(second, START + HOUR / 2);
      expect(move.after).not.toHaveProperty('beside');
      expect(await failureOf(table.commit(move))).toBe(SlotTaken);
      await table.commit(moved(second, START + HOUR));
      expect((await cellsNow()).booked).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });
  });

  describe('time off', () => {
    it('is read back with its cells, over UTC midnight too', async () => {
      const night = timeOff({ from: START + 8 * HOUR, to: START + 10 * HOUR });
      await hours.commitHours(night);
      expect(await hours.hours('robin', night.id)).toEqual(night);
      expect((await cellsNow()).off).toEqual([32, 33, 34, 35, 36, 37, 38, 39]);
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [] });
    });

    it('refuses a session that reaches into it, and none that ends or begins with it', async () => {
      await hours.commitHours(timeOff());
      for (const start of [START - HOUR / 2, START, START + HOUR / 2])
        expect(await failureOf(table.commit(booking({ start })))).toBe(SlotTaken);
      await table.commit(booking({ id: 'bkg_before', start: START - HOUR }));
      await table.commit(booking({ id: 'bkg_after', start: START + HOUR }));
    });

    it('refuses a move into it, by whoever, be it within the time that the session has', async () => {
      const first = await committed(booking());
      await hours.commitHours(timeOff({ from: START + HOUR / 2, to: START + HOUR }));
      expect(await failureOf(table.commit(moved(first, START + HOUR / 2)))).toBe(SlotTaken);
      await table.commit(moved(first, START - HOUR / 2));
    });

    it('leaves a session where it is, with all that happens to it, and lets one be put beside it', async () => {
      const first = await committed(booking());
      await hours.commitHours(timeOff());
      await table.commit(besides());
      await table.commit(cancelled(first));
      expect(await cellsNow()).toMatchObject({ booked: [0, 1, 2, 3], off: [0, 1, 2, 3] });
    });

    it('of one is nobody else’s', async () => {
      await hours.commitHours(timeOff());
      await table.commit(booking({ consultant: 'kim' }));
    });

    it('ends when it is removed, once, and where another overlaps it only as far as that allows', async () => {
      const [first, second] = [timeOff(), timeOff({ from: START + HOUR / 2, to: START + 2 * HOUR })];
      await hours.commitHours(first);
      await hours.commitHours(second);
      await hours.commitHours(removedFrom(first));
      const rows = await everyRow(client);
      expect(await failureOf(hours.commitHours(removedFrom(first)))).toBe(Stale);
      expect(await everyRow(client)).toEqual(rows);
      expect((await cellsNow()).off).toEqual([2, 3, 4, 5, 6, 7]);
      await table.commit(booking({ start: START - HOUR / 2 }));
      expect(await failureOf(table.commit(booking({ id: 'bkg_two', start: START + HOUR / 2 })))).toBe(
        SlotTaken,
      );
      expect(await hours.hours('robin', first.id)).toEqual(removedFrom(first));
    });

    it('asked for twice at once counts once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 9 }, () => failureOf(hours.commitHours(timeOff()))),
      );
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === Stale)).toHaveLength(8);
      await hours.commitHours(removedFrom(timeOff()));
      expect((await cellsNow()).off).toEqual([]);
    });

    it('that was removed can be asked for anew', async () => {
      await hours.commitHours(timeOff());
      await hours.commitHours(removedFrom(timeOff()));
      const again = timeOff({}, 1);
      await hours.commitHours(again);
      expect((await hours.hoursFrom('robin', START, START + 1)).map(({ id }) => id).toSorted()).toEqual(
        [timeOff().id, again.id].toSorted(),
      );
      expect((await cellsNow()).off).toEqual([0, 1, 2, 3]);
    });

    it('of 92 days is one transaction', async () => {
      await hours.commitHours(timeOff({ from: START, to: START + 92 * DAY + HOUR }));
      const { off } = await hours.calendarNow(START, START + 93 * DAY);
      expect(off.get('robin')).toHaveLength(92 * 96 + 4);
    }, 30_000);

    it('and a booking at once, a hundred times, never leave a session in it that nobody hears of', async () => {
      for (let round = 0; round < 100; round++) {
        const start = START + round * 2 * HOUR;
        const change = booking({ id: `bkg_${round}`, start, consultant: 'robin' });
        const off = timeOff({ from: start, to: start + HOUR });
        let bookingCame: unknown = Stale;
        let orderedBefore = false;
        const bookingDone = (async () => {
          while (bookingCame === Stale) bookingCame = await failureOf(table.commit(change));
        })();
        const offDone = (async () => {
          while ((await failureOf(hours.commitHours(off))) === Stale);
          // Whoever adds time off looks at once: a session that got in before it is there to be seen.
          orderedBefore = (await table.booking(change.after.id)) !== undefined;
        })();
        await Promise.all(round % 2 === 0 ? [bookingDone, offDone] : [offDone, bookingDone]);
        expect([bookingCame, orderedBefore]).toEqual(orderedBefore ? ['done', true] : [SlotTaken, false]);
      }
    }, 60_000);
  });

  describe('extra hours', () => {
    it('are cells of their own, and hold nobody back', async () => {
      const extra = timeOff({ kind: 'extra' });
      await hours.commitHours(extra);
      expect(await cellsNow()).toEqual({ booked: [], off: [], extra: [0, 1, 2, 3] });
      await table.commit(booking());
      await hours.commitHours(removedFrom(extra));
      expect(await cellsNow()).toEqual({ booked: [0, 1, 2, 3], off: [], extra: [] });
    });
  });

  describe('hours by their begin', () => {
    it('are those of one consultant from an instant up to another, in order, the removed too', async () => {
      const early = timeOff({ from: START - HOUR, to: START });
      for (const one of [timeOff(), early, timeOff({ consultantId: 'kim' }), timeOff({ kind: 'extra' })])
        await hours.commitHours(one);
      await hours.commitHours(removedFrom(early));
      const found = async (from: number, to: number) =>
        (await hours.hoursFrom('robin', from, to)).map(({ from: begin, kind }) => [begin - START, kind]);
      expect(await found(START - HOUR, START)).toEqual([[-HOUR, 'off']]);
      expect(await found(0, START + 1)).toHaveLength(3);
      expect((await found(0, START + 1))[0]).toEqual([-HOUR, 'off']);
      expect(await found(START + 1, START + DAY)).toEqual([]);
    });

    it('are found by id, and nothing is by what is none', async () => {
      await hours.commitHours(timeOff());
      for (const id of ['', 'hrs_', `hrs_${'0'.repeat(26)}`, `hrs_${'u'.repeat(26)}`, 'x'.repeat(4000)])
        expect(await hours.hours('robin', id)).toBeUndefined();
      expect(await hours.hours('kim', timeOff().id)).toBeUndefined();
    });
  });

  describe('the longest session with the longest buffer', () => {
    it('is one expression that the engine takes, held to what others hold and to time off', async () => {
      const long = booking({ start: Date.parse('2026-11-24T00:00:00Z'), minutes: 480 });
      const first = Date.parse('2026-11-24T00:00:00Z') / CELL_MS;
      const after = { ...long.after, holds: { from: first, to: first + 128 } };
      await hours.commitHours(timeOff({ from: (first + 31) * CELL_MS, to: (first + 32) * CELL_MS }));
      expect(await failureOf(table.commit({ ...long, after }))).toBe(SlotTaken);
      await table.commit({
        ...long,
        after: { ...after, start: after.start + DAY, holds: { from: first + 96, to: first + 224 } },
      });
    });
  });

  describe('capacity', () => {
    it('of reading is the same whether hours were changed or not, for all but very long days', async () => {
      await table.commit(booking());
      const consumed: ConsumedCapacity[] = measure(client);
      await table.busy(START, START);
      await hours.commitHours(timeOff());
      await hours.commitHours(timeOff({ kind: 'extra' }));
      const [before] = consumed.splice(0);
      await table.busy(START, START);
      expect(consumed.map(({ CapacityUnits }) => CapacityUnits)).toEqual([before?.CapacityUnits]);
    });
  });
}
