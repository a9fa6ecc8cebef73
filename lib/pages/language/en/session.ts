/** What the pages of a booked session share. */
export const session = {
  countdown: {
    before: 'in',
    words: { day: 'day', days: 'days', hour: 'h', minute: 'min', moment: 'less than a minute' },
  },
  phone: 'By phone',
  everyone: 'Colleagues are welcome, each from their own device.',
  over: {
    noShow: 'Recorded as a no-show',
    cancelled: 'This session is cancelled',
    cancelledAt: (moment: string) => `It was cancelled on ${moment}. It will not take place.`,
    cancelledByText: (moment: string) => `It was cancelled by text on ${moment}. It will not take place.`,
    cancelledByStaff: (moment: string) => `We cancelled it on ${moment}. It will not take place.`,
    excused: 'We have excused it, and nothing is held against you.',
    lateNotice: (moment: string) =>
      `A text told us on ${moment} that nobody can come, too late for the time to be given to someone else. So it was recorded as a no-show.`,
    closedOut:
      'An answer was sent in time and reached us only after the session had closed. Nothing is held against you, and the session itself is over.',
    declined: 'This session was not approved',
    declinedText: 'It needed approval, and did not get it. It will not take place.',
    completed: 'This session is over',
    completedText: 'It has taken place. Thank you for being there.',
  },
};
