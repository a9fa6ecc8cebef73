import type { Happened, SeenBooking, SeenMail, SeenText, World } from '../world.ts';
import { isOpen, isStanding, type Moment } from './history.ts';

/** When what an event is told by is true, given the booking as it is and when it is told (ms). */
type Truth = (moment: Moment, event: Happened, at: number) => boolean;

const sameTime: Truth = (moment, { version }) => isOpen(moment) && moment.version === version;
const asBooked: Truth = (moment, event, at) =>
  event.approval
    ? moment.status === 'pending' && moment.version === event.version
    : sameTime(moment, event, at);
const always: Truth = () => true;
const ended: Truth = ({ status }) => status === 'cancelled';
const missed: Truth = ({ status, excused }) => status === 'no_show' && !excused;

/** The events that the attendee is mailed about, and while what is true each may be. */
export const mailed: Readonly<Record<string, Truth>> = {
  booked: asBooked,
  approved: sameTime,
  declined: ended,
  'approval-expired': ended,
  rescheduled: (moment, { version }) => isStanding(moment) && moment.version === version,
  cancelled: ended,
  'reminder-due': (moment, event, at) => sameTime(moment, event, at) && at < moment.start,
  'mobile-lost': (moment, event, at) => sameTime(moment, event, at) && moment.mobileLost,
  'mobile-restored': (moment, event, at) => sameTime(moment, event, at) && !moment.mobileLost,
  'no-show-recorded': missed,
  'no-show-reversed': always,
  'no-show-excused': ({ excused }) => excused,
  'contest-rejected': ({ rejected, excused }) => rejected && !excused,
};

/** The same for texts. */
export const texted: Readonly<Record<string, Truth>> = {
  'check-in-asked': (moment, event) => sameTime(moment, event, 0) && !moment.joined && !moment.answered,
  'check-in-answered': ({ status }) => status === 'confirmed',
  'late-notice-warned': ({ status }) => status === 'confirmed',
  cancelled: ended,
  'no-show-recorded': missed,
  'no-show-reversed': always,
  'reply-noted': (moment, { answer }) => {
    if (answer === 'help' || answer === 'unclear') return true;
    return isStanding(moment) ? answer !== 'too-late' : answer === 'too-late';
  },
  'mail-lost': isStanding,
};

/** A message about an event of a booking. */
export interface Told {
  readonly booking: SeenBooking;
  readonly event: Happened;
  readonly by: 'mail' | 'text';
  readonly at: number;
  readonly calendarStart?: number;
}

/** The messages to attendees that are known to be about an event, by what they carry or what their claim says. */
export function toldIn({ bookings, mails, texts, claims }: World): Told[] {
  const known = new Map(bookings.map((booking) => [booking.id, booking]));
  const told = (owner: string, effect: string, at: number, mail?: SeenMail): Told[] => {
    const [number = '', by, more] = effect.split('.');
    const booking = known.get(owner);
    const event = booking?.history.find((one) => one.number === Number(number));
    if (booking === undefined || event === undefined || more !== undefined) return [];
    if (by !== 'mail' && by !== 'text') return [];
    const calendar = mail?.calendarStart === undefined ? {} : { calendarStart: mail.calendarStart };
    return [{ booking, event, by, at, ...calendar }];
  };
  const sent = new Map(texts.map((text) => [text.id, text]));
  return [
    ...mails.flatMap((mail) => told(...ownerAndEffect(mail.messageId), mail.at, mail)),
    ...claims.flatMap(({ owner, effect, receipt = '' }) => {
      const text = sent.get(receipt);
      return text === undefined ? [] : told(owner, effect, text.at);
    }),
  ];
}

/** Ids of owners have no dot. */
function ownerAndEffect(messageId: string): [string, string] {
  const dot = messageId.indexOf('.');
  return [messageId.slice(0, dot), messageId.slice(dot + 1)];
}

/** Whether this is a text of ours. */
export function isOurs({ direction }: SeenText): boolean {
  return direction === 'out';
}
