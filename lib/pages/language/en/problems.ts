/** What a page says when it can't do what was asked. */
export const problems = {
  notFound: {
    title: 'There is no such page',
    text: 'The address may have been cut off. Links from our mails work when they are copied whole.',
  },
  linkInvalid: {
    title: 'This link does not work',
    text: 'It may have been cut off. Open it from your latest mail, or copy it whole.',
  },
  invalid: {
    title: 'We could not read that',
    text: 'Something in the request was not as this page sends it. Please go back and try again.',
  },
  tooLate: {
    title: 'It is too late for that',
    text: 'The time in which this could be changed here has passed.',
  },
  over: { title: 'This session is over', text: 'Nothing can be changed about it any more.' },
  notSignedIn: {
    title: 'Please sign in',
    text: 'This page is for people with an account, and your session is over or has not begun.',
  },
  forged: {
    title: 'That did not come from this page',
    text: 'Nothing was changed. The page may have been open for too long: go back, load it anew and try again. Your browser must take our cookies.',
  },
  notAllowed: {
    title: 'Your account does not allow this',
    text: 'A Primary of your company can give your account another level.',
  },
  accountRequired: {
    title: 'A free session needs an account',
    text: 'Free sessions are for people with an account of the company whose code it is. A Primary or Manager of the company asks for one on the portal.',
  },
  blocked: {
    title: 'Free sessions are blocked for now',
    text: 'Your profile in the portal says until when, and why.',
  },
  tooSoon: {
    title: 'This time is too soon',
    text: 'The booking needs approval, and there is too little time left for that. Please choose a later time.',
  },
  settled: { title: 'This was decided already', text: 'Nothing was changed.' },
  slotTaken: { title: 'This time is taken', text: 'Somebody was faster. Please choose another time.' },
  busy: {
    title: 'A lot is going on',
    text: 'Nothing was changed. Please try again in a moment.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed as far as we know. Please try again.',
    reference: (id: string) => `If it happens again, write to us and name this number: ${id}`,
  },
  book: 'Book a session',
};
