import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { attributeOf } from '../../lib/adapters/calendar-day.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { calendarDayKey } from '../../lib/adapters/keys.ts';
import { dayOfCell } from '../../lib/domain/calendar/cells.ts';
import { asCalendar, type Session } from './half-booked.ts';

/** Puts the calendar that sessions make into the table, as rows of days. What is on those days already is lost. */
export async function putHalfBooked(
  { client, name }: TableClient,
  sessions: readonly Session[],
): Promise<void> {
  for (const [consultantId, cells] of asCalendar(sessions).booked) {
    for (const [day, held] of Map.groupBy(cells, dayOfCell)) {
      const counts = Object.fromEntries(held.map((cell) => [attributeOf({ count: '', cell }), 1]));
      const Item = { ...calendarDayKey(day, consultantId), ...counts };
      await client.send(new PutCommand({ TableName: name, Item }));
    }
  }
}
