import type { deskSearchOperations } from '../../http/desk-search-operations.ts';
import type { Example } from './example.ts';
import { PERSON_ID } from './path-names.ts';
import { deskBookingOf } from './standing-examples.ts';

/** An example of our staff's search; `booking` is the one of the other examples. */
export function deskSearchExamples(booking: object): Record<keyof typeof deskSearchOperations, Example> {
  const company = { id: 'example-crates', name: 'Example Crates' };
  const ada = {
    ...{ email: 'ada@example.com', name: 'Ada Park', person: PERSON_ID },
    ...{ status: 'active', staff: false, level: 'basic', company },
  };
  return {
    searchDesk: {
      headers: { Authorization: 'Bearer YOUR-ID-TOKEN' },
      query: { q: 'ada@example.com' },
      answer: { people: [ada], companies: [], bookings: [deskBookingOf(booking)], more: [] },
    },
  };
}
