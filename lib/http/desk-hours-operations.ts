import * as answers from './desk-hours-answers.ts';
import * as requests from './desk-hours-schemas.ts';
import type { Operation } from './operation.ts';
import { noBody } from './schemas.ts';

const asking = ['invalid-input', 'not-signed-in', 'not-allowed'] as const;
const changing = [...asking, 'forged-request', 'not-found', 'busy'] as const;

/** What there is to say of our staff's calls about consultants' hours and feeds. */
export const deskHoursOperations = {
  listConsultants: {
    summary: 'For staff: who gives sessions, and their weekly hours',
    success: { status: 200, schema: answers.consultantsAnswer },
    refusals: asking,
  },
  listHours: {
    summary: 'For staff: a consultant’s time off and extra hours; at most 92 days',
    query: requests.hoursQuery,
    success: { status: 200, schema: answers.hoursListAnswer },
    refusals: [...asking, 'not-found'],
  },
  addHours: {
    summary: 'For staff: time off or extra hours, and the bookings left in time off; again changes nothing',
    body: { schema: requests.hoursBody, required: true },
    success: { status: 201, schema: answers.hoursAnswer },
    dryRun: { status: 200, schema: answers.hoursAnswer },
    refusals: changing,
  },
  removeHours: {
    summary: 'For staff: take time off or extra hours back, for good; again changes nothing',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: answers.hoursAnswer },
    refusals: changing,
  },
  getFeedAddress: {
    summary: 'For staff: the address of a consultant’s sessions, for calendar programs; a secret',
    success: { status: 200, schema: answers.feedAnswer },
    refusals: [...asking, 'not-found'],
  },
  replaceFeedAddress: {
    summary: 'For staff: another address for a consultant’s feed; the one before opens nothing from then on',
    body: { schema: requests.feedBody, required: true },
    success: { status: 200, schema: answers.feedAnswer },
    refusals: changing,
  },
} as const satisfies Readonly<Record<string, Operation>>;
