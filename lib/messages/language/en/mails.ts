interface Subject {
  readonly session: string;
  /** Start with day and zone, such as "Tue 24 Nov, 10:00 EST". */
  readonly when: string;
}

/** What is particular to each mail: subject, the line that inboxes preview, heading and message. */
export const mails = {
  confirmed: {
    subject: (f: Subject) => `Booked: ${f.session}, ${f.when}`,
    preview: (consultant: string) => `With ${consultant}. How to join, what to prepare, how to change it.`,
    heading: 'Your session is booked',
    lead: (consultant: string) => `${consultant} has set this time aside for you.`,
  },
  moved: {
    subject: (f: Subject) => `Moved: ${f.session}, now ${f.when}`,
    preview: (old: string) => `No longer ${old}. Only the new time counts.`,
    heading: 'Your session has a new time',
    lead: 'From now on only the new time counts. The links stay the same.',
  },
  cancelled: {
    subject: (f: Subject) => `Cancelled: ${f.session}, ${f.when}`,
    preview: 'Nothing more will be sent about it.',
    heading: 'Your session is cancelled',
    lead: 'The session below will not take place. You need do nothing more, and we send no more reminders.',
    notRefunded: 'It was a paid session, and paid sessions are not refunded.',
    again: (mail: string) => `Did you not ask for this, or would you like another time? Write to ${mail}.`,
  },
  reminder: {
    /** `away` is relative, such as "tomorrow" or "in 2 hours". */
    subject: (f: Subject & { readonly away: string }) => `${capital(f.away)}: ${f.session}, ${f.when}`,
    preview: (consultant: string) => `With ${consultant}. The way in, and how to change it if you must.`,
    heading: (away: string) => `Your session is ${away}`,
    lead: (consultant: string) => `${consultant} is looking forward to it.`,
  },
  noShow: {
    subject: (f: Subject) => `Recorded as a no-show: ${f.session}, ${f.when}`,
    preview: 'What we recorded and why, and whom to write to.',
    heading: 'We missed you',
    absentAsked: (ending: string, asked: string, closed: string) =>
      `Nobody joined, online or by phone, and there was no answer to the text we sent at ${asked} to the mobile number ending in ${ending}. So the session closed at ${closed} and was recorded as a no-show.`,
    absent: (closed: string) =>
      `Nobody joined, online or by phone. So the session closed at ${closed} and was recorded as a no-show.`,
    keptOpen: (closed: string) =>
      `You asked us to keep the session open, and we did. Nobody joined, online or by phone, before it closed at ${closed}, so it was recorded as a no-show.`,
    lateNotice: (noticed: string) =>
      `Your notice reached us on ${noticed}, too late for the time to be given to someone else. So the session was recorded as a no-show.`,
    meaning: 'It is the same for every booking. Repeated no-shows can pause free sessions for a while.',
    wrong:
      'Is this wrong, or did something come up? Please tell us: a person reads it, and can take the no-show back.',
  },
  noShowReversed: {
    subject: (f: Subject) => `No-show taken back: ${f.session}, ${f.when}`,
    preview: (open: boolean): string =>
      open ? 'Your session is open: come in.' : 'Nothing is held against you.',
    heading: 'The no-show is taken back',
    answered: 'Your answer was sent in time, and reached us only after the session had closed.',
    joined: 'You had joined in time, and we learned of it only after the session had closed.',
    cleared: 'We have taken the no-show back, and nothing is held against you.',
    open: 'The session is open again: please join now.',
    over: (mail: string) =>
      `The session itself is over. If you still need it, write to ${mail} and we find another time.`,
  },
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
