/** What the page says that shows, moves and cancels a booking. Times come in as they are told. */
export const manage = {
  titles: {
    pending: 'Your session is not confirmed yet',
    confirmed: 'Your session is confirmed',
    moved: 'Your session has a new time',
    in_progress: 'Your session is under way',
    completed: 'Your session is over',
    cancelled: 'Your session is cancelled',
    no_show: 'Recorded as a no-show',
    declined: 'Your session was not approved',
    expired: 'Your session was not approved in time',
  },
  waiting: {
    because: {
      'late-notices':
        'Notice of yours came too late several times, so one of us looks at this booking before it stands.',
      company: 'One of us looks at the bookings of your company before they stand.',
    },
    decideBy: (moment: string) => `We decide by ${moment},`,
    decided: (moment: string) => `We decide by ${moment}.`,
    held: (mail: string) =>
      `The time is held for you until then, and we write to ${mail} either way. You need do nothing.`,
    otherwise: 'If none of us decides in time, the booking ends by itself, and nothing is held against you.',
    free: 'You can move or cancel it while it waits.',
  },
  declined: (moment: string, mail: string) =>
    `One of us looked at it on ${moment} and did not approve it. It will not take place, and nothing is held against you. A mail to ${mail} says so too.`,
  expired:
    'It needed approval, and none of us decided in time. We are sorry. It will not take place, and nothing is held against you.',
  confirmed: (consultant: string, mail: string) =>
    `${consultant} has set this time aside for you. Mails about it go to ${mail}.`,
  moved: (mail: string) =>
    `Only the time below counts now, and the links stay the same. A mail to ${mail} confirms it.`,
  confirmedOnly: (consultant: string) => `${consultant} has set this time aside for you.`,
  movedOnly: 'Only the time below counts now, and the links stay the same.',
  underWay: 'Somebody has joined. Others can still come in.',
  cancelled: (moment: string, mail: string) =>
    `It was cancelled on ${moment}. You need do nothing more. A mail to ${mail} confirms it.`,
  cancelledByText: (moment: string, mail: string) =>
    `It was cancelled by text on ${moment}. You need do nothing more. A mail to ${mail} confirms it.`,
  cancelledByStaff: (moment: string, mail: string) =>
    `We cancelled it on ${moment}. You need do nothing more. A mail to ${mail} says so too.`,
  addToCalendar: 'Add to calendar',
  another: 'Book another session',
  join: 'How to join',
  joinButton: 'Join the session',
  joinFrom: (opens: string) => `You can join from ${opens},`,
  joinNow: 'You can join now.',
  deadline: (until: string) => `You can do this here until ${until},`,
  move: 'Move to another time',
  moveButton: (moment: string) => `Move to ${moment}`,
  moveFrom: (moment: string) => `Instead of ${moment}. The new time is confirmed by mail.`,
  moveFromOnly: (moment: string) => `Instead of ${moment}.`,
  movePick: 'Pick a day and a time above. Nothing changes until you press the button that then comes.',
  moveNone: 'No other time is free at the moment.',
  lost: (moment: string) => `${moment} is not free any more`,
  lostText: 'Your session is still at its old time. These are the nearest free times:',
  lostChoose: 'Your session is still at its old time. Please choose another one.',
  cancel: 'Cancel',
  cancelText: (moment: string) =>
    `Is ${moment} no longer needed? Then the time goes to somebody else, and no more reminders are sent.`,
  notRefunded: 'It is a paid session, and paid sessions are not refunded.',
  reason: 'Why, if you like to say',
  reasonTooLong: (most: number) => `Reason: at most ${most} characters, please.`,
  reasonMalformed: 'Reason: this can’t be read. Please check it.',
  cancelButton: 'Cancel this session',
  late: 'Moving or cancelling',
  write: (mail: string) => `Write to ${mail}`,
  stale: 'This booking was changed meanwhile',
  staleText: (moment: string) =>
    `You pressed a button on an older page, so nothing was done. The session is now on ${moment}. If you still want to change it, please do it below.`,
  tooLate: 'That came too late',
  tooLateText: (until: string) => `This could be done here until ${until}. Nothing was changed.`,
  over: 'Nothing was changed',
  overText: 'The session was over when you pressed the button.',
  tooSoon: 'That time is too soon',
  tooSoonText:
    'This booking still needs approval, and before that time nobody is at work long enough to give it. Nothing was changed. Please choose a later time.',
  busy: 'A lot is going on',
  busyText: 'Nothing was changed. Please press the button again in a moment.',
  follows: {
    counts: (limit: number, months: number, days: number) =>
      `It counts for ${months} months. ${limit} missed sessions within that time block free sessions for ${days} days.`,
    blocked: (count: number, months: number, until: string) =>
      `With it, ${count} sessions were missed within ${months} months. Free sessions are blocked for you until ${until}.`,
    fee: (fee: string, mail: string) => `A reinstatement fee of ${fee} ends that at once: write to ${mail}.`,
    blockOver: 'The block of free sessions that followed from it is over.',
  },
  contest: {
    title: 'Is this wrong?',
    text: 'Tell us what happened: that you were there, or why you could not be. One of us reads it and decides whether it counts.',
    label: 'What happened',
    hint: 'You can send this once.',
    button: 'Send it to us',
    sent: 'You have contested it',
    sentText: (moment: string) => `This is what you wrote on ${moment}:`,
    sentNext: (mail: string) =>
      `One of us reads it and decides. We write to ${mail} whatever comes of it. Until then the no-show counts.`,
    stays: 'We read what you wrote, and the no-show stays',
    staysText: (moment: string) => `One of us decided so on ${moment}, for this reason:`,
    wrote: 'What you wrote',
    more: (mail: string) => `If there is something we don’t know yet, write to ${mail}.`,
    excused: 'We read what you wrote',
    already: 'You have contested it already',
    alreadyText: 'We have what you wrote then, and nothing was added to it. It stands below.',
    settled: 'There is nothing to contest any more',
    settledText: 'The no-show was excused or taken back meanwhile, and does not count.',
  },
};
