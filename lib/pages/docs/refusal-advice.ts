import type { ProblemCode } from '../../http/problems.ts';

/** What a caller can do about each refusal: where a problem's `type` leads. Names stand between backticks. */
export const refusalAdvice: Readonly<Record<ProblemCode, string>> = {
  'invalid-input':
    '`errors` names each field and what is wrong with it. Fields that a call doesn’t know are refused too, so that a misspelled one isn’t lost.',
  'idempotency-key-missing':
    'Send a header `Idempotency-Key` with a value of your own, and the same value again when you repeat the request.',
  'idempotency-key-reused':
    'The key belongs to a request that said something else, or to one whose attendee was erased since. Use a new one for a new booking.',
  'code-not-recognised': 'No company has this code. Ask the attendee to compare it with their profile page.',
  'code-expired':
    '`planUntil` says when the plan ended, `price` what the session costs without it. Book an earlier time, or without the code.',
  'account-required':
    'The attendee’s mail address has no active account of the company whose code this is. A Primary or Manager of the company asks for one at `accountsUrl`; once the person has set a password, the same request books.',
  'payment-required': '`price` says what the session costs, `mailTo` whom to write to in order to pay.',
  'free-session-blocked':
    '`blockedUntil` says when free sessions can be booked again, `why` which missed sessions led to it, or `reason` what our staff decided. `reinstatementFee` ends it at once, `price` is what the session costs as a paid one, and `mailTo` is whom to write to for both.',
  'company-blocked':
    '`blockedUntil` says when people of the company can book free sessions again, `reason` why. `price` is what the session costs as a paid one, `mailTo` whom to write to.',
  'approval-required':
    'The booking needs the approval of our staff, and `decideBy`, until when they could give it, is past. Choose a later time: a booking in time is answered with 202, and is pending until they decide.',
  'release-not-supported': 'There are no sessions for this release. `mailTo` says who can help all the same.',
  'slot-unavailable':
    '`reasons` says why. Somebody may have been faster: ask `/v1/slots` again and offer what it lists.',
  'outside-change-window':
    '`until` says when the time for changes by link ended. Later notice goes to the support address, by mail.',
  'outside-join-window': '`from` says when the session opens. Try again then.',
  'already-over': '`bookingStatus` says how it ended. There is nothing left to change.',
  'changed-meanwhile':
    'Nothing was done. Read the booking again, and send its `revision` with what is still wanted; of a company, its `seen`.',
  'nobody-joined': 'Only a session that somebody joined is completed. Mark it as joined first.',
  'somebody-joined':
    'Somebody is known to have joined, so it is no no-show. Complete the session, or take the join back first.',
  'join-stands':
    '`evidence` says how the join came to be known: by the attendee’s link or the meeting’s provider. Only one that staff noted can be taken back.',
  'not-begun': '`start` says when the session begins. Nobody has missed it before.',
  'not-completed':
    '`bookingStatus` says where the booking stands. Only a completed session is taken up again.',
  'not-a-no-show': '`bookingStatus` says where the booking stands. There is nothing to excuse.',
  'not-pending':
    '`bookingStatus` says where the booking stands. There is nothing to approve or decline any more.',
  'not-contested': '`bookingStatus` says where the booking stands. Nobody contests it.',
  'open-sessions':
    '`sessions` names the bookings of the person that may still take place. Cancel them, or wait for their end, then ask again.',
  'link-invalid': 'The token was cut off or mistyped. Take it whole from the latest mail.',
  'not-found': 'Nothing is at this address.',
  'not-signed-in':
    'Send an ID token in the header `Authorization: Bearer`, or sign in again: the session is over, or its account was removed.',
  'not-allowed': 'The account may not do this. A Primary of the company can give it another level.',
  'forged-request':
    'With a session cookie, changes need the CSRF token of the session, in the header `x-csrf-token`, and must come from our own pages. Programs send a Bearer token instead.',
  'account-exists':
    'A mail address has one account. Letter case and what follows a plus sign don’t make it another address.',
  'last-primary': 'Make somebody else a Primary first. A company always keeps one.',
  'company-exists': 'The id belongs to a company already. Change that one, or choose another id.',
  'code-taken': 'Another company has this code. Choose another, or leave it out to have one made.',
  'too-many-requests': 'Wait as long as the header `Retry-After` says, then try again.',
  busy: 'Too many changes met at once, and nothing was changed. Try again after the time in `Retry-After`.',
  'internal-error':
    'Something failed on our side. It is safe to repeat the request; `instance` is what to name when you ask us about it.',
};
