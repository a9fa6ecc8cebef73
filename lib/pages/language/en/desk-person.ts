/** What the desk says of a person. Times, names and prices come in as they are told. */
export const deskPerson = {
  title: (name: string) => `${name}, overview`,
  facts: {
    label: 'Who it is',
    email: 'Email',
    mobile: 'Mobile',
    company: 'Company',
    account: 'Account',
    since: (state: string, date: string) => `${state}, since ${date}`,
    invited: (date: string) => `invited on ${date}, not active yet`,
    removed: (date: string) => `removed on ${date}`,
    noCompany: 'none',
    noAccount: 'none',
    staff: 'our own staff',
  },
  elsewhere: 'On record elsewhere too:',
  book: 'Book an appointment for them',

  standing: {
    title: 'Where they stand, and why',
    good: 'They can book free sessions, without approval.',
    goodAlone:
      'Free sessions need the code of a company, and none is on record for them. Nothing else keeps them from booking.',
    block: (moment: string, count: number, months: number) =>
      `Free sessions are blocked until ${moment}: ${count === 1 ? 'one session was' : `${count} sessions were`} missed within ${months} months.`,
    blockByStaff: (moment: string, reason: string) =>
      `Free sessions are blocked until ${moment}, by a decision of our staff: ${reason}`,
    approval: (date: string, count: number, months: number) =>
      `Free sessions need approval until ${date}: notice came too late ${count} times within ${months} months.`,
    company: {
      block: (company: string, moment: string, reason: string) =>
        `Free sessions are blocked for everybody at ${company} until ${moment}: ${reason}`,
      approval: (company: string, moment: string, reason: string) =>
        `Free sessions of everybody at ${company} need approval until ${moment}: ${reason}`,
    },
    none: 'No missed session counts against them.',
    some: (count: number) =>
      count === 1
        ? 'One missed session counts against them.'
        : `${count} missed sessions count against them.`,
    rule: (limit: number, months: number, days: number) =>
      `${limit} missed sessions within ${months} months block free sessions for ${days} days.`,
    whole: 'Only what happened within this company counts here.',
  },
  mail: {
    title: 'Mail',
    works: 'Mail goes to them.',
    lost: {
      bounced: (moment: string) => `Mail to this address comes back since ${moment}.`,
      complained: (moment: string) =>
        `They called a mail of ours spam on ${moment}. Nothing more is mailed to them.`,
    },
    instead: 'Ask them for an address that works. Their sessions stand.',
    insteadCall: 'Call them, and ask for an address that works. Their sessions stand, and texts go on.',
    notes: {
      bounced: (moment: string) => `On ${moment} a mail came back.`,
      complained: (moment: string) => `On ${moment} a mail was called spam.`,
      delivered: (moment: string) => `On ${moment} a mail arrived.`,
      allowed: (who: string, moment: string, reason: string) =>
        `${who} let mail go there again on ${moment}: ${reason}`,
    },
  },
  past: {
    title: 'Blocks that are over',
    noShows: (from: string, count: number) =>
      `From ${from}, for ${count === 1 ? 'a missed session' : `${count} missed sessions`}.`,
    staff: (from: string, reason: string) => `From ${from}, by a decision of our staff: ${reason}`,
    ended: (moment: string) => `It ended on ${moment}.`,
    lifted: (who: string, moment: string, reason: string) => `${who} lifted it on ${moment}: ${reason}`,
    paid: (who: string, moment: string, reason: string) =>
      `${who} recorded the payment on ${moment}: ${reason}`,
  },
  decidedBy: (who: string, moment: string) => `Decided by ${who} on ${moment}.`,

  actions: {
    title: 'What you can do now',
    reason: 'Reason',
    reasonTold: 'The person reads it, word for word.',
    reasonRecord: 'For the record alone.',
    reasonKept: 'For the record alone. It must not name the person.',
    block: {
      title: 'Block until a day',
      does: 'Free sessions can’t be booked until the end of that day. Paid ones can, and sessions that are booked stay.',
      told: (mail: string) => `A mail tells ${mail} the reason, and another its end.`,
      undo: 'It can be lifted at any time.',
      until: 'Last day',
      untilWrong: 'Last day: a date from today on, such as 2027-12-31.',
      button: 'Block',
    },
    lift: {
      title: 'Lift it',
      does: 'Every block ends now, and approval is not needed until notice comes too late again. The missed sessions stay on record: the next one blocks again.',
      told: (mail: string) => `A mail tells ${mail} the reason.`,
      undo: 'A new block can be set.',
      button: 'Lift it',
    },
    payment: {
      title: 'Record the payment',
      does: (fee: string) =>
        `The reinstatement fee of ${fee} was paid: every block ends now. Need for approval stays.`,
      told: (mail: string) => `A mail tells ${mail} that it arrived.`,
      undo: 'It can’t be taken back, but a new block can be set.',
      button: (fee: string) => `Record ${fee} as paid`,
    },
    mail: {
      title: 'Mail them again',
      does: 'From now on mail goes to this address again, and the mail service is told so. What was not delivered is not sent again.',
      told: 'Nobody is told.',
      undo: 'If mail comes back or is called spam once more, that is marked as before.',
      button: 'Mail them again',
    },
    erase: {
      summary: 'Erase the person for good',
      does: 'Forgotten for good are the name, mail address and number, and every word written by or to them.',
      stays: 'What happened stays without a name, and goes on counting for the company.',
      account: 'The account ends at once, on every device.',
      told: 'Nobody is mailed. Mails that were sent stay where they are.',
      undo: 'It can’t be undone by anybody.',
      confirm: (mail: string) => `To go on, type ${mail}`,
      confirmWrong: (mail: string) => `Type the address as it is: ${mail}`,
      button: 'Erase for good',
      open: 'First cancel these sessions, or wait for their end:',
    },
  },
  done: {
    block: 'Free sessions are blocked',
    lift: 'It is lifted',
    payment: 'The payment is recorded',
    mail: 'They are mailed again',
  },
  doneMail: 'The next mail about their sessions goes out as usual.',
  doneText: 'The mail is on its way.',
  refused: 'Nothing was changed',
  meanwhile: 'Something was recorded since you looked',
  meanwhileText: 'What you pressed was not done. This happened meanwhile:',
  busy: 'A lot is going on. Please press the button again in a moment.',
  openSessions: 'There are sessions still to come, or under way.',
  happened: {
    blocked: (who: string, moment: string, until: string, reason: string) =>
      `${who} blocked free sessions on ${moment} until ${until}: ${reason}`,
    lifted: (who: string, moment: string, reason: string) => `${who} lifted it on ${moment}: ${reason}`,
    reinstated: (who: string, moment: string, reason: string) =>
      `${who} recorded the payment on ${moment}: ${reason}`,
    'no-show': (date: string) => `The session of ${date} was recorded as a no-show.`,
    'no-show-reversed': (date: string) => `The no-show of ${date} was taken back.`,
    'no-show-excused': (date: string, who: string) => `${who} excused the no-show of ${date}.`,
    'same-day-change': (date: string) => `The session of ${date} was changed on its own day.`,
  },

  history: {
    title: 'Sessions',
    none: 'None was booked yet.',
    more: 'Earlier sessions',
    first: 'Back to the latest',
  },
};
