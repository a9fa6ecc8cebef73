/** What the desk says of consultants' hours and calendar feeds. Times come in as they are told. */
export const deskHours = {
  title: 'Hours',
  titleOf: (name: string) => `Hours of ${name}`,
  intro: 'Time off closes hours, and wins. Extra hours open time outside the weekly hours and on holidays.',
  usual: 'As usual',
  all: 'All consultants',
  zone: (zone: string) => `Time zone: ${zone}.`,
  weekly: 'Every week',
  none: 'none',
  kinds: { off: 'Time off', extra: 'Extra hours' },
  /** Times that go from midnight to midnight. */
  wholeDay: (date: string) => `${date}, all day`,
  wholeDays: (first: string, last: string) => `${first} to ${last}, all day`,
  coming: 'Time off and extra hours',
  noneComing: 'None is coming.',
  by: (who: string, date: string) => `Added by ${who} on ${date}`,
  operator: 'the operator',
  inside: (count: number) =>
    count === 1 ? 'One session still lies in it:' : `${count} sessions still lie in it:`,
  noneInside: 'No session lies in it.',
  session: (when: string, who: string) => `${when}, ${who}`,
  move: 'Move or cancel',
  moveOf: (who: string, when: string) => `Move or cancel the session of ${who}, ${when}`,

  add: 'Add time off or extra hours',
  kind: 'What',
  kindHints: {
    off: 'Nothing can be booked then.',
    extra: 'Sessions can be booked then as in weekly hours.',
  },
  fromDate: 'First day',
  fromTime: 'From',
  toDate: 'Last day',
  toTime: 'To',
  timeHint: 'On a quarter hour. Leave it empty for the whole day.',
  reason: 'Reason',
  reasonHint: 'For the record. Members don’t see it.',
  look: 'Look at what it does',
  lookText: 'Nothing is changed yet.',
  wrong: {
    kind: 'What: please choose.',
    fromDate: 'First day: a date looks like 2026-12-24.',
    toDate: 'Last day: a date looks like 2026-12-24.',
    fromTime: 'From: a time on a quarter hour, such as 13:15.',
    toTime: 'To: a time on a quarter hour, such as 13:15, after the beginning.',
    stretch: (days: number) =>
      `Last day: it must end after it begins, in the future, and within ${days} days.`,
  },

  adding: {
    off: (name: string, span: string) => `${name} is off: ${span}. Nothing can be booked with ${name} then.`,
    extra: (name: string, span: string) => `${name} works extra: ${span}. Sessions can be booked then.`,
  },
  there: 'This is on record already. Adding it again changes nothing.',
  stay: (count: number) =>
    count === 1
      ? 'One session lies inside. It stays booked, and its attendee is not told, until you move or cancel it:'
      : `${count} sessions lie inside. They stay booked, and their attendees are not told, until you move or cancel them:`,
  stayNone: 'No session lies inside. Nobody is written to.',
  nobodyTold: 'Nobody is written to.',
  undoAdd: 'It can be removed again.',
  addButton: { off: 'Add the time off', extra: 'Add the extra hours' },
  back: 'Leave everything as it is',

  remove: 'Remove',
  removeOf: { off: 'Remove the time off', extra: 'Remove the extra hours' },
  removeOfWhen: (kind: string, span: string) => `Remove: ${kind}, ${span}`,
  removing: {
    off: (name: string, span: string) =>
      `${name} is no longer off: ${span}. Weekly hours count again, and can be booked.`,
    extra: (name: string, span: string) =>
      `${name} no longer works extra: ${span}. Outside the weekly hours nothing can be booked then.`,
  },
  undoRemove: 'It stays on record, and can be added again.',

  done: {
    off: 'The time off is added',
    extra: 'The extra hours are added',
    offRemoved: 'The time off is removed',
    extraRemoved: 'The extra hours are removed',
    feed: 'The calendar has a new address',
    feedText: 'The one before opens nothing any more.',
  },
  busy: 'A lot is going on',
  busyText: 'Nothing was changed. Please press the button again in a moment.',

  feed: 'Calendar feed',
  feedText: (name: string) =>
    `A calendar program that subscribes to this address shows the sessions of ${name}, with the names of those who come. Whoever has the address sees them, so give it to ${name} alone.`,
  feedAddress: 'Address',
  feedNew: 'Make a new address',
  feedNewText:
    'The old address opens nothing from then on: the calendar program must be given the new one. It can’t be undone.',
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  nextDay: (clock: string) => `${clock} on the next day`,
};
