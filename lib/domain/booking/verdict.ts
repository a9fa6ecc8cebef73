import type { Block } from '../standing/standing.ts';
import type { Booking } from './booking.ts';
import type { BookingEvent, EventOf } from './events.ts';
import type { EvidentEvent, Message } from './evidence.ts';
import type { Conclusion, Finding, TextFate } from './finding.ts';

/** What a verdict is given on. */
export interface File {
  readonly booking: Booking;
  readonly events: readonly EvidentEvent[];
  readonly messages: readonly Pick<Message, 'number' | 'channel' | 'sentAt' | 'withheld' | 'delivery'>[];
  /** Every block of who it is for, within the booking's company. */
  readonly blocks: readonly Block[];
  /** Notice that the version of the policy asks for, in minutes before the start. */
  readonly noticeMinutes: (version: string) => number;
}

/** What the record shows, and what it comes to. Pure: the same record, the same verdict. */
export function verdictOf(file: File): readonly Finding[] {
  const { booking, events, blocks } = file;
  let start = booking.start;
  const findings = events.flatMap((one) => {
    if (one.event.type === 'booked' || one.event.type === 'rescheduled') start = one.event.start;
    return findingsOf(one, start, file);
  });
  const reminders = events.filter(({ event }) => event.type === 'reminder-due').length;
  return [
    { is: conclusionOf(booking, events) },
    ...findings,
    ...(reminders === 0 ? [] : [{ is: 'reminded', times: reminders } as const]),
    ...blocks.flatMap((block) => blockFinding(block, booking.id)),
  ];
}

function conclusionOf({ status, outcome }: Booking, events: readonly EvidentEvent[]): Conclusion {
  switch (status) {
    case 'pending':
      return 'waits-for-approval';
    case 'confirmed':
    case 'in_progress':
      return 'open';
    case 'completed':
      return 'took-place';
    case 'no_show':
      return outcome?.excused === undefined ? 'no-show-counts' : 'no-show-excused';
    case 'cancelled':
      return cancelledHow(events);
  }
}

function cancelledHow(events: readonly EvidentEvent[]): Conclusion {
  if (events.some(({ event }) => event.type === 'declined')) return 'declined';
  return events.some(({ event }) => event.type === 'approval-expired') ? 'expired' : 'cancelled';
}

/** What an event is looked at with. */
interface Look {
  readonly number: number;
  readonly policy: string;
  /** Start of the session as it was agreed then. */
  readonly start: number;
  readonly file: File;
}

type Findings = {
  readonly [Type in BookingEvent['type']]: (event: EventOf<Type>, look: Look) => Finding[];
};

function findingsOf({ number, policy, event }: EvidentEvent, start: number, file: File): Finding[] {
  const find = findings[event.type] as (event: BookingEvent, look: Look) => Finding[];
  return find(event, { number, policy, start, file });
}

const findings: Findings = {
  booked: bookedFindings,
  rescheduled: ({ at, by, previousStart, start }) => [
    { is: 'moved', at, by, from: previousStart, to: start },
  ],
  cancelled: ({ at, by, notice }) => [{ is: 'given-back', at: notice?.stamp ?? at, by }],
  // Counted, and told once.
  'reminder-due': () => [],
  'reminder-skipped': () => [],
  'check-in-asked': ({ at }, { number, file }) => [{ is: 'asked', at, fate: fateOf(number, file) }],
  'check-in-answered': ({ stamp }) => [{ is: 'answered', at: stamp }],
  // A text that changed nothing shows nothing: it stands among the replies.
  'reply-noted': () => [],
  'late-notice-warned': ({ stamp }, { start }) => [{ is: 'warned', at: stamp, start }],
  'mobile-lost': ({ at }) => [{ is: 'number-lost', at }],
  'mobile-restored': ({ at }) => [{ is: 'number-back', at }],
  'mail-lost': ({ at, reason }) => [{ is: 'mail-lost', at, reason }],
  'mail-restored': ({ at }) => [{ is: 'mail-back', at }],
  'attendee-joined': ({ stamp, evidence }) => [{ is: 'joined', at: stamp, evidence }],
  'join-withdrawn': ({ at, staffId }) => [{ is: 'join-withdrawn', at, staffId }],
  'no-show-recorded': ({ at, reason, notice, staffId }, { start, policy, file }) => [
    {
      ...{ is: 'no-show', reason, at: notice?.stamp ?? at, start },
      noticeMinutes: file.noticeMinutes(policy),
      ...(staffId === undefined ? {} : { staffId }),
    },
  ],
  'no-show-reversed': ({ at, because, notice }) => [{ is: 'taken-back', at: notice?.stamp ?? at, because }],
  'no-show-excused': ({ at, staffId }) => [{ is: 'excused', at, staffId }],
  'no-show-contested': ({ at }) => [{ is: 'contested', at }],
  'contest-rejected': ({ at, staffId }) => [{ is: 'contest-rejected', at, staffId }],
  approved: ({ at, staffId }) => [{ is: 'approved-by-staff', at, staffId }],
  declined: ({ at, staffId }) => [{ is: 'declined-by-staff', at, staffId }],
  'approval-expired': ({ at }) => [{ is: 'nobody-decided', at }],
  'attendee-erased': ({ at }) => [{ is: 'erased', at }],
  completed: ({ at }) => [{ is: 'completed', at }],
  reopened: ({ at, staffId }) => [{ is: 'reopened', at, staffId }],
};

function bookedFindings({ at, start, price, approval, staffId }: EventOf<'booked'>): Finding[] {
  const by = staffId === undefined ? {} : { staffId };
  const booked: Finding = { is: 'booked', at, start, free: price === undefined, ...by };
  if (approval === undefined) return [booked];
  return [booked, { is: 'approval-needed', because: approval.because, decideBy: approval.decideBy }];
}

/** Statuses of End User Messaging after which a text reaches nobody. */
const failures: readonly string[] = [
  'blocked',
  'carrier-blocked',
  'carrier-unreachable',
  'unreachable',
  'invalid',
  'invalid-message',
  'protect-blocked',
  'spam',
  'ttl-expired',
];

function fateOf(number: number, { messages }: File): TextFate {
  const text = messages.find((message) => message.number === number && message.channel === 'text');
  if (text === undefined) return 'not-sent';
  if (text.withheld !== undefined) return 'withheld';
  if (text.delivery['delivered'] !== undefined) return 'delivered';
  if (failures.some((status) => text.delivery[status] !== undefined)) return 'failed';
  return text.sentAt === undefined ? 'not-sent' : 'sent';
}

/** A block that this no-show started, or that it led to together with later ones. */
function blockFinding({ since, until, missed, endedBy }: Block, bookingId: string): Finding[] {
  if (missed.every((one) => one.bookingId !== bookingId)) return [];
  const by = endedBy?.kind === 'reinstated' ? 'payment' : 'staff';
  return [
    {
      is: missed.at(-1)?.bookingId === bookingId ? 'block-started' : 'block-shared',
      ...{ since, until },
      ...(endedBy === undefined ? {} : { ended: { at: endedBy.at, by } }),
    },
  ];
}
