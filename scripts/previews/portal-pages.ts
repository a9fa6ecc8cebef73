import settings from '#config';
import { manageToken } from '../../lib/app/links.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { consultantOf } from '../../lib/domain/catalogue.ts';
import { wordsIn } from '../../lib/domain/language.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { Refusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import { type BookingsView, bookingsPage } from '../../lib/pages/portal/bookings-page.tsx';
import { accountProblem, checkAccount } from '../../lib/pages/portal/check-account.ts';
import type { ListedBooking } from '../../lib/pages/portal/my-booking.tsx';
import { peoplePage } from '../../lib/pages/portal/people-page.tsx';
import type { AskedFor, PeopleView } from '../../lib/pages/portal/people-view.ts';
import { doneWords, refusalWords } from '../../lib/pages/portal/people-words.ts';
import { profilePage } from '../../lib/pages/portal/profile-page.tsx';
import type { ProfileView } from '../../lib/pages/portal/profile-view.ts';
import { profileDone, profileRefused } from '../../lib/pages/portal/profile-words.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { ada, crates, everyone, ivo, max, paula } from './portal-people.ts';
import { HOUR, sampleType } from './sample.ts';
import { goodStanding, standingProfiles } from './standing-profiles.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';
import type { World } from './world.ts';

const DAY = 24 * HOUR;
const now = moments.booked + 2 * HOUR;
const nothing: AskedFor = { name: '', email: '', level: '' };

/** The members' portal. Another state is a row. */
export const portalPages: readonly PageState[] = [
  profile('Profile, Basic', ada),
  profile('Profile, Primary', paula),
  profile('Profile, the only Primary', paula, () => ({ needsAnotherPrimary: true })),
  profile('Profile, Manager of a company with one Primary', max, () => ({ needsAnotherPrimary: true })),
  profile('Profile, IT gets update notices alone', ivo),
  profile('Profile, without newsletters', { ...ada, newsletters: false }),
  profile('Profile, the last account with newsletters', ada, () => ({ onlyOneGettingNewsletters: true })),
  profile('Profile, newsletters stopped by the last', { ...ada, newsletters: false }, ({ language }) => ({
    companyGetsNewsletters: false,
    told: known(profileDone('newsletters', language)),
  })),
  profile('Profile, the plan has ended', ada, () => ({ company: { ...crates, planUntil: '2026-10-31' } })),
  profile('Profile, the code was replaced', paula, ({ language }) => ({
    company: {
      ...crates,
      code: 'K7QW-3MXN-8RTD',
      formerCodes: [{ code: crates.code, until: now + 14 * DAY }],
    },
    told: known(profileDone('code', language)),
  })),
  profile('Profile, the code was replaced too often', paula, ({ language }) => ({
    told: known(
      profileRefused(new Refusal('too-many-requests', '', { retryAfter: 86_400 }), {
        now,
        zone: settings.zone,
        language,
      }),
    ),
  })),
  ...standingProfiles,
  bookings('My sessions', {
    coming: ['asUsual', 'moved', 'joined'],
    past: ['completed', 'absent', 'cancelled'],
  }),
  bookings('My sessions, none', { coming: [], past: [] }),
  bookings('My sessions, more than a page', { coming: ['asUsual'], past: ['completed'] }, 'next'),
  bookings('My sessions, a later page', { past: ['completed', 'absent', 'neverJoined'] }),
  people('People, to a Primary', paula),
  people('People, to a Manager', max),
  people('People, asked for an account', max, ({ language }) => ({
    told: known(doneWords('asked', language)),
  })),
  people('People, the only Primary can’t go', paula, refused('last-primary')),
  people('People, changed by somebody else meanwhile', paula, refused('not-found')),
  people('People, a later page', paula, () => ({ first: false, next: 'more' })),
  people('People, asked without anything', max, ({ language }) => wrong(nothing, language)),
  people('People, asked for what can’t be', max, ({ language }) =>
    wrong({ name: 'x'.repeat(201), email: 'nora', level: 'basic' }, language),
  ),
  people('People, asked for an address that was asked for', max, ({ language }) => ({
    asked: { name: 'Nora Neu', email: 'nora@example.org', level: 'basic' },
    problems: known(
      accountProblem(new Refusal('account-exists', '', { accountStatus: 'invited' }), language),
    ),
  })),
];

function profile(
  name: string,
  person: Member,
  change: (visit: Visit) => Partial<ProfileView> = () => ({}),
): PageState {
  const usual: ProfileView = {
    ...{ person, csrf: 'csrf', company: crates, now },
    companyGetsNewsletters: true,
    onlyOneGettingNewsletters: false,
    needsAnotherPrimary: false,
    standing: goodStanding(person),
  };
  return { name, page: (visit) => profilePage(visit, { ...usual, ...change(visit) }) };
}

type Lists = Readonly<Partial<Record<'coming' | 'past', readonly (keyof typeof stories)[]>>>;

function bookings(name: string, lists: Lists, next?: string): PageState {
  return {
    name,
    page: async (visit, world) => {
      const list = async (named: readonly (keyof typeof stories)[] = []) => ({
        items: await Promise.all(named.map((story) => listed(visit, world, stories[story]))),
        ...(next && { next }),
      });
      const view: BookingsView = {
        ...{ person: ada, csrf: 'csrf', now },
        ...(lists.coming && { coming: await list(lists.coming) }),
        ...(lists.past && { past: await list(lists.past) }),
      };
      return bookingsPage(visit, view);
    },
  };
}

async function listed(visit: Visit, world: World, story: Story): Promise<ListedBooking> {
  const booking: Booking = tell(visit.language.code, story);
  return {
    booking,
    sessionName: wordsIn(sampleType().name, visit.language.code),
    consultantName: consultantOf(settings, booking.consultantId).name,
    token: await manageToken(world, booking.id),
  };
}

function people(
  name: string,
  person: Member,
  change: (visit: Visit) => Partial<PeopleView> = () => ({}),
): PageState {
  const usual: PeopleView = {
    ...{ person, csrf: 'csrf', companyName: crates.name, people: everyone, first: true },
    asked: nothing,
    problems: new Map(),
  };
  return { name, page: (visit) => peoplePage(visit, { ...usual, ...change(visit) }) };
}

function refused(code: RefusalCode) {
  return ({ language }: Visit): Partial<PeopleView> => ({
    told: known(refusalWords(new Refusal(code, ''), language)),
  });
}

function wrong(asked: AskedFor, language: Visit['language']): Partial<PeopleView> {
  const checked = checkAccount(asked, language);
  if (!('problems' in checked)) throw new Error('nothing is wrong with what is asked for');
  return { asked, problems: checked.problems };
}

function known<Words>(words: Words | undefined): Words {
  if (words === undefined) throw new Error('there are no words for it');
  return words;
}
