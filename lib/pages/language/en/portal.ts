/** What the members' portal says. Times come in as they are told. */
export const portal = {
  nav: {
    label: 'Portal',
    profile: 'Profile',
    bookings: 'My sessions',
    people: 'People',
    book: 'Book a session',
    signOut: 'Sign out',
  },
  /** What a level is for, to choose by. */
  levelHints: {
    basic: 'Books sessions, opens tickets, reads articles and forums.',
    'sales-designer': 'As Basic, with licence information in full.',
    'it-support': 'Also orders licences and paid services. Gets update notices and no newsletters.',
    manager: 'Also asks for accounts, up to this level, and sees all of the company’s tickets.',
    primary: 'May do everything, licence keys and the company code included.',
  },
  refused: {
    busy: 'Nothing was changed. Please press the button again in a moment.',
    busyTitle: 'A lot is going on',
  },

  profile: {
    title: 'Your profile',
    account: 'Your account',
    name: 'Name',
    email: 'Email',
    level: 'Level',
    company: 'Company',
    plan: 'Maintenance plan',
    planUntil: (date: string) => `until ${date}`,
    planEnded: (date: string) => `ended on ${date}`,
    wrong: 'A Primary or a Manager of your company sets your level.',
  },
  onePrimary: {
    title: (company: string) => `${company} should have more than one Primary`,
    text: 'If the only one is away or has left, nobody can name another, replace the code or receive licence keys.',
    give: 'Name another Primary',
    ask: 'A Primary can give somebody else this level. Where there is none any more, write to us.',
  },
  code: {
    title: 'Your company’s code',
    what: (company: string) =>
      `Enter it when you book, and the session is free. It is the same for everybody at ${company}.`,
    care: 'Pass it on to colleagues only.',
    ended: (date: string, mail: string) =>
      `The maintenance plan ended on ${date}, so the code makes no session free for now. To renew it, write to ${mail}.`,
    former: 'Replaced codes that still work',
    formerUntil: (moment: string) => `until ${moment}`,
    replace: 'Replace the code',
    replaceText: (days: number, until: string) =>
      `If somebody outside has it, make a new one. It counts at once. The old one works for ${days} more days, until ${until}, so that nobody’s next booking fails. Sessions that are booked stay as they are.`,
    replaceTell: 'Everybody at your company finds the new code on this page. We don’t write to them.',
    replaceButton: 'Make a new code',
    replaced: 'This is the new code',
    replacedText: 'Please tell your colleagues. The one before works until the time below.',
    tooOften: 'The code was replaced too often',
    tooOftenText: (moment: string) => `Nothing was changed. The next new code can be made from ${moment}.`,
  },
  newsletters: {
    title: 'Newsletters and update notices',
    both: 'You get newsletters with training hints, and notices of software updates.',
    updates: 'You get notices of software updates.',
    neither: 'You get no newsletters and no notices of software updates.',
    neitherUpdates: 'You get no notices of software updates.',
    warning: 'If you stop the newsletters, notices of software updates stop too.',
    warningUpdates: 'Then nobody tells you of new releases, fixes and ends of support.',
    last: (company: string) =>
      `Yours is the last account of ${company} that gets newsletters. The company should keep at least one. Ask a colleague to turn them on first.`,
    nobody: (company: string) =>
      `No account of ${company} gets newsletters now. The company should keep at least one that does.`,
    stop: 'Stop newsletters and update notices',
    stopUpdates: 'Stop update notices',
    start: 'Get newsletters and update notices',
    startUpdates: 'Get update notices',
    changed: 'Your choice is saved',
  },

  bookings: {
    title: 'My sessions',
    coming: 'Coming',
    noneComing: 'No session is booked for you.',
    past: 'Past',
    nonePast: 'There is none yet.',
    later: 'Later ones',
    earlier: 'Earlier ones',
    back: 'Back to the coming sessions',
    which: (email: string) =>
      `These are the sessions of your company that were booked with your address, ${email}.`,
    with: (session: string, consultant: string) => `${session}, with ${consultant}`,
    states: {
      pending: 'Not confirmed yet',
      confirmed: 'Confirmed',
      moved: 'Confirmed at a new time',
      in_progress: 'Under way',
      completed: 'Over',
      cancelled: 'Cancelled',
      no_show: 'Recorded as a no-show',
      excused: 'No-show, excused',
      contested: 'No-show, contested',
      declined: 'Not approved',
    },
    changeUntil: (moment: string) => `You can move or cancel it here until ${moment}.`,
    change: 'Join, move or cancel',
    changePending: 'Move or cancel',
    show: 'Show',
  },

  people: {
    title: 'People',
    accounts: 'Accounts',
    intro: (company: string) =>
      `Everybody at ${company} has an account of their own. Accounts cost nothing, and sign-ins are never shared.`,
    you: 'you',
    active: 'Active',
    invited: (date: string) => `Asked on ${date} to choose a password, not active yet`,
    manage: (name: string) => `Change the account of ${name}`,
    level: 'Level',
    changeLevel: 'Change the level',
    changeLevelText: 'The new level counts at once.',
    resend: 'Send the mail again',
    resendText: (email: string) =>
      `The mail to ${email} with the link to choose a password is sent once more. The link works for 7 days.`,
    remove: 'Remove the account',
    removeText: (name: string) =>
      `${name} is signed out everywhere at once, and can’t sign in again. Sessions that are booked stay. Removing can’t be undone: who comes back gets a new account.`,
    more: 'More people',
    first: 'Back to the first ones',

    ask: 'Ask for an account',
    askText:
      'We mail the person a link. With it they choose a password, and then they can sign in. Until then the account does nothing.',
    name: 'Full name',
    email: 'Email',
    emailHint: 'A person’s own address, not one that several people read.',
    askButton: 'Ask for the account',
    levelMissing: 'Level: please choose one.',
    notGiven: 'Level: your own account can’t give this one.',
    exists: 'Email: there is an account for this address already.',
    existsInvited:
      'Email: an account for this address was asked for already. You can have the mail sent again, in the list above.',

    done: {
      asked: 'The account is asked for',
      askedText: 'A mail with the link to choose a password is on its way.',
      resent: 'The mail is on its way again',
      resentText: 'It can take a minute to arrive. If it doesn’t, look among unwanted mail.',
      level: 'The level is changed',
      removed: 'The account is removed',
      removedText: 'It can’t be used to sign in any more.',
    },
    lastPrimary: 'Nothing was changed',
    lastPrimaryText:
      'This is the only Primary of your company. Make somebody else a Primary first, then do it again.',
    gone: 'Nothing was changed',
    goneText: 'The account was changed or removed by somebody else meanwhile. This is how things stand now.',
    notAllowed: 'Nothing was changed',
    notAllowedText: 'Your account does not allow this for an account of that level.',
  },
};
