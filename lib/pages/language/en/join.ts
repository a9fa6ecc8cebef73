/** What the page says that leads to the meeting. Times come in as they are told. */
export const join = {
  early: 'You are early',
  earlyText: (opens: string) => `You can join from ${opens},`,
  earlyThen: 'This page shows the button then by itself.',
  pending: 'This session is not confirmed yet',
  pendingText: (decided: string) => `We decide whether it takes place by ${decided},`,
  pendingThen: 'Once it is confirmed, it can be joined here.',
  open: 'Your session is open',
  starts: (start: string) => `It starts at ${start},`,
  started: (start: string, closes: string) =>
    `It started at ${start}. If nobody joins, it closes at ${closes} and counts as a no-show.`,
  keptOpen: (start: string, end: string) => `It started at ${start}. We keep it open for you until ${end}.`,
  underWay: (start: string, end: string) =>
    `It started at ${start}, somebody has joined, and it lasts until ${end}.`,
  button: 'Join now',
  buttonHint: (host: string) => `It tells us that you are here, and takes you to the meeting at ${host}.`,
  closed: 'This session has closed',
  closedText: (closed: string, mail: string) =>
    `Its time to join ended at ${closed}. If you need it still, write to ${mail}.`,
  change: 'See or change this booking',
  see: 'See this booking',
};
