import settings from '#config';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Book, BookingCommand } from '../../lib/domain/booking/commands.ts';
import { decide } from '../../lib/domain/booking/decide.ts';
import type { BookingEvent } from '../../lib/domain/booking/events.ts';
import { fold } from '../../lib/domain/booking/evolve.ts';
import type { LanguageCode } from '../../lib/domain/language.ts';
import { moments } from './moments.ts';
import { START, sampleType } from './sample.ts';

/** A command, and the instant (ms) at which it is decided. */
export type Step = readonly [at: number, command: BookingCommand];

/** What befalls the sample booking. */
export interface Story {
  readonly steps?: readonly Step[];
  /** How it is booked, where not as usual. */
  readonly booked?: Partial<Book>;
  readonly bookedAt?: number;
  /** How it stands in the end, where no command leads there. */
  readonly ends?: Partial<Booking>;
}

const zones: Readonly<Record<LanguageCode, string>> = { en: 'America/New_York', de: 'Europe/Berlin' };

/**
 * The sample booking after a story, as the rules leave it: what the configuration offers, free, by a person with a
 * mobile number. Throws if a step changes nothing, for then the story is not what it says.
 */
export function tell(code: LanguageCode, story: Story = {}): Booking {
  return { ...fold(eventsIn(code, story)), ...story.ends };
}

/** All that happens to the sample booking in a story, in order. */
export function eventsIn(code: LanguageCode, { steps = [], booked, bookedAt }: Story = {}): BookingEvent[] {
  const begin = { ...usual(code), ...booked };
  const events = happen([], [bookedAt ?? moments.booked, begin]);
  for (const step of steps) events.push(...happen(events, step));
  return events;
}

function happen(before: readonly BookingEvent[], [at, command]: Step): BookingEvent[] {
  const booking = before.length === 0 ? undefined : fold(before);
  const events = decide(booking, command, at, settings.policy);
  if (events.length > 0) return events;
  throw new Error(`${command.type} at ${new Date(at).toISOString()}: changes nothing in the preview's story`);
}

function usual(code: LanguageCode): Book {
  const { id: sessionType, minutes } = sampleType();
  return {
    type: 'book',
    bookingId: 'bkg_01k9x7m3v8q2t4w6y8z0a2c4e6',
    sessionType,
    minutes,
    start: START,
    timeZone: zones[code],
    language: code,
    attendee: { name: 'Ada Lovelace', email: 'ada@example.org', mobile: '+15555550123' },
    consultants: settings.consultants.map(({ id }) => id),
  };
}
