import type { ApprovalReason, NoShowReason } from '../../../domain/booking/booking.ts';

const because: Readonly<Record<ApprovalReason, string>> = {
  'late-notices': 'It needs approval because its attendee has given notice too late too often.',
  company: 'It needs approval because of what was decided on the company.',
};

const recorded: Readonly<Record<NoShowReason, string>> = {
  absent: 'nobody joined',
  late_notice: 'the notice came too late',
  never_joined_after_keeping_open: 'it was kept open, and nobody joined',
};

/** Mails that ask our staff for a decision. */
export const deskMails = {
  labels: {
    decideBy: 'Decide by',
    who: 'Who',
    company: 'Company',
    booking: 'Booking',
    recorded: 'Recorded because',
  },
  footer: (brand: string) => `Sent to the staff of ${brand}, because it takes a person to decide.`,
  desk: 'Open the desk',

  approvalWanted: {
    subject: (f: { readonly until: string; readonly who: string }) => `To approve by ${f.until}: ${f.who}`,
    preview: 'A booking waits for a yes or a no.',
    heading: 'A booking waits for approval',
    because,
    movedFrom: (old: string) => `It was asked for ${old} before. Only the time below counts now.`,
    expires: 'If nobody decides by then, it ends by itself, and its attendee is told so.',
  },
  contestOpened: {
    subject: (f: { readonly when: string; readonly who: string }) => `No-show contested: ${f.who}, ${f.when}`,
    preview: 'Somebody says that it was none, or why.',
    heading: 'A no-show is contested',
    lead: 'The attendee of the session below contests the no-show. Excuse it, or let it stand and say why: your answer is mailed to them.',
    theirWords: 'What they write',
    recorded,
  },
  reviewOpened: {
    subject: (company: string) => `To review: same-day changes by ${company}`,
    preview: (count: number) => `${count} sessions were given back on their own date.`,
    heading: 'A company is to be reviewed',
    lead: (f: { readonly company: string; readonly limit: number; readonly days: number }) =>
      `People of ${f.company} have cancelled or moved more than ${f.limit} sessions within ${f.days} days on the session’s own date. It is for a person to decide what follows: nothing, prior approval, or a block.`,
    meanwhile: 'Until somebody decides, nothing changes for them.',
    changes: { cancelled: 'Cancelled', moved: 'Moved' },
    change: (f: { readonly at: string; readonly start: string; readonly who: string }) =>
      `${f.at}, of the session of ${f.start}, by ${f.who}`,
    erased: 'somebody who was erased',
  },
  webhookDisabled: {
    subject: (name: string) => `Webhook disabled: ${name}`,
    heading: 'A webhook was disabled',
    because: {
      failing: 'Every post to it has failed for five days.',
      gone: 'It answered that it is gone for good (410).',
    },
    name: 'Webhook',
    address: 'Address',
    next: 'Nothing is posted to it until somebody enables it again. What failed can be posted once more from its page, for 30 days.',
    open: 'Open the webhook',
  },
};
