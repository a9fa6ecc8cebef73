import { moments } from './moments.ts';
import { HOUR } from './sample.ts';
import { stories } from './stories.ts';
import type { Step, Story } from './story.ts';

const { booked, closed } = moments;
const staffId = 'per_robin';

const WROTE =
  'I was in the meeting from 10:02 on, alone.\nThe name on the screen was that of my laptop, LAB-7. Could you look it up?';

/** Free, with the code of a company. */
const ofCompany = { companyId: 'example-crates', topic: stories.asUsual.booked.topic };
const absent = stories.absent.steps;

const contests: Step = [closed + HOUR, { type: 'contest', text: WROTE }];
const rejects: Step = [
  closed + 26 * HOUR,
  {
    type: 'reject-contest',
    staffId,
    reason: 'Robin was alone in the meeting until 10:15. The room has no record of LAB-7 that day.',
  },
];
const excuses: Step = [closed + 26 * HOUR, { type: 'excuse', staffId, reason: 'Seen on the list' }];
const declines: Step = [
  booked + HOUR,
  { type: 'decline', staffId, reason: 'Please call us first, so that we find a time that suits you.' },
];

/** What can befall a booking that needs approval, or a no-show that is contested. Another story is a row. */
export const standingStories = {
  forCompany: {
    booked: {
      ...stories.requested.booked,
      approval: { ...stories.requested.booked.approval, because: 'company' },
    },
  },
  declined: { booked: stories.requested.booked, steps: [declines] },
  expired: {
    booked: stories.requested.booked,
    steps: [[stories.requested.booked.approval.decideBy, { type: 'due', kind: 'expire', version: 1 }]],
  },
  absent: { booked: ofCompany, steps: absent },
  contested: { booked: ofCompany, steps: [...absent, contests] },
  contestRejected: { booked: ofCompany, steps: [...absent, contests, rejects] },
  contestExcused: { booked: ofCompany, steps: [...absent, contests, excuses] },
} satisfies Readonly<Record<string, Story>>;
