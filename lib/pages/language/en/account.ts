/** What the pages say that people sign in on. */
export const account = {
  email: 'Email',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  showName: 'Show the password',
  hideName: 'Hide the password',
  shown: 'Your password is shown.',
  hidden: 'Your password is hidden.',
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    forgot: 'I forgot my password',
    noAccount: 'No account yet? A Primary or Manager of your company can ask for one, in the portal.',
    wrong: {
      title: 'Email and password don’t fit',
      text: 'Please try again. After several wrong tries, wait a quarter of an hour, or choose a new password.',
    },
    signedOut: { title: 'You are signed out', text: 'Nobody can use this browser in your name any more.' },
  },
  signedIn: {
    title: 'You are signed in',
    as: (name: string, email: string) => `This browser is signed in as ${name} (${email}).`,
    back: 'Back',
    signOut: 'Sign out',
  },
  forgot: {
    title: 'Choose a new password',
    text: 'Give the mail address of your account. We send a link there that lets you choose a new password.',
    button: 'Send me the link',
    back: 'Back to signing in',
    sent: {
      title: 'Look into your mail',
      text: 'If this address has an account that was used before, the link is on its way. It works for an hour.',
      nothing:
        'Nothing there? Look into the spam folder. If you were invited and never chose a password, ask whoever invited you to send the invitation again.',
      again: 'Try another address',
    },
  },
  choose: {
    welcome: 'Welcome: choose a password',
    title: 'Choose a new password',
    for: 'It is for the account of',
    label: 'New password',
    hint: (fewest: number) =>
      `At least ${fewest} characters. A few words that only you would put together are easy to keep and hard to guess.`,
    button: 'Save and sign in',
    endsSessions: 'Wherever else you are signed in, you are signed out.',
    problems: {
      'too-short': (fewest: number) => `Password: please use at least ${fewest} characters.`,
      'too-long': (most: number) => `Password: please use at most ${most} characters.`,
      'space-at-an-end': 'Password: it can’t begin or end with a space.',
      'not-taken': 'Password: this one is not taken. Please choose another.',
    },
    invalid: {
      title: 'This link is no longer valid',
      text: 'It was used already, it is too old, or it was cut off.',
      again: 'Send me a new link',
      invited: 'If it was an invitation, ask whoever invited you to send it again.',
    },
  },
  tooMany: {
    title: 'Too many tries',
    text: (minutes: number) =>
      minutes === 1 ? 'Please wait a minute and try again.' : `Please wait ${minutes} minutes and try again.`,
  },
  stale: {
    title: 'Please press the button once more',
    text: 'This page was open for long, or your browser doesn’t take our cookies, which signing in needs.',
  },
};
