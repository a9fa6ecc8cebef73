/** What the page after booking says. Times come in as they are told. */
export const booked = {
  title: 'You are booked',
  what: 'Session',
  when: 'When',
  withWhom: 'With',
  price: 'Price',
  free: 'Free with your company’s plan',
  note: 'Please note',
  addToCalendar: 'Add to calendar',
  manage: 'Move or cancel',
  another: 'Book another session',
  next: 'What happens next',
  mailed: (mail: string) => `A confirmation with the link to join is on its way to ${mail}.`,
  reminders: (hours: readonly string[]) => `We remind you by mail ${hours.join(' and ')} before.`,
  hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
  requested: (mail: string) =>
    `A mail with these details, and the link to move or cancel, is on its way to ${mail}.`,
  changeUntil: (moment: string) => `You can move or cancel the session until ${moment}.`,
  checkIn: (asked: string, mobile: string, closes: string) =>
    `If nobody has joined by ${asked}, we text ${mobile}. An answer keeps the session open; without one it closes at ${closes} and counts as a no-show.`,
  closes: (closes: string) =>
    `If nobody has joined by ${closes}, online or by phone, the session closes and counts as a no-show.`,
};
