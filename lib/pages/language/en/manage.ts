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
  },
  pending: 'The time is held for you. We write to you as soon as it is certain.',
  confirmed: (consultant: string, mail: string) =>
    `${consultant} has set this time aside for you. Mails about it go to ${mail}.`,
  moved: (mail: string) =>
    `Only the time below counts now, and the links stay the same. A mail to ${mail} confirms it.`,
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
  busy: 'A lot is going on',
  busyText: 'Nothing was changed. Please press the button again in a moment.',
};
