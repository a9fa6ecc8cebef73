import { dateAt, startOfDate } from '../../lib/domain/calendar/zone.ts';
import type { SeenAccount, Subject } from '../world.ts';
import type { Grounds } from './grounds.ts';

const DAY_MS = 86_400_000;

/** A page to look at: the values of its path's parameters, its query, and whom it is about. */
export interface Target {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly about: Subject;
}

type Way = (grounds: Grounds) => readonly Target[];

const nobody: Subject = { of: 'nobody' };
const plain: Way = () => [{ about: nobody }];
/** The same for everybody, whatever there is. */
const fixed: Way = () => [];

/** What anybody may open: it is about nobody. */
export const openWays: Readonly<Record<string, Way>> = {
  listSessionTypes: fixed,
  explainSlot: fixed,
  getHealth: fixed,
  getOpenApi: fixed,
  showDocs: fixed,
  getEmbedScript: fixed,
  getAsset: fixed,
  listSlots: ({ at }) => {
    const from = new Date(at).toISOString().slice(0, 10);
    const to = new Date(at + 5 * DAY_MS).toISOString().slice(0, 10);
    return [{ query: { sessionType: 'live-60', from, to, timeZone: 'UTC' }, about: nobody }];
  },
  showFront: plain,
  showBooking: plain,
  showSignIn: plain,
  showForgot: plain,
  showNotFound: ({ bookings }) =>
    bookings.slice(0, 1).map(({ id }) => ({ params: { 'path+': `bookings/${id}` }, about: nobody })),
};

/** What the links of a booking's mails open, by the link that opens it. */
export const linkWays: Readonly<Record<string, readonly ('manage' | 'join')[]>> = {
  getManagedBooking: ['manage'],
  showBooked: ['manage'],
  showManaged: ['manage'],
  getCalendar: ['manage'],
  showJoin: ['manage', 'join'],
};

/** What a member sees of their own, or of their company. */
export const memberWays: Readonly<Record<string, Way>> = {
  showPortal: plain,
  showMyBookings: plain,
  showPeople: plain,
  getProfile: plain,
  listMyBookings: plain,
  getMyStanding: plain,
  listPeople: plain,
};

/** What members ask of a session or a person by id; of somebody else's it must do nothing. */
export const memberTries: Readonly<Record<string, (grounds: Grounds, member: SeenAccount) => TriedTarget[]>> =
  {
    cancelMyBooking: (grounds, member) => sessionsOfOthers(grounds, member, {}),
    rescheduleMyBooking: (grounds, member) =>
      sessionsOfOthers(grounds, member, { start: new Date(grounds.at + 7 * DAY_MS).toISOString() }),
    resendInvitation: (grounds, member) => strangersTo(grounds, member, {}),
    changeLevel: (grounds, member) => strangersTo(grounds, member, { level: 'basic' }),
    removePerson: (grounds, member) => strangersTo(grounds, member, {}),
  };

export interface TriedTarget extends Target {
  readonly body: unknown;
}

function sessionsOfOthers({ bookings }: Grounds, { email }: SeenAccount, body: unknown): TriedTarget[] {
  const others = bookings.filter((booking) => booking.email !== email).slice(0, 1);
  return others.map(({ id }) => ({ params: { bookingId: id }, about: nobody, body }));
}

function strangersTo({ members }: Grounds, { company }: SeenAccount, body: unknown): TriedTarget[] {
  const others = members.filter((one) => one.company !== company).slice(0, 1);
  return others.map(({ id }) => ({ params: { personId: id }, about: nobody, body }));
}

const eachBooking: Way = ({ bookings }) =>
  bookings.map(({ id }) => ({ params: { bookingId: id }, about: { of: 'booking', id } }));
const eachPerson: Way = ({ bookings }) =>
  [...new Set(bookings.map(({ email }) => email))].map((email) => ({
    params: { email },
    about: { of: 'person', email },
  }));
const eachCompany: Way = ({ companies }) =>
  companies.map(({ id }) => ({ params: { companyId: id }, about: { of: 'company', id } }));
const eachConsultant: Way = ({ consultants }) =>
  consultants.map((id) => ({ params: { consultantId: id }, about: { of: 'consultant', id } }));
const eachWebhook: Way = ({ webhooks }) =>
  webhooks.map((id) => ({ params: { webhookId: id }, about: { of: 'posts' } }));

const eachDay =
  (zone: string): Way =>
  ({ bookings }) => {
    const dates = [...new Set(bookings.map(({ start }) => dateAt(zone, start)))].slice(0, 2);
    return dates.map((date) => {
      const from = startOfDate(zone, date);
      return { query: { date }, about: { of: 'days', from, until: from + DAY_MS } };
    });
  };

/** A word for each way to search. */
const eachSearch: Way = ({ bookings, companies }) => [
  ...bookings
    .slice(0, 1)
    .flatMap(({ id, email, name, mobile }) => [
      { query: { q: id.slice(0, -3) }, about: { of: 'booking', id } as const },
      ...[email, name, mobile ?? []]
        .flat()
        .map((q) => ({ query: { q }, about: { of: 'person', email } as const })),
    ]),
  ...companies.slice(0, 1).map(({ name }) => ({ query: { q: name }, about: nobody })),
];

/** What our staff see. */
export const deskWays = (zone: string): Readonly<Record<string, Way>> => ({
  searchBookings: ({ bookings, consultants }) => [
    ...bookings
      .slice(0, 1)
      .flatMap(({ id, email, company }) => [
        { query: { id: id.slice(0, -3) }, about: { of: 'booking', id } as const },
        { query: { email }, about: { of: 'person', email } as const },
        ...(company === undefined
          ? []
          : [{ query: { company }, about: { of: 'company', id: company } as const }]),
      ]),
    ...consultants.slice(0, 1).flatMap((id) =>
      bookings.slice(0, 1).map(({ start }) => ({
        query: { consultant: id, date: dateAt(zone, start) },
        about: { of: 'consultant', id } as const,
      })),
    ),
  ],
  getBooking: eachBooking,
  // Why a session counts as it does hangs on others of the same person.
  getEvidence: ({ bookings }) =>
    bookings.flatMap(({ id, email }) =>
      [{}, { format: 'html' }].map((query) => ({
        params: { bookingId: id },
        query,
        about: { of: 'person', email } as const,
      })),
    ),
  listQueue: () =>
    ['approvals', 'contests', 'reviews'].map((queue) => ({ params: { queue }, about: { of: 'waiting' } })),
  getPersonStanding: eachPerson,
  getMailbox: eachPerson,
  getCompanyStanding: eachCompany,
  getBoard: eachDay(zone),
  searchDesk: eachSearch,
  getCompany: eachCompany,
  listCompanyPeople: eachCompany,
  listConsultants: plain,
  listHours: (grounds) => {
    const [from, to] = [grounds.at - 30 * DAY_MS, grounds.at + 30 * DAY_MS].map((at) => dateAt(zone, at));
    return eachConsultant(grounds).map((one) => ({ ...one, query: { from: from ?? '', to: to ?? '' } }));
  },
  getFeedAddress: eachConsultant,
  showDesk: eachDay(zone),
  getDeskUpdates: eachDay(zone),
  showDeskBooking: eachBooking,
  showDeskBook: ({ bookings }) => [
    { about: nobody },
    ...bookings.slice(0, 1).map(({ id }) => ({ query: { from: id }, about: { of: 'booking', id } as const })),
  ],
  showWaiting: () => [{ about: { of: 'waiting' } }],
  showDeskSearch: eachSearch,
  showDeskPerson: eachPerson,
  showCompanies: plain,
  showCompany: eachCompany,
  showImport: plain,
  showHours: (grounds) => [
    { about: nobody },
    ...eachConsultant(grounds).map(({ params, about }) => ({
      query: { consultant: params?.['consultantId'] ?? '' },
      about,
    })),
  ],
  listWebhooks: plain,
  getWebhook: eachWebhook,
  listDeliveries: eachWebhook,
  showWebhooks: plain,
  showWebhook: eachWebhook,
});

/** What a secret address opens to whoever has it. */
export const keyWays: Readonly<Record<string, Way>> = {
  getFeed: ({ feeds }) =>
    feeds.map(({ consultant, token }) => ({
      params: { token },
      about: { of: 'consultant', id: consultant },
    })),
  // Ours are used up, or over, by the end of a run.
  showPassword: () => [
    { params: { token: `per_${'0'.repeat(24)}o0.1.9999999999999.${'A'.repeat(22)}` }, about: nobody },
  ],
};
