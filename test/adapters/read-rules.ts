import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { bookingKey, calendarDayKey, codeKey, eventKey, type Key } from '../../lib/adapters/keys.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import type { Table } from '../../lib/app/deps.ts';
import { emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { CELL_MS, CELLS_A_DAY } from '../../lib/domain/calendar/cells.ts';
import { type Engine, NOW, START } from '../world.ts';
import { booking, cancelled, following, moved } from './changes.ts';
import { measure } from './measure.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What reads promise, whichever engine keeps the table. */
export function readRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  async function put(row: Key & Record<string, unknown>): Promise<void> {
    await client.client.send(new PutCommand({ TableName: client.name, Item: row }));
  }

  describe('busy cells', () => {
    it('are those of the UTC days asked for, the first and the last included, and no others', async () => {
      const midnight = Date.parse('2026-11-24T00:00:00Z');
      for (const [index, start] of [-DAY, 0, DAY, 2 * DAY].entries()) {
        await table.commit(booking({ id: `bkg_${index}`, start: midnight + start, minutes: 15 }));
      }
      const busy = await table.busy(midnight, midnight + 2 * DAY - 1);
      const first = midnight / CELL_MS;
      expect([...busy.booked]).toEqual([['robin', [first, first + CELLS_A_DAY]]]);
    });

    it('are told by consultant, and a consultant whose id begins with another keeps cells apart', async () => {
      await table.commit(booking({ id: 'bkg_one', consultant: 'kim', minutes: 15 }));
      await table.commit(booking({ id: 'bkg_two', consultant: 'kim-lee', minutes: 30 }));
      const busy = await table.busy(START, START);
      expect([...(busy.booked.get('kim') ?? [])]).toHaveLength(1);
      expect([...(busy.booked.get('kim-lee') ?? [])]).toHaveLength(2);
    });

    it('are all found where they fill more than one page', async () => {
      const firstDay = Math.floor(START / DAY);
      const filler = 'x'.repeat(390_000);
      for (let day = firstDay; day < firstDay + 6; day++) {
        await put({ ...calendarDayKey(day, 'robin'), '7': 1, filler });
      }
      const pages = measure(client);
      const busy = await table.busy(firstDay * DAY, (firstDay + 5) * DAY);
      expect(pages.length).toBeGreaterThan(1);
      const expected = [0, 1, 2, 3, 4, 5].map((day) => (firstDay + day) * CELLS_A_DAY + 7);
      expect([...(busy.booked.get('robin') ?? [])]).toEqual(expected);
    });
  });

  describe('overdue bookings', () => {
    it('are those whose first timer has come, the longest overdue first, and no more than asked for', async () => {
      for (const [id, hours] of [
        ['bkg_late', 2],
        ['bkg_soon', 1],
        ['bkg_far', 9],
      ] as const) {
        await table.commit(booking({ id, start: START + hours * HOUR, minutes: 15 }));
      }
      // The first timer of each is the reminder a day before.
      const now = START + 2 * HOUR - DAY;
      expect(await table.overdue(now, 10)).toEqual(['bkg_soon', 'bkg_late']);
      expect(await table.overdue(now, 1)).toEqual(['bkg_soon']);
      expect(await table.overdue(now - 1, 10)).toEqual(['bkg_soon']);
    });

    it('leave the index as soon as nothing is due, and move in it with their next timer', async () => {
      const first = booking();
      await table.commit(first);
      const reminded = following(first.after, { type: 'due', kind: 'remind-24h', version: 1 }, START - DAY);
      await table.commit(reminded);
      expect(await table.overdue(START - DAY, 10)).toEqual([]);
      expect(await table.overdue(START - 2 * HOUR, 10)).toEqual(['bkg_one']);
      await table.commit(cancelled(reminded.after));
      expect(await table.overdue(START + DAY, 10)).toEqual([]);
    });
  });

  describe('the bookings of a number', () => {
    const mobile = '+15550100123';

    it('are those from an instant on, soonest first, and no more than asked for', async () => {
      for (const [id, hours] of [
        ['bkg_late', 3],
        ['bkg_soon', 1],
        ['bkg_far', 9],
      ] as const) {
        await table.commit(booking({ id, start: START + hours * HOUR, minutes: 15 }));
      }
      expect(await table.bookingsOf(mobile, START, 10)).toEqual(['bkg_soon', 'bkg_late', 'bkg_far']);
      expect(await table.bookingsOf(mobile, START, 2)).toEqual(['bkg_soon', 'bkg_late']);
      expect(await table.bookingsOf(mobile, START + 3 * HOUR, 10)).toEqual(['bkg_late', 'bkg_far']);
      expect(await table.bookingsOf('+15550100124', START, 10)).toEqual([]);
    });

    it('move with their start, and stay when they are over: a text may be late', async () => {
      const first = booking();
      await table.commit(first);
      await table.commit(booking({ id: 'bkg_two', start: START + 2 * HOUR }));
      const later = moved(first.after, START + 4 * HOUR);
      await table.commit(later);
      expect(await table.bookingsOf(mobile, START, 10)).toEqual(['bkg_two', 'bkg_one']);
      await table.commit(cancelled(later.after));
      expect(await table.bookingsOf(mobile, START, 10)).toEqual(['bkg_two', 'bkg_one']);
    });

    it('are those too whose number can not be texted: it can still text us', async () => {
      const first = booking();
      await table.commit(first);
      await table.commit(following(first.after, { type: 'lose-mobile', reason: 'opted-out' }));
      expect((await table.booking('bkg_one'))?.mobileLost).toMatchObject({ reason: 'opted-out' });
      expect(await table.bookingsOf(mobile, START, 10)).toEqual(['bkg_one']);
    });
  });

  describe('the bookings for a mail address', () => {
    const HOURS = [1, 3, 9] as const;

    beforeEach(async () => {
      for (const hours of HOURS)
        await table.commit(booking({ id: idAt(hours), start: START + hours * HOUR, minutes: 15 }));
    });

    const idAt = (hours: number) => `bkg_${String(hours).padStart(26, '0')}`;
    const at = (hours: number) => ({ bookingId: idAt(hours), start: START + hours * HOUR });
    const onwards = { from: START + 2 * HOUR, direction: 'onwards', limit: 10 } as const;

    it('are told from an instant on, or back from it, and no more than asked for', async () => {
      expect(await table.bookingsFor('ada@example.com', onwards)).toEqual([at(3), at(9)]);
      expect(await table.bookingsFor('ada@example.com', { ...onwards, limit: 1 })).toEqual([at(3)]);
      const back = { from: START + 3 * HOUR, direction: 'back', limit: 10 } as const;
      expect(await table.bookingsFor('ada@example.com', back)).toEqual([at(3), at(1)]);
      expect(await table.bookingsFor('kim@example.com', onwards)).toEqual([]);
    });

    it('go on after a place, also where nothing is there any more', async () => {
      const all = { from: START, direction: 'onwards', limit: 10 } as const;
      expect(await table.bookingsFor('ada@example.com', { ...all, after: at(1) })).toEqual([at(3), at(9)]);
      expect(await table.bookingsFor('ada@example.com', { ...all, after: at(2) })).toEqual([at(3), at(9)]);
      const back = { from: START + DAY, direction: 'back', limit: 10 } as const;
      expect(await table.bookingsFor('ada@example.com', { ...back, after: at(8) })).toEqual([at(3), at(1)]);
      // Meanwhile the instant to begin from has gone past the place.
      expect(await table.bookingsFor('ada@example.com', { ...onwards, after: at(1) })).toEqual([
        at(3),
        at(9),
      ]);
    });

    it('are those that start at one instant too, each once', async () => {
      const twin = idAt(33);
      await table.commit(booking({ id: twin, consultant: 'kim', start: at(3).start, minutes: 15 }));
      const first = await table.bookingsFor('ada@example.com', { ...onwards, limit: 1 });
      const [after] = first;
      if (after === undefined) throw new Error('nothing was found');
      const rest = await table.bookingsFor('ada@example.com', { ...onwards, after });
      expect([...first, ...rest].map(({ bookingId }) => bookingId).toSorted()).toEqual(
        [idAt(3), idAt(9), twin].toSorted(),
      );
    });

    it('are found however the address was written, move with their start, and stay when they are over', async () => {
      const written = booking({ id: idAt(5), start: START + 5 * HOUR, minutes: 15 });
      const attendee = { name: 'Ada', email: ' Ada+Work@Example.COM' };
      const asWritten = { ...written, after: { ...written.after, attendee } };
      await table.commit(asWritten);
      const later = moved(asWritten.after, START + 7 * HOUR);
      await table.commit(later);
      await table.commit(cancelled(later.after));
      const found = await table.bookingsFor('ada@example.com', { ...onwards, from: START + 4 * HOUR });
      expect(found).toEqual([{ bookingId: idAt(5), start: START + 7 * HOUR }, at(9)]);
    });
  });

  describe('a row that does not parse', () => {
    it('is an error that names the row and the field, be it a booking', async () => {
      await table.commit(booking());
      await client.client.send(
        new UpdateCommand({
          TableName: client.name,
          Key: bookingKey('bkg_one'),
          UpdateExpression: 'SET attendee.email = :wrong REMOVE consultantId',
          ExpressionAttributeValues: { ':wrong': 7 },
        }),
      );
      const message = /BOOKING#bkg_one BOOKING can't be read: .*consultantId.*attendee\.email/u;
      await expect(table.booking('bkg_one')).rejects.toThrow(message);
    });

    it.each<[string, Key & Record<string, unknown>, RegExp, (table: Table) => Promise<unknown>]>([
      [
        'an event',
        { ...eventKey('bkg_one', 1), kind: 'event', about: 'booking' },
        /BOOKING#bkg_one EVENT#000001 can't be read: .*event/u,
        (read) => read.bookingAsBooked('bkg_one'),
      ],
      [
        'what a code opens',
        { ...codeKey('X'), id: 'x', name: 'X', planUntil: 'for ever' },
        /CODE#X CODE can't be read: planUntil/u,
        (read) => read.companyByCode('X', NOW),
      ],
    ])('is an error that names the row and the field, be it %s', async (_, row, message, read) => {
      await table.commit(booking());
      await put(row);
      await expect(read(table)).rejects.toThrow(message);
    });
  });

  it('finds nothing where there is nothing', async () => {
    expect(await table.booking('bkg_none')).toBeUndefined();
    expect(await table.bookingAsBooked('bkg_none')).toBeUndefined();
    expect(await table.companyByCode('NONE', NOW)).toBeUndefined();
    expect(await table.bookingsOf('+15550100999', NOW, 10)).toEqual([]);
    expect(await table.personByEmail('nobody@example.com')).toBeUndefined();
    expect(await table.overdue(NOW, 10)).toEqual([]);
    expect(await table.busy(NOW, NOW)).toEqual(emptyCalendar);
  });
}
