/** What the pages of a booked session share. */
export const session = {
  countdown: {
    before: 'in',
    words: { day: 'day', days: 'days', hour: 'h', minute: 'min', moment: 'less than a minute' },
  },
  phone: 'By phone',
  everyone: 'Colleagues are welcome, each from their own device.',
  noMail: {
    bounced: {
      title: 'Our mail to you comes back',
      text: (mail: string, support: string) =>
        `Mail to ${mail} does not arrive, so please keep the address of this page. Write to ${support} from an address that works.`,
    },
    complained: {
      title: 'Mail to you is off',
      text: (mail: string, support: string) =>
        `A mail of ours to ${mail} was reported as spam, so we send no more there, about this session either. Please keep the address of this page. To get mails again, write to ${support}.`,
    },
  },
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
