import type { Booking } from '../domain/booking/booking.ts';
import { readRows } from './batch-rows.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { bookingRow } from './rows.ts';

/** The bookings with these ids, each once, in no order; ids without a row are left out. Consistent. */
export async function readBookings(table: TableClient, ids: readonly string[]): Promise<Booking[]> {
  const rows = await readRows(
    table,
    ids.map((id) => keys.bookingKey(id)),
  );
  return rows.map((row) => parseRow(bookingRow, row));
}
