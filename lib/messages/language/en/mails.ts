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
    byStaff: 'We have moved your session, for the reason given below.',
    lead: 'From now on only the new time counts. The links stay the same.',
  },
  cancelled: {
    subject: (f: Subject) => `Cancelled: ${f.session}, ${f.when}`,
    preview: 'Nothing more will be sent about it.',
    heading: 'Your session is cancelled',
    byStaff: 'We have cancelled your session, for the reason given below.',
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
    /** `least` is the shortest notice that would have been enough, such as "30 minutes". */
    lateNotice: (noticed: string, least: string) =>
      `You told us by text on ${noticed} that nobody can come. That was less than ${least} before the start, too late for the time to be given to someone else. So the session was recorded as a no-show.`,
    noticeAfterStart: (noticed: string) =>
      `You told us by text on ${noticed} that nobody can come. The session had started by then, too late for the time to be given to someone else. So it was recorded as a no-show.`,
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
    cancelled:
      'You had cancelled by text in time, and your text reached us only after the session had closed.',
    cleared: 'We have taken the no-show back, and nothing is held against you.',
    open: 'The session is open again: please join now.',
    over: (mail: string) =>
      `The session itself is over. If you still need it, write to ${mail} and we find another time.`,
    isCancelled: (mail: string) =>
      `The session is cancelled, as you asked. If you would like another time, write to ${mail}.`,
  },
  noShowExcused: {
    subject: (f: Subject) => `No-show excused: ${f.session}, ${f.when}`,
    preview: 'It does not count.',
    heading: 'The no-show is excused',
    lead: 'A person has looked at the no-show that was recorded for the session below, and has excused it.',
    counts: 'It stays on record, and nothing is held against you. You need do nothing more.',
    another: (mail: string) => `If you still need the session, write to ${mail} and we find another time.`,
  },
  mobileLost: {
    subjects: {
      'opted-out': (f: Subject) => `Texts are off: ${f.session}, ${f.when}`,
      refused: (f: Subject) => `We can’t text you: ${f.session}, ${f.when}`,
      withheld: (f: Subject) => `We could not text you: ${f.session}, ${f.when}`,
    },
    preview: 'What that means for your session, and the way in.',
    headings: {
      'opted-out': 'Texts are switched off',
      refused: 'We can’t text your mobile number',
      withheld: 'We could not text you this time',
    },
    leads: {
      'opted-out': (_ending: string) =>
        'You asked us not to text you any more, so we don’t. If you only wanted to cancel the session: it still stands. The words STOP, CANCEL or END switch texts off and cancel nothing. What can still be changed, and how, is told below.',
      refused: (ending: string) =>
        `A text to the mobile number ending in ${ending} is not possible. Perhaps it is a landline.`,
      withheld: (ending: string) => `We could not text the mobile number ending in ${ending} this time.`,
    },
    /** Before the start only: afterwards somebody may have been asked already. */
    noCheckIn: 'So no text asks whether you are coming once the session has started.',
  },
  mobileRestored: {
    subject: (f: Subject) => `Texts are on again: ${f.session}, ${f.when}`,
    preview: 'What you can do by text now.',
    heading: 'Texts are switched on again',
    lead: 'You asked for texts again, and from now on you get them.',
  },
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
