import { cellAt, cellStart } from '../../domain/calendar/cells.ts';
import { dateAt } from '../../domain/calendar/zone.ts';
import { type Catalogue, consultantOf } from '../../domain/catalogue.ts';
import type { deskBoardOperations } from '../../http/desk-board-operations.ts';
import type { Example } from './example.ts';
import { deskBookingOf } from './standing-examples.ts';

const HOUR_MS = 3_600_000;

/** An example of our staff's call for the board, for a booking as the API answers it. */
export function deskBoardExamples(
  catalogue: Catalogue,
  booking: object,
  now: number,
): Record<keyof typeof deskBoardOperations, Example> {
  const { id, name } = consultantOf(catalogue, '');
  const date = dateAt(catalogue.zone, now);
  const from = cellStart(cellAt(now));
  const open = [{ from: told(from), to: told(from + 8 * HOUR_MS) }];
  const recorded = { ...deskBookingOf(booking), state: 'upcoming' };
  return {
    getBoard: {
      headers: { Authorization: 'Bearer YOUR-ID-TOKEN' },
      query: { date },
      answer: {
        now: told(now),
        days: [{ date, consultants: [{ id, name, open, off: [], extra: [], bookings: [recorded] }] }],
      },
    },
  };
}

function told(instant: number): string {
  return new Date(instant).toISOString();
}
