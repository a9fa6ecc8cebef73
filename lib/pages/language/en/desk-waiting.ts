/** What the desk says of what waits for a decision. Times and names come in as they are told. */
export const deskWaiting = {
  title: 'Waiting for a decision',
  intro: 'What has waited longest comes first.',
  queues: {
    approvals: 'Approvals',
    contests: 'Contests',
    reviews: 'Reviews of companies',
  },
  none: {
    approvals: 'No booking waits for approval.',
    contests: 'No no-show is contested.',
    reviews: 'No company waits for a review.',
  },
  more: {
    approvals: 'More approvals',
    contests: 'More contests',
    reviews: 'More reviews',
  },
  all: 'Back to all that waits',
  since: (moment: string) => `Since ${moment}`,
  decideBy: (moment: string, away: string) => `Decide by ${moment}, ${away}. Then it ends by itself.`,
  tooLate: 'The time to decide is over. It ends by itself any moment.',
  because: {
    'late-notices': 'Needs approval because notice came too late too often.',
    company: 'Needs approval because of a decision on the company.',
  },
  topic: (topic: string) => `Topic: ${topic}`,
  open: 'The session',
  standing: 'Where they stand',
  missed: (reason: string) => `No-show: ${reason}`,
  wrote: (moment: string) => `Contested on ${moment}:`,
  ends: (moment: string) => `Excusing it ends the block until ${moment}.`,
  changes: (count: number, limit: number, days: number) =>
    `${count} sessions were cancelled or moved on their own day. More than ${limit} within ${days} days open a review.`,
  change: {
    cancelled: (who: string, when: string) => `${who} cancelled it on ${when}`,
    moved: (who: string, when: string) => `${who} moved it on ${when}`,
  },
  erased: 'somebody who was erased',
  strikes: (count: number) =>
    count === 1 ? '1 person was blocked so far.' : `${count} people were blocked so far.`,
  noStrikes: 'Nobody of it was blocked so far.',
  before: 'What was decided before',

  reason: 'Reason',
  reasonHint: {
    approvals: 'Whoever is declined reads it, word for word. For an approval it may stay empty.',
    contests: 'Who is rejected reads it, word for word. Of an excuse, it is kept for the record.',
    reviews: 'The company’s Primaries read it in the mail, and its people in the portal.',
  },
  until: 'Last day of an approval or a block',
  untilWrong: 'Last day: a date from today on, such as 2027-12-31.',
  buttons: {
    approve: 'Approve',
    decline: 'Decline',
    excuse: 'Excuse the no-show',
    'reject-contest': 'Leave it as it is',
    nothing: 'Nothing follows',
    approval: 'Approval needed',
    block: 'Block',
  },
  does: {
    approve: (mail: string) =>
      `It stands, with reminders and texts as usual. A mail tells ${mail}. It can be cancelled later.`,
    decline: (mail: string) =>
      `It ends, and the time is free again. A mail tells ${mail} the reason. It can’t be undone.`,
    excuse: (mail: string) =>
      `It stays on record, and doesn’t count. A mail tells ${mail}. It can’t be undone.`,
    'reject-contest': (mail: string) =>
      `It goes on counting. A mail tells ${mail} the reason. It can still be excused later.`,
    nothing: 'The review is closed. Its people book free sessions as before.',
    approval: 'Each booking of a free session waits until one of us approves it, until the last day.',
    block: 'Nobody there can book a free session until the last day. Paid ones stay possible.',
    reviews: 'Sessions that are booked stay. Another decision can change it, on the company’s page.',
  },
  done: {
    approve: 'Approved',
    decline: 'Declined',
    excuse: 'The no-show is excused',
    'reject-contest': 'The no-show stays as it is',
    nothing: 'The review is closed',
    approval: 'Bookings of the company need approval',
    block: 'The company is blocked',
  },
  about: (name: string, when: string) => `${name}, ${when}`,
  ways: {
    approve: 'To cancel it after all',
    decline: 'See the session',
    excuse: 'See the session',
    'reject-contest': 'To excuse it after all',
    company: 'To decide otherwise',
  },
};
