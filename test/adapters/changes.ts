import type { Change } from '../../lib/app/deps.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { decide } from '../../lib/domain/booking/decide.ts';
import { evolve } from '../../lib/domain/booking/evolve.ts';
import { entriesOf } from '../../lib/domain/standing/entries-of.ts';
import settings from '../fixture-config.ts';
import { NOW, START } from '../world.ts';

export interface Wanted {
  readonly id?: string;
  readonly consultant?: string;
  readonly start?: number;
  readonly minutes?: number;
  readonly now?: number;
}

/** The change that books: robin, an hour from START, where nothing else is wanted. */
export function booking(wanted: Wanted = {}): Change {
  const { id = 'bkg_one', consultant = 'robin', start = START, minutes = 60, now = NOW } = wanted;
  return following(
    undefined,
    {
      type: 'book',
      bookingId: id,
      sessionType: 'live-60',
      minutes,
      start,
      timeZone: 'Europe/Berlin',
      attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' },
      companyId: 'example-crates',
      topic: 'The importer stops at row 40,000',
      release: '6.1',
      language: 'de',
      consultants: [consultant],
    },
    now,
  );
}

/** The change that a command makes to a booking. */
export function following(before: Booking | undefined, command: BookingCommand, now: number = NOW): Change {
  const events = decide(before, command, now, settings.policy);
  const after = events.reduce<Booking | undefined>(evolve, before);
  if (after === undefined) throw new Error('there is nothing to commit');
  const entries = entriesOf(before, after, events, settings.zone);
  return { before, after, events, entries, policy: 'pol_0123456789ab', now };
}

export function moved(before: Booking, start: number, consultant = before.consultantId): Change {
  return following(before, { type: 'reschedule', stamp: NOW, by: 'link', start, consultants: [consultant] });
}

export function cancelled(before: Booking): Change {
  return following(before, { type: 'cancel', stamp: NOW, by: 'link' });
}

/** The change that books, as it comes of a request. */
export function asked(change: Change, fingerprint = 'same'): Change {
  return { ...change, fingerprint };
}

/** An idempotency record for a change, a day long. */
export function keyed(change: Change, key: string): Change {
  return { ...change, once: { key, expiresAt: change.now + 86_400_000 } };
}
