import * as deskAnswers from './desk-answers.ts';
import { deskBoardOperations } from './desk-board-operations.ts';
import { memberBookingBody } from './desk-booking-schemas.ts';
import { deskHoursOperations } from './desk-hours-operations.ts';
import { deskImportOperations } from './desk-import-operations.ts';
import { deskPeopleOperations } from './desk-people-operations.ts';
import { asking, changing, deciding } from './desk-refusals.ts';
import * as deskRequests from './desk-schemas.ts';
import { deskSearchOperations } from './desk-search-operations.ts';
import { deskStandingOperations as standingOperations } from './desk-standing-operations.ts';
import { deskWebhookOperations } from './desk-webhook-operations.ts';
import type { Operation } from './operation.ts';
import * as portalAnswers from './portal-answers.ts';
import * as portalRequests from './portal-schemas.ts';
import type { ApiRouteName } from './routes.ts';
import * as requests from './schemas.ts';

/** What there is to say of the calls of our staff. */
export const deskOperations: Readonly<Record<ApiRouteName<'desk'>, Operation>> = {
  searchBookings: {
    summary: 'For staff: bookings by id, mail, mobile, company, or a consultant’s day; by just one of them',
    query: deskRequests.searchQuery,
    success: { status: 200, schema: deskAnswers.deskBookingsAnswer },
    refusals: asking,
  },
  bookForMember: {
    summary:
      'For staff: a free session at an exact time, at any hour and notice; the attendee is told the time and the reason',
    headers: { 'Idempotency-Key': requests.idempotencyKey },
    body: { schema: memberBookingBody, required: true },
    success: { status: 201, schema: deskAnswers.deskBookingAnswer },
    refusals: [
      ...changing,
      'idempotency-key-missing',
      'idempotency-key-reused',
      'slot-unavailable',
      'not-found',
    ],
  },
  getBooking: {
    summary: 'For staff: a booking, and all that happened to it',
    query: requests.noQuery,
    success: { status: 200, schema: deskAnswers.deskBookingWithEventsAnswer },
    refusals: [...asking, 'not-found'],
  },
  markJoined: {
    summary: 'For staff: somebody has joined; before the close, it takes a no-show back',
    body: { schema: deskRequests.joinedBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'outside-join-window'],
  },
  completeBooking: {
    summary: 'For staff: a session that somebody joined is done before its end; again changes nothing',
    body: { schema: deskRequests.completeBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'nobody-joined'],
  },
  excuseNoShow: {
    summary: 'For staff: excuse a no-show, for good; it stays on record, and doesn’t count',
    body: { schema: deskRequests.reasonBody, required: true },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'not-a-no-show'],
  },
  cancelForMember: {
    summary: 'For staff: cancel until the session ends; the attendee is told the reason',
    body: { schema: deskRequests.reasonBody, required: true },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'outside-change-window'],
  },
  rescheduleForMember: {
    summary: 'For staff: move until the session ends, at any notice; the attendee is told the reason',
    body: { schema: deskRequests.moveBody, required: true },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'slot-unavailable', 'already-over', 'outside-change-window', 'approval-required'],
  },
  ...standingOperations,
  markNoShow: {
    summary:
      'For staff: nobody has come, from the start on, without waiting for the close; who joins in time takes it back',
    body: { schema: deskRequests.noShowBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'not-begun', 'somebody-joined'],
  },
  withdrawJoin: {
    summary:
      'For staff: nobody has joined after all; whoever it is for gets the usual time for an answer. Again changes nothing',
    body: { schema: deskRequests.completeBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'join-stands'],
  },
  reopenBooking: {
    summary:
      'For staff: take up a completed session again until its end, where the consultant’s time is still free',
    body: { schema: deskRequests.completeBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'already-over', 'not-completed', 'slot-unavailable'],
  },
  ...deskBoardOperations,
  ...deskSearchOperations,
  ...deskImportOperations,
  createCompany: {
    summary: 'For staff: a new company; without a code one is made',
    body: { schema: deskRequests.companyBody, required: true },
    success: { status: 201, schema: portalAnswers.companyAnswer },
    refusals: [...changing, 'company-exists', 'code-taken'],
  },
  getCompany: {
    summary: 'For staff: a company, its plan and its codes',
    query: requests.noQuery,
    success: { status: 200, schema: portalAnswers.companyAnswer },
    refusals: [...asking, 'not-found'],
  },
  changeCompany: {
    summary: 'For staff: change a company’s name, plan or add-on',
    body: { schema: deskRequests.companyChangesBody, required: true },
    success: { status: 200, schema: portalAnswers.companyAnswer },
    refusals: [...changing, 'not-found'],
  },
  listCompanyPeople: {
    summary: 'For staff: the people of a company who have an account, or are asked to accept one',
    query: portalRequests.pageQuery,
    success: { status: 200, schema: portalAnswers.peopleAnswer },
    refusals: [...asking, 'not-found'],
  },
  addPerson: {
    summary: 'For staff: an account for somebody of a company, who is mailed a link to choose a password',
    body: { schema: portalRequests.accountBody, required: true },
    success: { status: 201, schema: portalAnswers.memberAnswer },
    refusals: [...changing, 'not-found', 'account-exists'],
  },
  ...deskPeopleOperations,
  ...deskHoursOperations,
  ...deskWebhookOperations,
};
