import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { bookingIdOf } from '../../lib/adapters/booking-id.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { bookingKey } from '../../lib/adapters/keys.ts';
import { CELL_MS } from '../../lib/domain/calendar/cells.ts';

const dayMs = 86_400_000;
/** Copies lie within three years before the one that they are of. */
const pastDays = 1095;
/** So many items fit a batch, and so many batches are under way. */
const [batchSize, abreast] = [25, 8];

/** As the table has it. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Puts so many copies of the row of a booking that is over into the table: other ids, people, numbers and times, the same
 * company, and so a place in each index that the original is in.
 */
export async function fillWithCopies(table: TableClient, original: Row, copies: number): Promise<void> {
  let next = 1;
  const fill = async (): Promise<void> => {
    while (next <= copies) {
      const numbers = Array.from(
        { length: Math.min(batchSize, copies + 1 - next) },
        (_, index) => next + index,
      );
      next += numbers.length;
      await put(
        table,
        numbers.map((number) => copyOf(original, number)),
      );
    }
  };
  await Promise.all(Array.from({ length: abreast }, fill));
}

async function put({ client, name }: TableClient, rows: readonly Row[]): Promise<void> {
  const RequestItems = { [name]: rows.map((Item) => ({ PutRequest: { Item } })) };
  const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems }));
  if (Object.keys(UnprocessedItems).length > 0) throw new Error('the engine left rows of a batch unwritten');
}

/** One of many bookings of the past. People come back: there is one for ten bookings. */
export function copyOf(original: Row, number: number): Row {
  const earlier = (1 + (number % pastDays)) * dayMs;
  const id = bookingIdOf(`past ${number}`);
  const person = Math.floor(number / 10);
  const email = `past-${person}@example.com`;
  const mobile = `+1303${String(5_550_000 + (person % 1_000_000)).padStart(7, '0')}`;
  const shifted = shift(original, earlier) as Row;
  return {
    ...shifted,
    ...bookingKey(id),
    id,
    person: email,
    ...('mobile' in original && { mobile }),
    attendee: { ...(original['attendee'] as Row), email, ...('mobile' in original && { mobile }) },
  };
}

/** Instants are the only numbers of their size, and cells come as ranges. */
function shift(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value > 1e12 ? value - by : value;
  if (Array.isArray(value)) return value.map((one) => shift(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'holds' ? shiftCells(part, by) : shift(part, by),
    ]),
  );
}

function shiftCells(cells: unknown, by: number): unknown {
  const { from, to } = cells as { readonly from: number; readonly to: number };
  return { from: from - by / CELL_MS, to: to - by / CELL_MS };
}
