import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Calendar } from '../domain/calendar/calendar.ts';
import { cellAt, dayOfCell } from '../domain/calendar/cells.ts';
import type { Count } from './calendar-day.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { calendarRow } from './rows.ts';

/**
 * Every consultant's calendar on the UTC days from one instant to another (ms). Not consistent where nothing else is
 * asked for, at half the price: whoever books on it is held to the calendar by the transaction.
 */
export async function readCalendar(
  table: TableClient,
  from: number,
  to: number,
  ConsistentRead = false,
): Promise<Calendar> {
  const range = keys.calendarDayRange(dayOfCell(cellAt(from)), dayOfCell(cellAt(to)));
  const calendar = { booked: new Map(), off: new Map(), extra: new Map() };
  let next: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :calendar AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':calendar': keys.CALENDAR_PARTITION,
          ':from': range.from,
          ':to': range.to,
        },
        ConsistentRead,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    for (const item of page.Items ?? []) addDay(calendar, parseRow(calendarRow, item));
    next = page.LastEvaluatedKey;
  } while (next !== undefined);
  return calendar;
}

type Lists = Readonly<Record<keyof Calendar, Map<string, number[]>>>;

const lists: Readonly<Record<Count, keyof Calendar>> = { '': 'booked', o: 'off', e: 'extra' };

function addDay(calendar: Lists, row: { readonly sk: string }): void {
  const { firstCell, consultantId } = keys.readCalendarDayKey(row.sk);
  for (const [name, count] of Object.entries(row)) {
    const [, kind, place] = /^([oe]?)(\d+)$/u.exec(name) ?? [];
    if (kind === undefined) continue;
    if (typeof count !== 'number') throw new Error(`the calendar of ${row.sk} has no count at ${name}`);
    if (count < 1) continue;
    const list = listOf(calendar[lists[kind as Count]], consultantId);
    for (let held = 0; held < count; held++) list.push(firstCell + Number(place));
  }
}

function listOf(cells: Map<string, number[]>, consultantId: string): number[] {
  const list = cells.get(consultantId) ?? [];
  cells.set(consultantId, list);
  return list;
}
