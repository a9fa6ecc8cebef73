import type { ApiRouteName } from '../../http/routes.ts';
import type { Example } from './example.ts';
import { PERSON_ID } from './path-names.ts';
import { deskBookingOf } from './standing-examples.ts';

type Named = Extract<ApiRouteName<'desk'>, 'bookForMember' | 'withdrawJoin' | 'markNoShow' | 'reopenBooking'>;

const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };

/** Examples of our staff setting and correcting sessions. `booking` is the one of the other examples; `now` in ms. */
export function deskBookingExamples(booking: Sample, now: number): Record<Named, Example> {
  const recorded = deskBookingOf(booking);
  const at = new Date(now).toISOString();
  const { sessionType, start, attendee, consultant } = booking;
  const reason = 'Orders have stopped, on a customer’s busiest day.';
  const outcome = { reason: 'absent', at, staffId: PERSON_ID };
  const attendance = { joinedAt: at, evidence: 'staff', staffId: PERSON_ID };
  return {
    bookForMember: {
      headers: { ...headers, 'Idempotency-Key': '0c8d2f4e-7a1b-4e63-b3f0-5d9a1c6e2b71' },
      body: {
        ...{ sessionType, consultant: consultant.id, start, minutes: 45, attendee },
        ...{ company: 'example-crates', reason, override: true },
      },
      answer: { ...recorded, bookedBy: { staffId: PERSON_ID, reason }, beside: true },
    },
    withdrawJoin: { headers, body: { revision: 2 }, answer: { ...recorded, revision: 3 } },
    markNoShow: {
      headers,
      body: { reason: 'The room was empty, and they called to say so.', revision: 1 },
      answer: { ...recorded, status: 'no_show', revision: 2, outcome },
    },
    reopenBooking: {
      headers,
      body: { revision: 3 },
      answer: { ...recorded, status: 'in_progress', revision: 4, attendance },
    },
  };
}

interface Sample {
  readonly sessionType: string;
  readonly start: string;
  readonly attendee: object;
  readonly consultant: { readonly id: string };
}
