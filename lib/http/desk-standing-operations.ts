import * as deskAnswers from './desk-answers.ts';
import { asking, changing, deciding } from './desk-refusals.ts';
import * as deskRequests from './desk-schemas.ts';
import { erasedAnswer, evidenceAnswer } from './evidence-answers.ts';
import { evidenceQuery } from './evidence-schemas.ts';
import type { Operation } from './operation.ts';
import * as portalRequests from './portal-schemas.ts';
import * as standingAnswers from './standing-answers.ts';
import * as standingRequests from './standing-schemas.ts';

/** What there is to say of the calls in which our staff decide on standing, and prove it. */
export const deskStandingOperations = {
  getEvidence: {
    summary:
      'For staff: all that proves what became of a booking, and the verdict; format=html is one document to keep',
    query: evidenceQuery,
    success: { status: 200, schema: evidenceAnswer },
    otherType: 'text/html',
    refusals: [...asking, 'not-found'],
  },
  approveBooking: {
    summary: 'For staff: a pending booking stands; the attendee is told',
    body: { schema: standingRequests.approveBody, required: false },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'not-pending'],
  },
  declineBooking: {
    summary: 'For staff: a pending booking ends; the attendee is told the reason',
    body: { schema: deskRequests.reasonBody, required: true },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'not-pending'],
  },
  rejectContest: {
    summary: 'For staff: a no-show that was contested stays one; the attendee is told the reason',
    body: { schema: deskRequests.reasonBody, required: true },
    success: { status: 200, schema: deskAnswers.deskBookingAnswer },
    refusals: [...deciding, 'not-contested'],
  },
  listQueue: {
    summary: 'For staff: what waits for a decision, the longest first: approvals, contests or reviews',
    query: portalRequests.pageQuery,
    success: { status: 200, schema: standingAnswers.queueAnswer },
    refusals: asking,
  },
  getPersonStanding: {
    summary: 'For staff: where a person stands within a company, why, and all that it comes from',
    query: standingRequests.standingQuery,
    success: { status: 200, schema: standingAnswers.personStandingAnswer },
    refusals: [...asking, 'not-found'],
  },
  ruleOnPerson: {
    summary:
      'For staff: block free sessions, lift all that stands against a person, or note that the fee was paid',
    body: { schema: standingRequests.personRulingBody, required: true },
    success: { status: 200, schema: standingAnswers.personStandingAnswer },
    refusals: [...changing, 'not-found'],
  },
  erasePerson: {
    summary: 'For staff: forget who a person was, for good; what happened stays, and counts',
    body: { schema: standingRequests.eraseBody, required: true },
    success: { status: 200, schema: erasedAnswer },
    refusals: [...changing, 'not-found', 'open-sessions'],
  },
  getMailbox: {
    summary: 'For staff: whether mail reaches who has a mail address, and all that came to be known of that',
    success: { status: 200, schema: standingAnswers.mailboxAnswer },
    refusals: asking,
  },
  allowMail: {
    summary:
      'For staff: mail goes to an address again that it came back from, or whose reader had complained',
    body: { schema: standingRequests.allowMailBody, required: true },
    success: { status: 200, schema: standingAnswers.mailboxAnswer },
    refusals: changing,
  },
  getCompanyStanding: {
    summary: 'For staff: where a company stands, why, and all that was decided on it',
    success: { status: 200, schema: standingAnswers.companyStandingAnswer },
    refusals: [...asking, 'not-found'],
  },
  ruleOnCompany: {
    summary: 'For staff: decide on a company: nothing, prior approval or a block; this ends a review',
    body: { schema: standingRequests.companyRulingBody, required: true },
    success: { status: 200, schema: standingAnswers.companyStandingAnswer },
    refusals: [...deciding],
  },
} satisfies Readonly<Record<string, Operation>>;
