/** What the desk's board says. */
export const deskBoard = {
  /** Where a session stands. */
  states: {
    pending: 'Pending',
    upcoming: 'Booked',
    waiting: 'Waiting',
    asked: 'Asked',
    answered: 'Answered',
    joined: 'Joined',
    completed: 'Done',
    cancelled: 'Cancelled',
    no_show: 'No-show',
    excused: 'Excused',
  },
  /** The same at length, beside their signs. */
  meanings: {
    pending: 'Pending: not approved yet',
    upcoming: 'Booked',
    waiting: 'Waiting: nobody has joined',
    asked: 'Asked by text',
    answered: 'Answered: kept open',
    joined: 'Joined',
    completed: 'Done',
    cancelled: 'Cancelled',
    no_show: 'No-show',
    excused: 'No-show, excused',
  },
  title: { day: (date: string) => date, week: (from: string, to: string) => `${from} to ${to}` },
  today: 'Today',
  thisWeek: 'This week',
  ways: { label: 'Dates', day: 'Day', week: 'Week', back: 'Back', onward: 'Forward' },
  dates: { label: 'Go to a date', button: 'Go' },
  /** How many sessions are in a state, one after another. */
  counts: (parts: readonly string[]) => parts.join(' · '),
  sessions: (count: number) => (count === 1 ? '1 session' : `${count} sessions`),
  count: {
    waiting: (count: number) => `${count} waiting`,
    asked: (count: number) => `${count} asked`,
    answered: (count: number) => `${count} answered`,
    joined: (count: number) => `${count} joined`,
    pending: (count: number) => `${count} pending`,
  },
  /** Mail doesn't reach whoever it is for. */
  mail: { bounced: 'mail comes back', complained: 'no mail' },
  closesAt: (clock: string) => `closes at ${clock}`,
  /** Goes on with a time such as 4:12. */
  closesIn: 'closes in',
  /** When the time is up, until the board has heard what became of it. */
  closing: 'closing',
  grid: 'Sessions by consultant',
  open: 'Now and next',
  over: 'Earlier',
  cancelled: (count: number | '{count}') => (count === 1 ? '1 cancelled' : `${count} cancelled`),
  off: 'Time off',
  extra: 'Extra hours',
  hoursApart: 'Time off and extra hours',
  notWorking: 'not working',
  free: 'No sessions',
  empty: { day: 'No session is booked on this day.', week: 'No session is booked in this week.' },
  book: 'New appointment',
  legend: 'What the signs mean',
  erased: 'Erased',
  /** What the script says aloud, and shows where the connection is lost. */
  said: {
    change: (who: string, state: string) => `${who}: ${state}`,
    many: (count: string) => `${count} sessions have changed.`,
    stale: (clock: string) => `Not up to date since ${clock}. Trying again …`,
    signedOut: 'Your session is over. Sign in again to see what happens.',
    failed: 'That did not reach us. Please check your connection and try again.',
  },
};
