import settings from '#config';
import type { Deps, LinkDeps, Table } from '../../lib/app/deps.ts';
import { emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { cellAt } from '../../lib/domain/calendar/cells.ts';
import { type CodeHolder, normalizedCode } from '../../lib/domain/company.ts';
import { unknownMailbox } from '../../lib/domain/mailbox.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { unknownPhone } from '../../lib/domain/phone/phone.ts';
import { blankRecord } from '../../lib/domain/standing/record.ts';
import { HOUR, START } from './sample.ts';

/** What pages are shown from. */
export type World = Deps & LinkDeps;

export const ACTIVE_CODE = 'DEMO-2026';
export const EXPIRED_CODE = 'DEMO-2025';
/** Mail address of the one person with an account. */
export const ATTENDEE = 'ada@example.org';

/** Whom most pages are shown to. */
export const attendee: Member = {
  id: 'per_01k9x7m3v8q2t4w6y8z0a2c4e6',
  name: 'Ada Lovelace',
  email: ATTENDEE,
  status: 'active',
  passwordVersion: 1,
  revision: 2,
  invitedAt: START - 1000 * HOUR,
  invitedBy: 'operator',
  activatedAt: START - 999 * HOUR,
  staff: false,
  companyId: 'example-crates',
  level: 'basic',
  newsletters: true,
};

const companies: ReadonlyMap<string, CodeHolder> = new Map([
  [normalizedCode(ACTIVE_CODE), holder('example-crates', 'Example Crates', '2099-12-31')],
  [normalizedCode(EXPIRED_CODE), holder('example-boxes', 'Example Boxes', '2025-12-31')],
]);

/** Three days before the sample session: nothing is booked yet, and two companies have codes. */
export const world: World = {
  settings,
  now: () => START - 72 * HOUR,
  bookingIdOf: () => 'bkg_01k9x7m3v8q2t4w6y8z0a2c4e6',
  pause: () => Promise.resolve(),
  siteUrl: 'https://sessions.example.com',
  linkKeys: () => Promise.resolve(['preview']),
  table: emptyTable(),
};

/** Somebody else has booked every consultant at a start (ms). */
export function takenAt(start: number): World {
  const booked = new Map(settings.consultants.map(({ id }) => [id, [cellAt(start)]]));
  return { ...world, table: { ...world.table, busy: () => Promise.resolve({ ...emptyCalendar, booked }) } };
}

/** Nothing can be booked on any day. */
export const nothingFree: World = {
  ...world,
  settings: {
    ...settings,
    policy: { ...settings.policy, offering: { ...settings.policy.offering, horizonDays: 0 } },
  },
};

function holder(id: string, name: string, planUntil: string): CodeHolder {
  return { id, name, planUntil, afterHours: false };
}

function emptyTable(): Table {
  const none = () => Promise.resolve(undefined);
  const shownOnly = () => Promise.reject(new Error('a preview shows, and changes nothing'));
  return {
    booking: none,
    bookingAsBooked: none,
    companyByCode: (code) => Promise.resolve(companies.get(code)),
    personByEmail: (email) => Promise.resolve(email === ATTENDEE ? attendee : undefined),
    record: (email) => Promise.resolve(blankRecord(email)),
    busy: () => Promise.resolve(emptyCalendar),
    overdue: () => Promise.resolve([]),
    commit: shownOnly,
    bookingsOf: () => Promise.resolve([]),
    bookingsFor: () => Promise.resolve([]),
    phone: (mobile) => Promise.resolve(unknownPhone(mobile)),
    wasHeard: () => Promise.resolve(false),
    commitPhone: shownOnly,
    mailbox: (email) => Promise.resolve(unknownMailbox(email)),
    commitMailbox: shownOnly,
    count: shownOnly,
    isReached: () => Promise.resolve(false),
  };
}
