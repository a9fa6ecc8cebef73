/** What surrounds every page of the desk. */
export const deskFrame = {
  nav: {
    label: 'Desk',
    today: 'Today',
    week: 'Week',
    waiting: 'Waiting',
    book: 'Book',
    hours: 'Hours',
    companies: 'Companies',
    webhooks: 'Webhooks',
  },
  /** Read out before a number. */
  waiting: 'for a decision:',
  search: 'Search for a person, company, mail address, number or booking',
  searchFor: 'Person, company, mail, number',
  /** What is pressed on a keyboard, and does what; told by the help. */
  keys: {
    title: 'Keyboard shortcuts',
    open: 'Keyboard shortcuts (?)',
    on: 'Take single keys',
    close: 'Close',
    list: [
      ['j', 'next session'],
      ['k', 'session before'],
      ['← ↑ → ↓', 'from a session to the one beside it'],
      ['Enter', 'open the session'],
      ['t', 'today'],
      ['w', 'this week'],
      ['n', 'new appointment'],
      ['/', 'search'],
      ['Esc', 'close what is open'],
      ['?', 'this help'],
    ],
    actions:
      'In a session, each action shows its key, and it is always the same. It opens the action, and does not do it yet.',
  },
  beside: { whole: 'Open as a page', close: 'Close' },
  /** Where nothing is, the way to the board. */
  front: 'To today’s sessions',
  signOut: 'Sign out',
  signedIn: (name: string) => `Signed in as ${name}`,
};
