import settings from '#config';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { companyStandingOf } from '../../lib/domain/standing/company-standing.ts';
import type { Entry } from '../../lib/domain/standing/entry.ts';
import { checkDecision } from '../../lib/pages/desk/check-decision.ts';
import type { WaitingForm } from '../../lib/pages/desk/waiting-forms.ts';
import { decided as decidedNotice, refusedOnCompany } from '../../lib/pages/desk/waiting-notice.ts';
import { waitingPage } from '../../lib/pages/desk/waiting-page.tsx';
import type { WaitingBooking, WaitingReview, WaitingView } from '../../lib/pages/desk/waiting-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskInsider, staff } from './desk-session-view.ts';
import { after, moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { crates } from './portal-people.ts';
import { HOUR, START } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { decided, missed, standingBy } from './standing-world.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';

const DAY = 24 * HOUR;
const company = { id: crates.id, name: crates.name };
const before = moments.booked + 2 * HOUR;
const late = [40, 60, 80].map((days) => missed(days, 'late_notice'));
const nothing: Partial<WaitingView> = {
  approvals: { items: [] },
  contests: { items: [] },
  reviews: { items: [] },
};

/** What waits for our staff. Another state is a row. */
export const deskWaitingPages: readonly PageState[] = [
  row('Desk waiting, nothing', () => ({})),
  row('Desk waiting, approvals', (visit) => ({
    approvals: {
      items: [
        waiting(visit, { story: stories.requested, recorded: late, at: moments.booked }),
        inCompany(visit, { story: standingStories.forCompany, recorded: [], at: moments.booked + HOUR }),
      ],
      next: 'preview',
    },
  })),
  row(
    'Desk waiting, a contest with a block on it, and a review',
    (visit) => ({
      contests: { items: [contest(visit)] },
      reviews: { items: [review()] },
    }),
    moments.closed + 2 * HOUR,
  ),
  row(
    'Desk waiting, decided',
    (visit) => ({ notice: decidedNotice(visit, 'approve', tell(visit.language.code)) }),
    before,
  ),
  row(
    'Desk waiting, asked without what is needed',
    (visit) => {
      const tried = form('approval', { until: '2020-01-01' });
      const checked = checkDecision(tried, after(60), visit);
      return { reviews: { items: [review()] }, tried, ...('problems' in checked ? checked : {}) };
    },
    after(60),
  ),
  row(
    'Desk waiting, somebody was faster',
    (visit) => ({
      notice: refusedOnCompany(
        visit,
        { company: { ...crates, ruling: decided('nothing', 1) }, staff },
        new Refusal('changed-meanwhile', ''),
        form('block', { reason: 'Eleven sessions within a month are too many.' }),
      ),
    }),
    after(60),
  ),
];

function row(name: string, told: (visit: Visit) => Partial<WaitingView>, now = before): PageState {
  return {
    name,
    page: (visit) =>
      waitingPage(visit, {
        ...{ insider: deskInsider, now, staff, problems: new Map(), ...nothing },
        ...told(visit),
      }),
  };
}

interface Waits {
  readonly story: Story;
  readonly recorded: readonly Entry[];
  readonly at: number;
}

function waiting({ language }: Visit, { story, recorded, at }: Waits): WaitingBooking {
  const booking: Booking = tell(language.code, story);
  return { since: at, booking, company, standing: standingBy(recorded, at) };
}

function inCompany(visit: Visit, waits: Waits): WaitingBooking {
  const { decision, until = 0, ...ruling } = decided('approval');
  if (decision !== 'approval') throw new Error('it was decided otherwise');
  const item = waiting(visit, waits);
  const another = { ...item.booking, id: `${item.booking.id.slice(0, -1)}7` };
  return { ...item, booking: another, company: { ...company, ruling: { ...ruling, decision, until } } };
}

function contest(visit: Visit): WaitingBooking {
  const item = waiting(visit, {
    ...{ story: standingStories.contested, recorded: [], at: moments.closed + HOUR },
  });
  const now = moments.closed + 2 * HOUR;
  const own = { ...missed(0), bookingId: item.booking.id, at: moments.closed };
  return { ...item, standing: standingBy([missed(30), own], now) };
}

function review(): WaitingReview {
  const { limit } = settings.policy.sameDayChanges;
  const entries = Array.from({ length: limit + 1 }, (_, index) => {
    const start = START - (limit - index) * DAY;
    return {
      ...({
        kind: 'same-day-change',
        bookingId: `bkg_changed_${index}`,
        number: 2,
        companyId: crates.id,
      } as const),
      ...{ at: start - 2 * HOUR, stamp: start - 2 * HOUR, start },
      change: index % 2 === 0 ? ('cancelled' as const) : ('moved' as const),
      email: index === 1 ? 'per_1@erased.invalid' : `p${index}@example.org`,
    };
  });
  const former = { ...decided('nothing', 90) };
  const judged = { ...crates, ruling: former };
  return {
    since: START - 2 * HOUR,
    company: judged,
    standing: companyStandingOf(entries, judged, settings, START),
  };
}

function form(action: WaitingForm['action'], typed: Partial<WaitingForm>): WaitingForm {
  return { csrf: 'csrf', action, about: crates.id, seen: '0', reason: '', until: '', ...typed };
}
