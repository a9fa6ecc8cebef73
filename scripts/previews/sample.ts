import settings from '#config';
import { factsOf } from '../../lib/app/facts.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import type { BookingFacts } from '../../lib/messages/facts.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** When every session of the preview starts: a Tuesday, 10:00 in New York, 16:00 in Berlin. */
export const START = Date.parse('2026-11-24T15:00:00Z');

/** What is written in the preview wherever a person may write something. */
export const TOPIC = 'The label printer stops after the first page since the upgrade.';

/** What messages may say of the booking, as the system itself gathers it. */
export function sampleFacts(booking: Booking): Promise<BookingFacts> {
  const links = { siteUrl: 'https://sessions.example.com', linkKeys: () => Promise.resolve(['preview']) };
  return factsOf({ settings, ...links }, booking);
}

/** The second of the session types, if there are several: the first is often a short call. */
export function sampleType(): SessionType {
  const type = settings.sessionTypes[1] ?? settings.sessionTypes[0];
  if (type === undefined) throw new Error('sessionTypes: needs at least 1');
  return type;
}
