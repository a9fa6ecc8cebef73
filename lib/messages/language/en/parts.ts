/** Sentences and labels that several mails share. */
export const parts = {
  hello: (name?: string) => (name ? `Hello ${name},` : 'Hello,'),
  labels: {
    when: 'When',
    newTime: 'New time',
    oldTime: 'Old time',
    wasPlanned: 'Was planned for',
    session: 'Session',
    consultant: 'With',
    price: 'Price',
    topic: 'Topic',
    reason: 'Reason given',
  },
  session: (name: string, duration: string) => `${name} (${duration})`,
  free: 'Free with your company’s plan',
  paid: (price: string) => `${price}. Paid sessions are not refunded.`,
  notices: 'Please note',
  limitedSupport: (release: string) =>
    `${release} is deprecated and gets limited support. Plan an upgrade to an active release.`,

  join: {
    title: 'How to join',
    button: 'Join the session',
    wayIn: 'The link above tells us that you are there and takes you to the meeting.',
    meeting: 'Meeting address',
    audio:
      'Joining does not connect your audio by itself: call in by phone as well, and enter the conference ID.',
    numbers: 'Phone numbers, local and international',
    conferenceId: 'Conference ID',
    everyone:
      'Colleagues are welcome. Everyone may connect from their own device, with the meeting address and the conference ID.',
  },

  prepare: { title: 'Before the session' },

  change: {
    title: 'Another time, or not at all?',
    move: 'Reschedule',
    cancel: 'Cancel',
    untilByLink: (until: string) => `Both links work until ${until}.`,
    linkIsOver: (until: string) => `The links to reschedule and to cancel worked until ${until}.`,
    /** `ending` is that of the mobile number that a text has to come from. */
    byText: (number: string, ending: string, until: string) =>
      `Or text ${number} from your mobile ending in ${ending} until ${until}: 2 cancels the session, 3 moves it.`,
    stillByText: (number: string, ending: string, until: string) =>
      `You can still text ${number} from your mobile ending in ${ending} until ${until}: 2 cancels the session, 3 moves it.`,
    thenByMail: (mail: string, until: string) => `After that, a mail to ${mail} still counts until ${until}.`,
    stillByMail: (mail: string, until: string) =>
      `You can still move or cancel by a mail to ${mail} until ${until}.`,
    /** `least` is how long before the start notice has to come, such as "30 minutes". */
    shortNotice: (least: string) =>
      `Notice that reaches us less than ${least} before the start comes too late: the session then counts as a no-show.`,
    over: (mail: string, least: string) =>
      `It is too late to move or cancel: less than ${least} before the start, the session counts as a no-show. If you can’t come, please write to ${mail} at once all the same.`,
    confirmed: 'We confirm every change by mail. Without our confirmation, nothing has changed.',
  },

  nobody: {
    title: 'If nobody joins',
    /** `after` is how long after the start we ask, such as "5 minutes". */
    withMobile: (ending: string, after: string, closes: string) =>
      `If nobody has joined ${after} after the start, online or by phone, we send a text to the mobile number ending in ${ending}. Answer it with 1, and the session stays open. Without an answer, it closes at ${closes} and counts as a no-show.`,
    withoutMobile: (closes: string) =>
      `If nobody has joined by ${closes}, online or by phone, the session closes and counts as a no-show.`,
  },

  /** Where the mobile number that was given can't be texted: why, and what to do about it. */
  noTexts: {
    'opted-out': (_ending: string) => 'You asked us not to text you, so we don’t.',
    refused: (ending: string) =>
      `We can’t text the mobile number ending in ${ending}. Perhaps it is a landline.`,
    withheld: (ending: string) => `We could not text the mobile number ending in ${ending} this time.`,
    again: (number: string) => `To get texts again, text START to ${number}.`,
  },

  footer: (brand: string) => `Sent by ${brand} about a session booked with this address.`,
  bookingId: (id: string) => `Booking ${id}`,
};
