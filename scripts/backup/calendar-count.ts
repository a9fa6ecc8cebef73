import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { attributeOf, type Count } from '../../lib/adapters/calendar-day.ts';
import { hoursRow } from '../../lib/adapters/hours-row.ts';
import { calendarDayKey } from '../../lib/adapters/keys.ts';
import { parseRow } from '../../lib/adapters/parse-row.ts';
import { bookingRow } from '../../lib/adapters/rows.ts';
import { type CellRange, dayOfCell, eachCell } from '../../lib/domain/calendar/cells.ts';
import { cellsOf } from '../../lib/domain/calendar/hours-exception.ts';
import type { Row } from './format.ts';

/**
 * The consultants' days, counted anew from the bookings and hours of a copy: days that were read at another moment than
 * the bookings would hold what nobody has, or offer what somebody does.
 */
export class CalendarCount {
  readonly #days = new Map<string, Map<string, number>>();

  /** Counts what a row holds, if it holds anything. Throws where a booking or hours can't be read. */
  add(row: Row): void {
    const [pk = '', sk = ''] = [row['pk']?.S, row['sk']?.S];
    if (pk.startsWith('BOOKING#') && sk === 'BOOKING') {
      const { consultantId, holds } = parseRow(bookingRow, unmarshall({ ...row }));
      if (holds !== undefined) this.#count(consultantId, '', holds);
    }
    if (pk.startsWith('CONSULTANT#') && sk.startsWith('HOURS#')) {
      const hours = parseRow(hoursRow, unmarshall({ ...row }));
      if (hours.removed === undefined)
        this.#count(hours.consultantId, hours.kind === 'off' ? 'o' : 'e', cellsOf(hours));
    }
  }

  /** The rows of the days that hold anything. */
  *rows(): Generator<Row> {
    for (const [day, counts] of this.#days) {
      const [number = '', consultantId = ''] = day.split(/ (.*)/su);
      const { pk, sk } = calendarDayKey(Number(number), consultantId);
      const row: Record<string, AttributeValue> = { pk: { S: pk }, sk: { S: sk } };
      for (const [attribute, count] of counts) row[attribute] = { N: String(count) };
      yield row;
    }
  }

  #count(consultantId: string, count: Count, range: CellRange): void {
    for (const cell of eachCell(range)) {
      const day = `${dayOfCell(cell)} ${consultantId}`;
      const counts = this.#days.get(day) ?? new Map<string, number>();
      const attribute = attributeOf({ count, cell });
      counts.set(attribute, (counts.get(attribute) ?? 0) + 1);
      this.#days.set(day, counts);
    }
  }
}
