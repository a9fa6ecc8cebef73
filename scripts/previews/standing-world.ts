import settings from '#config';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { type CodeHolder, normalizedCode } from '../../lib/domain/company.ts';
import type { BookingEntry, CompanyRuling, Entry, Ruling } from '../../lib/domain/standing/entry.ts';
import { standingOf } from '../../lib/domain/standing/person-standing.ts';
import type { PersonStanding } from '../../lib/domain/standing/standing.ts';
import { HOUR, START } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { tell } from './story.ts';
import { ACTIVE_CODE, ATTENDEE, attendee, type World, world } from './world.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;
const companyId = 'example-crates';

/** Who is signed in where a page knows it. */
export const viewer: Viewer = {
  ...{ actor: { kind: 'member', person: attendee }, person: attendee },
  ...{ session: 'preview', csrf: 'preview', cookies: [] },
};

/** A session that was missed so many days before the sample session. */
export function missed(days: number, reason: 'absent' | 'late_notice' = 'absent'): BookingEntry {
  const start = START - days * DAY;
  return {
    ...{
      kind: 'no-show',
      bookingId: `bkg_missed_${days}`,
      number: 3,
      at: start + 15 * MINUTE,
      start,
      reason,
    },
    companyId,
  };
}

export const blockedByStaff: Ruling = {
  ...{ kind: 'blocked', id: 'rul_1', at: START - 5 * DAY, by: 'per_robin', until: START + 20 * DAY },
  ...{ companyId, reason: 'You were rude to Robin twice. Please call us, and we talk about it.' },
};

/** What our staff decided on the company. */
export function decided(decision: CompanyRuling['decision'], days = 5): CompanyRuling {
  return {
    ...{ decision, at: START - days * DAY, by: 'per_robin' },
    reason: 'Eleven sessions in November were moved on their own day.',
    ...(decision === 'nothing' ? {} : { until: START + 30 * DAY }),
  };
}

/** Where somebody of whom this is recorded stands at an instant (ms). */
export function standingBy(entries: readonly Entry[], now: number): PersonStanding {
  return standingOf(entries, settings, now);
}

/** The usual world, in which this is recorded of its attendee, and decided on their company. */
export function worldIn(entries: readonly Entry[], ruling?: CompanyRuling): World {
  const record = { email: ATTENDEE, id: 'std_1', revision: entries.length, entries };
  const company: CodeHolder = {
    ...{ id: companyId, name: 'Example Crates', planUntil: '2099-12-31', afterHours: false },
    ...(ruling && { ruling }),
  };
  const { table } = world;
  return {
    ...world,
    table: {
      ...table,
      record: (email) => (email === ATTENDEE ? Promise.resolve(record) : table.record(email)),
      booking: (id) => Promise.resolve({ ...tell('en', standingStories.absent), id }),
      companyByCode: (code, now) =>
        code === normalizedCode(ACTIVE_CODE) ? Promise.resolve(company) : table.companyByCode(code, now),
    },
  };
}
