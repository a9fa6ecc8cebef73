import { peopleDepsWith, standingDepsWith } from '../../../lib/adapters/deps.ts';
import type { BookingRequest } from '../../../lib/app/book-session.ts';
import { handle } from '../../../lib/app/handle.ts';
import type { QueueDeps } from '../../../lib/app/standing/queued.ts';
import type { CompanyRulingDeps } from '../../../lib/app/standing/rule-on-company.ts';
import type { RulingDeps } from '../../../lib/app/standing/rule-on-person.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { START, type World } from '../../world.ts';
import { book } from '../acting.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const staff = { kind: 'staff', id: 'per_robin' } as const;

export type StaffDeps = RulingDeps & CompanyRulingDeps & QueueDeps;

/** What the desk has. */
export function staffDeps({ deps, table, clock }: World): StaffDeps {
  const now = () => clock.now;
  return {
    ...deps,
    people: { ...peopleDepsWith(table), now, pause: () => Promise.resolve() },
    standing: standingDepsWith(table),
  };
}

/** Without a mobile number, so that an empty session closes after 10 minutes. */
export function attendee(email: string): BookingRequest['attendee'] {
  return { name: 'Ada Park', email };
}

/** A session that was booked two days before, and that nobody came to. The clock is where it was closed. */
export async function missed(
  world: World,
  start: number = START,
  email = 'ada@example.com',
): Promise<Booking> {
  world.clock.now = Math.max(world.clock.now, start - 2 * DAY);
  const booked = await book(world.deps, { start, attendee: attendee(email) });
  return notCome(world, booked);
}

/** Nobody came. */
export function notCome(world: World, { id, start, version }: Booking): Promise<Booking> {
  world.clock.now = Math.max(world.clock.now, start + 10 * MINUTE);
  return handle(world.deps, id, { type: 'due', kind: 'close', version });
}

/** A session whose attendee told, too late for that, that they can't come: a no-show with late notice. */
export async function lateNotice(world: World, start: number, email = 'ada@example.com'): Promise<Booking> {
  world.clock.now = Math.max(world.clock.now, start - 2 * DAY);
  const { id } = await book(world.deps, { start, attendee: { ...attendee(email), mobile: '+15550100123' } });
  const said = (minutes: number, messageId: string) => {
    world.clock.now = start - minutes * MINUTE;
    return handle(world.deps, id, {
      type: 'reply',
      meaning: 'cannot',
      stamp: world.clock.now,
      messageId,
    });
  };
  await said(20, `${id} 1`);
  return said(19, `${id} 2`);
}
