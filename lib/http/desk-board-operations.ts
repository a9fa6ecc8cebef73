import * as z from 'zod/mini';
import { deskStates } from '../domain/booking/desk-state.ts';
import { deskBookingAnswer } from './desk-answers.ts';
import { boardQuery } from './desk-board-schemas.ts';
import { asking } from './desk-refusals.ts';
import type { Operation } from './operation.ts';

const time = z.iso.datetime();
const stretches = z.array(z.strictObject({ from: time, to: time }));

const consultant = z.strictObject({
  id: z.string(),
  name: z.string(),
  open: stretches,
  off: stretches,
  extra: stretches,
  bookings: z.array(
    z.strictObject({
      ...deskBookingAnswer.shape,
      state: z.enum(deskStates),
      closesAt: z.optional(time),
    }),
  ),
});

/** What there is to say of our staff's call for the board. */
export const deskBoardOperations = {
  getBoard: {
    summary:
      'For staff: the sessions of a day, or of up to seven, by consultant, each with how it stands now',
    query: boardQuery,
    success: {
      status: 200,
      schema: z.strictObject({
        now: time,
        days: z.array(z.strictObject({ date: z.string(), consultants: z.array(consultant) })),
      }),
    },
    refusals: asking,
  },
} as const satisfies Readonly<Record<string, Operation>>;
