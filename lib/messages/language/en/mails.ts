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
    byStaff: 'We have set the exact time below for you, for the reason given with it.',
  },
  requested: {
    subject: (f: Subject) => `Requested: ${f.session}, ${f.when}`,
    preview: (until: string) => `We decide by ${until}, and you hear from us in any case.`,
    heading: 'Your session awaits approval',
    lead: (consultant: string) =>
      `We have your request, and ${consultant} keeps this time free for you. It becomes a session as soon as a person here approves it. You hear from us in any case.`,
    because: {
      'late-notices': 'We look at it first because several of your sessions were given back too late.',
      company: 'We look at it first because sessions of your company need approval at present.',
    },
    expires: (until: string) =>
      `If nobody has decided by ${until}, the request ends by itself. Nothing is held against you then.`,
    decideBy: 'We decide by',
  },
  approved: {
    subject: (f: Subject) => `Approved: ${f.session}, ${f.when}`,
    preview: (consultant: string) => `With ${consultant}. How to join, what to prepare, how to change it.`,
    heading: 'Your session is approved',
    lead: (consultant: string) => `From now on it is booked, and ${consultant} is looking forward to it.`,
  },
  declined: {
    subject: (f: Subject) => `Not approved: ${f.session}, ${f.when}`,
    preview: 'Why, and what you can do.',
    heading: 'We could not approve your session',
    lead: 'A person here has looked at your request and could not approve it, for the reason given below. So the session will not take place. Nothing is held against you.',
    again: (mail: string) =>
      `A paid session needs no approval. To book one, or to talk about it, write to ${mail}.`,
  },
  approvalExpired: {
    subject: (f: Subject) => `Not approved in time: ${f.session}, ${f.when}`,
    preview: 'We are sorry. What you can do now.',
    heading: 'Nobody approved it in time',
    lead: 'We are sorry: nobody here decided on your request in time, so the session below will not take place. Nothing is held against you.',
    again: (mail: string) => `If you still need it, please book a later time, or write to ${mail}.`,
  },
  moved: {
    subject: (f: Subject) => `Moved: ${f.session}, now ${f.when}`,
    preview: (old: string) => `No longer ${old}. Only the new time counts.`,
    heading: 'Your session has a new time',
    byStaff: 'We have moved your session, for the reason given below.',
    lead: 'From now on only the new time counts. The links stay the same.',
    request: {
      subject: (f: Subject) => `Request moved: ${f.session}, now ${f.when}`,
      heading: 'Your request has a new time',
      byStaff: 'We have moved your request, for the reason given below.',
      lead: 'From now on only the new time counts. It becomes a session as soon as a person here approves it.',
    },
  },
  cancelled: {
    subject: (f: Subject) => `Cancelled: ${f.session}, ${f.when}`,
    preview: 'Nothing more will be sent about it.',
    heading: 'Your session is cancelled',
    byStaff: 'We have cancelled your session, for the reason given below.',
    lead: 'The session below will not take place. You need do nothing more, and we send no more reminders.',
    notRefunded: 'It was a paid session, and paid sessions are not refunded.',
    request: {
      subject: (f: Subject) => `Request ended: ${f.session}, ${f.when}`,
      heading: 'Your request has ended',
      byStaff: 'We have ended your request, for the reason given below.',
      lead: 'The session below was not approved yet, and will not take place. You need do nothing more.',
    },
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
    preview: 'What we recorded and why, what follows, and how to contest it.',
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
    follows: 'What follows',
    meaning: 'It is the same for every booking. Repeated no-shows can block free sessions for a while.',
    /** `counted` of the `limit` that it takes to block. */
    counted: (f: Counting) =>
      `You now have ${noShows(f.counted)} within ${months(f.months)}. With ${f.limit}, free sessions are blocked for ${days(f.days)}. It is the same for everyone.`,
    blocked: (f: Pick<Counting, 'counted' | 'months'>) =>
      `You now have ${noShows(f.counted)} within ${months(f.months)}, so free sessions are blocked for you. It is the same for everyone.`,
    blockedUntil: 'Blocked until',
    missed: 'Missed session',
    sooner: (fee: string, mail: string) =>
      `Paid sessions stay open to you. A payment of ${fee} opens the free ones again at once: write to ${mail}.`,
    approval: (count: number, until: string) =>
      `Late notices by now: ${count}. So until ${until} a person here approves each of your free sessions first.`,
    isWrong: 'Is this wrong, or did something come up?',
    wrong: 'Please tell us. A person reads it, and can excuse the no-show: then it does not count.',
    contest: 'Contest the no-show',
  },
  noShowReversed: {
    subject: (f: Subject) => `No-show taken back: ${f.session}, ${f.when}`,
    preview: (open: boolean): string => (open ? 'Your session is open: come in.' : 'It does not count.'),
    heading: 'The no-show is taken back',
    answered: 'Your answer was sent in time, and reached us only after the session had closed.',
    joined: 'You had joined in time, and we learned of it only after the session had closed.',
    cancelled:
      'You had cancelled by text in time, and your text reached us only after the session had closed.',
    cleared: 'We have taken the no-show back. It does not count.',
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
    counts: 'It stays on record, and does not count. You need do nothing more.',
    another: (mail: string) => `If you still need the session, write to ${mail} and we find another time.`,
  },
  /** What is gone with a no-show that does not count any more. */
  relief: {
    unblocked: 'The block on free sessions is gone with it: you can book them again.',
    unblockedAndUnstruck:
      'The block on free sessions and the strike on your company are gone with it: you can book free sessions again.',
    unstruck: 'The strike on your company is gone with it.',
    stillBlocked: (until: string) =>
      `Free sessions stay blocked until ${until} all the same, for another reason.`,
  },
  contestRejected: {
    subject: (f: Subject) => `The no-show stays: ${f.session}, ${f.when}`,
    preview: 'A person has read what you wrote.',
    heading: 'The no-show stays on record',
    lead: 'Thank you for writing to us. A person here has read it, and has decided that the no-show for the session below stays, for the reason given below.',
    again: (mail: string) => `If you have questions about it, write to ${mail}.`,
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

interface Counting {
  readonly counted: number;
  readonly limit: number;
  readonly months: number;
  readonly days: number;
}

function noShows(count: number): string {
  return count === 1 ? '1 no-show' : `${count} no-shows`;
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
