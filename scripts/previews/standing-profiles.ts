import settings from '#config';
import { addMonths, dateAt } from '../../lib/domain/calendar/zone.ts';
import type { Company } from '../../lib/domain/company.ts';
import { may } from '../../lib/domain/people/permissions.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { type CompanyEntry, companyStandingOf } from '../../lib/domain/standing/company-standing.ts';
import type { Entry } from '../../lib/domain/standing/entry.ts';
import { profilePage } from '../../lib/pages/portal/profile-page.tsx';
import type { StandingView } from '../../lib/pages/portal/standing-view.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { ada, crates, paula } from './portal-people.ts';
import { HOUR, START } from './sample.ts';
import { blockedByStaff, decided, missed, standingBy } from './standing-world.ts';

const now = moments.booked + 2 * HOUR;
const DAY = 24 * HOUR;
const lateThrice = [missed(20, 'late_notice'), missed(13, 'late_notice'), missed(6, 'late_notice')];
const paid: Entry = {
  ...{ kind: 'reinstated', id: 'rul_2', at: now - HOUR, by: 'per_robin', reason: 'Paid by card' },
  ...{ amount: 100, currency: settings.currency, companyId: crates.id },
};

/** The profile by where its owner and their company stand. Another state is a row. */
export const standingProfiles: readonly PageState[] = [
  row('Profile, one missed session', ada, [missed(30)]),
  row('Profile, blocked for missed sessions', ada, [missed(40), missed(4)]),
  row('Profile, blocked by us', ada, [blockedByStaff]),
  row('Profile, bookings need approval', ada, [...lateThrice, paid]),
  row('Profile, company blocked', ada, [], { ruling: decided('block') }),
  row('Profile, company under review, to a Primary', paula, [], {}, changes(4)),
  row(
    'Profile, company with strikes, to a Primary',
    paula,
    [],
    { ruling: decided('approval'), formerRulings: [decided('nothing', 60)] },
    [...of(ada.email, 40, 4), ...of('era_7f3c@erased.invalid', 90, 80)],
  ),
];

/** Nothing counts against anybody. */
export function goodStanding(person: Member): StandingView {
  return viewOf(person, [], crates, []);
}

function row(
  name: string,
  person: Member,
  entries: readonly Entry[],
  decision: Partial<Company> = {},
  ofCompany: readonly CompanyEntry[] = [],
): PageState {
  const company = { ...crates, ...decision };
  return {
    name,
    page: (visit) =>
      profilePage(visit, {
        ...{ person, company, csrf: 'csrf', now, companyGetsNewsletters: true },
        ...{ onlyOneGettingNewsletters: false, needsAnotherPrimary: false },
        standing: viewOf(person, entries, company, ofCompany),
      }),
  };
}

function viewOf(
  { level }: Member,
  entries: readonly Entry[],
  company: Company,
  ofCompany: readonly CompanyEntry[],
): StandingView {
  return {
    own: standingBy(entries, now),
    standing: companyStandingOf(ofCompany, company, settings, now),
    seesPeople: may(level, 'see-people'),
    sessions: (list) =>
      list.map(({ start, reason }, index) => ({
        ...{ start, reason, contest: index === 0 ? ('waiting' as const) : { path: '/manage/token' } },
        countsUntil: addMonths(dateAt(settings.zone, start), settings.policy.noShows.windowMonths),
      })),
  };
}

/** Sessions that somebody missed, so many days before the sample session. */
function of(email: string, ...days: readonly number[]): CompanyEntry[] {
  return days.map((before) => ({ ...missed(before), bookingId: `bkg_${email}_${before}`, email }));
}

/** So many sessions moved on their own day, one a day. */
function changes(count: number): CompanyEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const start = START - (10 - index) * DAY;
    return {
      ...{ kind: 'same-day-change', bookingId: `bkg_moved_${index}`, number: 2, start, at: start - 2 * HOUR },
      ...{ change: 'moved', stamp: start - 2 * HOUR, companyId: crates.id, email: ada.email },
    };
  });
}
