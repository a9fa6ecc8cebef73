import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { HoursTable } from '../app/hours-deps.ts';
import { eachCell } from '../domain/calendar/cells.ts';
import { cellsOf, type HoursException } from '../domain/calendar/hours-exception.ts';
import { dayWrites, type Step } from './calendar-day.ts';
import type { TableClient } from './document-client.ts';
import { hoursIdFor, instantOfHoursId } from './hours-id.ts';
import { hoursRow } from './hours-row.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { readCalendar } from './read-calendar.ts';
import { readRow } from './read-row.ts';
import { type Guarded, transact } from './transaction.ts';

/** The rows of consultants' time off and extra hours, as the application sees them. */
export function dynamoHours(table: TableClient): HoursTable {
  return {
    idFor: hoursIdFor,
    hours: (consultantId, id) => readHours(table, consultantId, id),
    hoursFrom: (consultantId, from, to) => readHoursFrom(table, consultantId, from, to),
    calendarNow: (from, to) => readCalendar(table, from, to, true),
    commitHours: (after) => commitHours(table, after),
  };
}

async function readHours(
  table: TableClient,
  consultantId: string,
  id: string,
): Promise<HoursException | undefined> {
  const from = instantOfHoursId(id);
  if (from === undefined) return undefined;
  const row = await readRow(table, keys.hoursKey(consultantId, from, id));
  return row === undefined ? undefined : parseRow(hoursRow, row);
}

async function readHoursFrom(
  table: TableClient,
  consultantId: string,
  from: number,
  to: number,
): Promise<HoursException[]> {
  const range = keys.hoursRange(from, to);
  const found: HoursException[] = [];
  let next: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :consultant AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':consultant': keys.hoursKey(consultantId, from, '').pk,
          ':from': range.from,
          ':to': range.to,
        },
        ConsistentRead: true,
        ...(next === undefined ? {} : { ExclusiveStartKey: next }),
      }),
    );
    found.push(...Items.map((row) => parseRow(hoursRow, row)));
    next = LastEvaluatedKey;
  } while (next !== undefined);
  return found;
}

async function commitHours(table: TableClient, after: HoursException): Promise<void> {
  await transact(table, [
    hoursWrite(table.name, after),
    ...dayWrites(table.name, after.consultantId, stepsOf(after)),
  ]);
}

function hoursWrite(TableName: string, after: HoursException): Guarded {
  const Item = { ...keys.hoursKey(after.consultantId, after.from, after.id), ...after };
  const ConditionExpression =
    after.removed === undefined
      ? 'attribute_not_exists(pk)'
      : 'attribute_exists(pk) AND attribute_not_exists(removed)';
  return { guard: 'row', write: { Put: { TableName, Item, ConditionExpression } } };
}

function stepsOf(after: HoursException): Step[] {
  const count = after.kind === 'off' ? 'o' : 'e';
  const by = after.removed === undefined ? 1 : -1;
  return eachCell(cellsOf(after)).map((cell) => ({ count, cell, by }));
}
