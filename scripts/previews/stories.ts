import settings from '#config';
import { priceOf } from '../../lib/domain/booking/admission.ts';
import type { MobileLoss } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { after, moments } from './moments.ts';
import { HOUR, MINUTE, START, sampleType, TOPIC } from './sample.ts';
import type { Step, Story } from './story.ts';

const { asked, closed, closedWithoutMobile, end, mailsEnd } = moments;

const asks: Step = [asked, due('check-in')];
const closes: Step = [closed, due('close')];
const joins: Step = [after(3), { type: 'join', stamp: after(3), evidence: 'link' }];
const ends: Step = [end, due('finish')];

/** Ways of booking. */
const withoutMobile = { attendee: { name: 'Ada Lovelace', email: 'ada@example.org' } };
const paid = { price: priceOf(sampleType(), settings) };
const consultants = settings.consultants.map(({ id }) => id);

const wanted = { topic: TOPIC, approval: { because: 'late-notices', decideBy: after(-4 * 60) } } as const;

/** What can befall a booking. Another story is a row. */
export const stories = {
  asUsual: { booked: { topic: TOPIC } },
  withoutMobile: { booked: withoutMobile },
  paid: { booked: paid },
  atShortNotice: { bookedAt: after(-90) },
  setByStaff: {
    bookedAt: after(-12),
    booked: { by: 'staff', staffId: 'per_robin', reason: 'Your orders have stopped.', topic: TOPIC },
  },
  theDayBefore: { bookedAt: after(-20 * 60) },
  requested: { booked: wanted },
  approved: {
    booked: wanted,
    steps: [[moments.booked + HOUR, { type: 'approve', staffId: 'per_robin' }]],
  },
  moved: { steps: [moves(START + 24 * HOUR)] },
  cancelled: { steps: [cancels('The upgrade went well without.')] },
  cancelledByStaff: { steps: [cancelledFor('Robin is ill that day.')] },
  asked: { steps: [asks] },
  keptOpen: { steps: [asks, answers(asked + 4 * MINUTE)] },
  joined: { steps: [joins] },
  completed: { steps: [joins, ends] },
  absent: { steps: [asks, closes] },
  absentWithoutMobile: { steps: [[closedWithoutMobile, due('close')]], booked: withoutMobile },
  excused: {
    steps: [asks, closes, [closed + HOUR, { type: 'excuse', staffId: 'per_robin', reason: 'No power' }]],
  },
  neverJoined: { steps: [asks, answers(asked + 4 * MINUTE), ends] },
  closedOut: { steps: [asks, closes, answers(closed - MINUTE, end + MINUTE)] },
  cancelledByText: { steps: [cannot(moments.booked + HOUR)] },
  lateNotice: { steps: [cannot(mailsEnd + 8 * MINUTE), cannot(mailsEnd + 10 * MINUTE)] },
  closedByText: { steps: [asks, cannot(asked + 2 * MINUTE)] },
  cancelledInTime: { steps: [asks, closes, cannot(mailsEnd - 5 * MINUTE, closed + 5 * MINUTE)] },
  textsOff: { steps: [loses('opted-out', moments.booked + HOUR)] },
  textsOffAgainstOurText: { steps: [asks, loses('opted-out', asked + MINUTE)] },
  textsOffAndAbsent: {
    steps: [loses('opted-out', moments.booked + HOUR), [closedWithoutMobile, due('close')]],
  },
  landline: { steps: [loses('refused', moments.booked + MINUTE)] },
  landlineAndAbsent: {
    steps: [loses('refused', moments.booked + MINUTE), [closedWithoutMobile, due('close')]],
  },
  withheld: { steps: [asks, loses('withheld', asked)] },
  mailComesBack: {
    steps: [[moments.booked + MINUTE, { type: 'lose-mail', reason: 'bounced', confirmation: true }]],
  },
  mailIsOff: { steps: [[moments.booked + HOUR, { type: 'lose-mail', reason: 'complained' }]] },
  textsOnAgain: {
    steps: [
      loses('opted-out', moments.booked + HOUR),
      [moments.booked + 2 * HOUR, { type: 'restore-mobile' }],
    ],
  },
} satisfies Readonly<Record<string, Story>>;

function due(kind: Extract<BookingCommand, { type: 'due' }>['kind']): BookingCommand {
  return { type: 'due', kind, version: 1 };
}

/** "1", stamped at an instant, and learnt of at once or later. */
function answers(stamp: number, at = stamp): Step {
  return [at, { type: 'reply', stamp, messageId: 'preview', meaning: 'coming' }];
}

/** "2", likewise. */
function cannot(stamp: number, at = stamp): Step {
  return [at, { type: 'reply', stamp, messageId: 'preview', meaning: 'cannot' }];
}

function loses(reason: MobileLoss, at: number): Step {
  return [at, { type: 'lose-mobile', reason }];
}

function moves(start: number): Step {
  const stamp = moments.booked + HOUR;
  return [stamp, { type: 'reschedule', stamp, by: 'link', start, consultants }];
}

function cancelledFor(reason: string): Step {
  const stamp = moments.booked + HOUR;
  return [stamp, { type: 'cancel', stamp, by: 'staff', staffId: 'per_robin', reason }];
}

function cancels(reason: string): Step {
  const stamp = moments.booked + HOUR;
  return [stamp, { type: 'cancel', stamp, by: 'link', reason }];
}
