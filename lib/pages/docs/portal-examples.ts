import { permissions } from '../../domain/people/permissions.ts';
import type { ApiRouteName } from '../../http/routes.ts';
import type { Example } from './example.ts';
import { PERSON_ID } from './path-names.ts';
import { ownStandingExample } from './standing-examples.ts';

const DAY_MS = 86_400_000;

/** Who is signed in: without it, nothing of the portal is answered. */
const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };

/** Examples of the portal's calls as a Primary makes them. `booking` is the one of the other examples; `now` in ms. */
export function portalExamples(booking: object, now: number): Record<ApiRouteName<'portal'>, Example> {
  const kim = member('Kim Novak', 'kim@example.com', now);
  const active = { ...kim, status: 'active', activatedAt: time(now - DAY_MS) };
  const company = {
    ...{ id: 'example-crates', name: 'Example Crates', planUntil: '2099-12-31', afterHours: false },
    code: 'YOUR-CODE',
    formerCodes: [{ code: 'OLD-CODE', until: time(now + 14 * DAY_MS) }],
  };
  const account = { name: 'Kim Novak', email: 'kim@example.com', level: 'basic' };
  return {
    getProfile: {
      headers,
      answer: {
        person: { ...active, name: 'Ada Park', email: 'ada@example.com', level: 'primary' },
        ...{ company, may: permissions, companyGetsNewsletters: true, needsAnotherPrimary: true },
      },
    },
    chooseNewsletters: {
      headers,
      body: { newsletters: false },
      answer: { newsletters: false, companyGetsNewsletters: true },
    },
    rotateCompanyCode: { headers, body: { replaced: 'OLD-CODE' }, answer: company },
    listMyBookings: { headers, query: { when: 'coming', limit: '10' }, answer: { bookings: [booking] } },
    rescheduleMyBooking: { headers, body: { start: time(now + 9 * DAY_MS) }, answer: booking },
    cancelMyBooking: { headers, body: { reason: 'Solved it ourselves' }, answer: booking },
    getMyStanding: { headers, answer: ownStandingExample(now) },
    listPeople: { headers, query: { limit: '10' }, answer: { people: [kim] } },
    askForAccount: { headers, body: account, answer: kim },
    resendInvitation: { headers, body: {}, answer: kim },
    changeLevel: { headers, body: { level: 'manager' }, answer: { ...active, level: 'manager' } },
    removePerson: { headers, body: {}, answer: { ...active, status: 'removed', removedAt: time(now) } },
  };
}

function member(name: string, email: string, now: number) {
  return {
    ...{ id: PERSON_ID, name, email, status: 'invited', level: 'basic', newsletters: true },
    invitedAt: time(now - 2 * DAY_MS),
  };
}

function time(instant: number): string {
  return new Date(instant).toISOString();
}
