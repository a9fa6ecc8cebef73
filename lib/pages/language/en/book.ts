/** What the booking page says. Times, names and prices come in as they are told. */
export const book = {
  title: 'Book a session',
  what: {
    title: 'What is it about?',
    price: (price: string) => `Free with a company code, ${price} without`,
  },
  when: {
    title: 'When?',
    next: (moment: string) => `Next free: ${moment}`,
    none: 'Nothing is free at the moment. Please look again tomorrow, or choose another kind of session.',
    month: (month: string) => `Free days in ${month}`,
    earlier: (month: string) => `Back to ${month}`,
    later: (month: string) => `On to ${month}`,
    day: (date: string, times: number) => `${date}: ${times === 1 ? '1 free time' : `${times} free times`}`,
    notFree: 'nothing free',
    times: (date: string) => `Free times on ${date}`,
    zoneLabel: 'Time zone',
    zone: (zone: string) => `All times are in ${zone}.`,
    assumed: 'If that is not where you are, choose your zone.',
    show: 'Show these times',
    otherZones: 'Others',
    chosen: (moment: string) => `Chosen: ${moment}`,
  },
  who: {
    title: 'Who are you?',
    name: 'Name',
    email: 'Email',
    emailHint: 'The confirmation, the link to join and the reminders go here.',
    mobile: 'Mobile number',
    mobileHint: (calling: string, minutes: number) =>
      `Worth giving: if nobody has joined ${minutes} minutes after the start, we text you before the session closes, and one answer keeps it open. Without a + in front, it is taken for ${calling}.`,
    mobileWrong: (calling: string) =>
      `Mobile number: we can’t text this one. Please check it; without a + in front, it is taken for ${calling}.`,
    mobileCountry:
      'Mobile number: we can’t text numbers of this country. Leave it empty to book without one.',
    code: 'Company code',
    codeHint:
      'With your company’s code the session is free. It stands on your profile page in the member portal.',
    codeHintAccount:
      'With your company’s code the session is free, for people with an account of the company. The code stands on your profile page in the member portal, where a Primary or Manager asks for accounts.',
    codeGood: 'This code is fine: the session is free.',
    codeUnknown: 'Company code: no company has this one. Please compare it with your profile page.',
    codesTooMany: (minutes: number) =>
      minutes === 1
        ? 'Company code: too many wrong ones were tried from here. Please wait a minute and try again.'
        : `Company code: too many wrong ones were tried from here. Please wait ${minutes} minutes and try again.`,
    codeExpired: (date: string, price: string) =>
      `Company code: the maintenance plan behind it ends on ${date}, before the session. Without a plan the session costs ${price}.`,
    payment: (price: string, mail: string) =>
      `Company code: without one this session costs ${price}. To pay, write to ${mail}; with a code it is free.`,
    release: 'Your release',
    releaseNone: 'I don’t know',
    support: { active: 'supported', deprecated: 'limited support', 'end-of-life': 'not supported' },
    releaseLimited: (name: string) => `${name} gets limited support. We do what we can; plan an upgrade.`,
    releaseOver: (name: string, mail: string) =>
      `Your release: there are no sessions for ${name} any more. Write to ${mail}, and we find a way.`,
    topic: 'What should we look at?',
    topicHint: 'A sentence or two help us prepare.',
  },
  account: {
    ask: 'Free with your company’s code? Then you need an account. Sign in, and name, mail and code are filled in.',
    signIn: 'Sign in',
    signInBeside: 'Sign in (new window)',
    signedInAs: (name: string) => `Signed in as ${name}.`,
    signOut: 'Sign out',
    onTheWay: 'You sign in on the way. Everything you typed and picked stays.',
    first: 'Please sign in first',
    firstBeside:
      'A free session needs an account. Signing in opens a new window, with everything you typed and picked, and you book there.',
    back: 'You are signed in',
    backText: 'Everything is as you left it. Please look it over once more, then book.',
    toSummary: 'To your booking',
    again: 'Please press the button once more',
    againText: 'Somebody signed in since this page was opened. Nothing was booked yet.',
    missing: (page: string) =>
      `Email: this address has no account with the company whose code it is, and free sessions need one. A Primary or Manager of the company asks for it at ${page}. Then you get a mail, set a password, and book.`,
  },
  summary: {
    title: 'Your booking',
    noTime: 'No time chosen yet',
    free: 'Free with your company’s plan',
    paid: (price: string) => `${price} without a company code. Paid sessions are not refunded.`,
    approval: (moment: string) =>
      `It needs approval first: we decide by ${moment} and write to you. Until then the time is held for you.`,
    button: 'Book this session',
    until: (minutes: number) => `You can move or cancel it until ${minutes} minutes before the start.`,
  },
  problems: {
    time: 'Time: please choose one.',
    lost: (moment: string) => `${moment} is not free any more`,
    lostText: 'Everything you typed is still here. These are the nearest free times:',
    lostChoose: 'Everything you typed is still here. Please choose another time.',
    bookInstead: (moment: string) => `Book ${moment} instead`,
    takeInstead: (moment: string) => `Take ${moment}`,
    already: 'You have booked already',
    alreadyText:
      'This form has made a booking before, with other details than these. Nothing new was booked.',
    alreadyLink: 'See that booking',
    another: 'Book another session',
    busy: 'A lot is going on',
    busyText: 'Nothing was booked. Please press the button again in a moment.',
    unknownType:
      'The link that led here named a kind of session that there is not (any more). Please choose one.',
    unknownCode: 'The link that led here carried a company code that we don’t know.',
  },
};
