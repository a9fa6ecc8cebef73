import * as answers from './answer-schemas.ts';
import { attendanceAnswer, attendanceBody, webhookHeader } from './attendance-schemas.ts';
import { deskOperations } from './desk-operations.ts';
import type { Operation } from './operation.ts';
import { portalOperations } from './portal-operations.ts';
import type { ApiRouteName } from './routes.ts';
import * as requests from './schemas.ts';
import { snsEnvelope } from './sns-schemas.ts';
import * as standingRequests from './standing-schemas.ts';

const publicOperations: Readonly<Record<ApiRouteName<'api' | 'on-text'>, Operation>> = {
  listSessionTypes: {
    summary: 'The kinds of session, with their price',
    success: { status: 200, schema: answers.sessionTypesAnswer },
    refusals: ['invalid-input'],
  },
  listSlots: {
    summary: 'The times that can be booked, by date in a zone; at most 62 days',
    query: requests.slotsQuery,
    success: { status: 200, schema: answers.slotsAnswer },
    refusals: ['invalid-input'],
  },
  explainSlot: {
    summary: 'Why a time can or can not be booked',
    query: requests.explainQuery,
    success: { status: 200, schema: answers.explanationAnswer },
    refusals: ['invalid-input'],
  },
  createBooking: {
    summary: 'Book a session; the same Idempotency-Key books once',
    headers: { 'Idempotency-Key': requests.idempotencyKey },
    body: { schema: requests.bookingBody, required: true },
    success: { status: 201, schema: answers.bookingAnswer },
    accepted: 'The booking is pending: it stands once our staff approve it, and ends by itself otherwise.',
    refusals: [
      'invalid-input',
      'idempotency-key-missing',
      'payment-required',
      'account-required',
      'free-session-blocked',
      'company-blocked',
      'approval-required',
      'slot-unavailable',
      'idempotency-key-reused',
      'code-not-recognised',
      'code-expired',
      'release-not-supported',
      'too-many-requests',
      'busy',
    ],
  },
  getManagedBooking: {
    summary: 'The booking, for the holder of its link',
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: ['invalid-input', 'link-invalid'],
  },
  cancelBooking: {
    summary: 'Cancel; cancelling again changes nothing',
    body: { schema: requests.cancelBody, required: false },
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: ['invalid-input', 'link-invalid', 'already-over', 'outside-change-window', 'busy'],
  },
  rescheduleBooking: {
    summary: 'Move to another time; the booking keeps its id and its links',
    body: { schema: requests.rescheduleBody, required: true },
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: [
      'invalid-input',
      'link-invalid',
      'slot-unavailable',
      'already-over',
      'outside-change-window',
      'approval-required',
      'busy',
    ],
  },
  joinSession: {
    summary: 'Record attendance, and learn where the meeting is',
    body: { schema: requests.noBody, required: false },
    success: { status: 200, schema: answers.joinAnswer },
    refusals: ['invalid-input', 'link-invalid', 'already-over', 'outside-join-window', 'busy'],
  },
  contestNoShow: {
    summary:
      'Contest a no-show, once: say why it is wrong, and our staff decide; the same again changes nothing',
    body: { schema: standingRequests.contestBody, required: true },
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: ['invalid-input', 'link-invalid', 'not-a-no-show', 'changed-meanwhile', 'busy'],
  },
  receiveText: {
    summary: 'Posts of SNS, signed: texts from members, and the confirmation of the subscription',
    body: { schema: snsEnvelope, required: true, type: 'text/plain' },
    success: { status: 200, schema: answers.receivedAnswer },
    refusals: ['invalid-input', 'not-found', 'busy'],
  },
  receiveAttendance: {
    summary:
      'Posts of the meeting’s provider, signed as Standard Webhooks are: who joined. What is of no type that we know is answered with 204',
    headers: {
      'webhook-id': webhookHeader,
      'webhook-timestamp': webhookHeader,
      'webhook-signature': webhookHeader,
    },
    body: { schema: attendanceBody, required: true },
    success: { status: 200, schema: attendanceAnswer },
    nothing: { status: 204, description: 'The post is of a type that is not known here' },
    refusals: ['invalid-input', 'not-found', 'busy'],
  },
  getHealth: {
    summary: 'Whether the API answers',
    success: { status: 200, schema: answers.healthAnswer },
    refusals: ['invalid-input'],
  },
  getOpenApi: {
    summary: 'This document',
    success: { status: 200, schema: answers.openApiAnswer },
    refusals: [],
  },
};

/** Every call that programs make. */
export const operations: Readonly<Record<ApiRouteName, Operation>> = {
  ...publicOperations,
  ...portalOperations,
  ...deskOperations,
};
