import type { RefusalCode } from '../domain/refusal.ts';
import * as answers from './answer-schemas.ts';
import type { Operation } from './operation.ts';
import * as portalAnswers from './portal-answers.ts';
import * as portalRequests from './portal-schemas.ts';
import type { ApiRouteName } from './routes.ts';
import * as requests from './schemas.ts';
import * as standingAnswers from './standing-answers.ts';

/** Of a question by somebody who must be signed in. */
const asking = ['invalid-input', 'not-signed-in', 'not-allowed'] as const satisfies readonly RefusalCode[];
/** The same of a change. */
const changing = [...asking, 'forged-request', 'busy'] as const satisfies readonly RefusalCode[];

/** What there is to say of the calls of the members' portal. */
export const portalOperations: Readonly<Record<ApiRouteName<'portal'>, Operation>> = {
  getProfile: {
    summary: 'Whoever is signed in: account, company and its code, and what the account may do',
    success: { status: 200, schema: portalAnswers.profileAnswer },
    refusals: asking,
  },
  chooseNewsletters: {
    summary: 'Choose newsletters, and with them notices of software updates',
    body: { schema: portalRequests.newslettersBody, required: true },
    success: { status: 200, schema: portalAnswers.newslettersAnswer },
    refusals: changing,
  },
  rotateCompanyCode: {
    summary: 'Replace the company’s code; the old one works 14 more days',
    body: { schema: portalRequests.rotateCodeBody, required: true },
    success: { status: 200, schema: portalAnswers.companyAnswer },
    refusals: [...changing, 'too-many-requests'],
  },
  listMyBookings: {
    summary: 'My sessions, the coming or the past ones',
    query: portalRequests.myBookingsQuery,
    success: { status: 200, schema: portalAnswers.myBookingsAnswer },
    refusals: asking,
  },
  rescheduleMyBooking: {
    summary: 'Move a session of mine, as its link does',
    body: { schema: requests.rescheduleBody, required: true },
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: [
      ...changing,
      'not-found',
      'slot-unavailable',
      'already-over',
      'outside-change-window',
      'approval-required',
    ],
  },
  cancelMyBooking: {
    summary: 'Cancel a session of mine, as its link does; again changes nothing',
    body: { schema: requests.cancelBody, required: false },
    success: { status: 200, schema: answers.bookingAnswer },
    refusals: [...changing, 'not-found', 'already-over', 'outside-change-window'],
  },
  getMyStanding: {
    summary: 'Where I stand, why and until when, and what was decided on my company',
    success: { status: 200, schema: standingAnswers.ownStandingAnswer },
    refusals: asking,
  },
  listPeople: {
    summary: 'The people of my company who have an account, or are asked to accept one',
    query: portalRequests.pageQuery,
    success: { status: 200, schema: portalAnswers.peopleAnswer },
    refusals: asking,
  },
  askForAccount: {
    summary: 'Ask for an account; its owner is mailed a link to choose a password',
    body: { schema: portalRequests.accountBody, required: true },
    success: { status: 201, schema: portalAnswers.memberAnswer },
    refusals: [...changing, 'account-exists'],
  },
  resendInvitation: {
    summary: 'Mail the link to choose a password once more',
    body: { schema: requests.noBody, required: false },
    success: { status: 200, schema: portalAnswers.memberAnswer },
    refusals: [...changing, 'not-found', 'account-exists'],
  },
  changeLevel: {
    summary: 'Give an account another level',
    body: { schema: portalRequests.levelBody, required: true },
    success: { status: 200, schema: portalAnswers.memberAnswer },
    refusals: [...changing, 'not-found', 'last-primary'],
  },
  removePerson: {
    summary: 'Take an account back for good; its sessions end at once',
    body: { schema: requests.noBody, required: false },
    success: { status: 200, schema: portalAnswers.memberAnswer },
    refusals: [...changing, 'not-found', 'last-primary'],
  },
};
