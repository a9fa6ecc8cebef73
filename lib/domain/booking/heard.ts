import type { Booking, Intent } from './booking.ts';
import type { ReplyNoted } from './events.ts';

/** A text about the session: what counts of it stands against what was said before, and arrives after it. */
export function takeNote(booking: Booking, { answer, intent, stamp, until }: ReplyNoted): Booking {
  if (answer === 'help' || answer === 'unclear') return { ...booking, helped: true };
  const heard = intent === undefined ? booking : hear(booking, intent, stamp);
  if (answer === undefined) return heard;
  return {
    ...(answer === 'expected' ? withoutWarning(heard) : heard),
    noted: answer,
    ...(until === undefined ? {} : { moveUntil: until }),
  };
}

/** The booking after something was said of it at an instant (ms); as it was, where nothing was said. */
export function hear(booking: Booking, intent: Intent, stamp: number | undefined): Booking {
  if (stamp === undefined || stamp < (booking.heard?.stamp ?? 0)) return booking;
  return { ...booking, heard: { stamp, intent } };
}

/** Something else than a note has happened: what was noted may be said again. */
export function withoutNotes({ helped: _, noted: __, ...booking }: Booking): Booking {
  return booking;
}

/** Whoever was warned is coming after all. */
export function withoutWarning({ warnedAt: _, ...booking }: Booking): Booking {
  return booking;
}
