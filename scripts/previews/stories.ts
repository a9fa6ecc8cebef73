import settings from '#config';
import { priceOf } from '../../lib/domain/booking/admission.ts';
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

/** What can befall a booking. Another story is a row. */
export const stories = {
  asUsual: { booked: { topic: TOPIC } },
  withoutMobile: { booked: withoutMobile },
  paid: { booked: paid },
  atShortNotice: { bookedAt: after(-90) },
  theDayBefore: { bookedAt: after(-20 * 60) },
  pending: { ends: { status: 'pending' } },
  moved: { steps: [moves(START + 24 * HOUR)] },
  cancelled: { steps: [cancels('The upgrade went well without.')] },
  asked: { steps: [asks] },
  keptOpen: { steps: [asks, answers(asked + 4 * MINUTE)] },
  joined: { steps: [joins] },
  completed: { steps: [joins, ends] },
  absent: { steps: [asks, closes] },
  absentWithoutMobile: { steps: [[closedWithoutMobile, due('close')]], booked: withoutMobile },
  neverJoined: { steps: [asks, answers(asked + 4 * MINUTE), ends] },
  closedOut: { steps: [asks, closes, answers(closed - MINUTE, end + MINUTE)] },
  lateNotice: {
    ends: { status: 'no_show', outcome: { reason: 'late_notice', at: mailsEnd + 10 * MINUTE } },
  },
} satisfies Readonly<Record<string, Story>>;

function due(kind: Extract<BookingCommand, { type: 'due' }>['kind']): BookingCommand {
  return { type: 'due', kind, version: 1 };
}

/** "1", stamped at an instant, and learnt of at once or later. */
function answers(stamp: number, at = stamp): Step {
  return [at, { type: 'reply', stamp, messageId: 'preview', meaning: 'keep' }];
}

function moves(start: number): Step {
  const stamp = moments.booked + HOUR;
  return [stamp, { type: 'reschedule', stamp, by: 'link', start, consultants }];
}

function cancels(reason: string): Step {
  const stamp = moments.booked + HOUR;
  return [stamp, { type: 'cancel', stamp, by: 'link', reason }];
}
