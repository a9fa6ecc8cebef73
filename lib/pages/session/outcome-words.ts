import type { Booking, Outcome } from '../../domain/booking/booking.ts';
import { clock, shortMoment } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';

/** What became of a session that is over: a headline, and what was recorded. */
export interface OutcomeWords {
  readonly title: string;
  readonly text: string;
}

/**
 * What became of a session, for everybody who was given the link to join; `toHolder` tells the holder of the
 * booking that we asked, and which number.
 */
export function outcomeWords(booking: Booking, language: Language, toHolder = false): OutcomeWords {
  const { status, outcome, cancelled, timeZone } = booking;
  const { over } = language.session;
  if (status === 'no_show') {
    return {
      title: over.noShow,
      text: outcome === undefined ? '' : recorded(booking, outcome, language, toHolder),
    };
  }
  if (status === 'cancelled' && cancelled !== undefined) {
    if (cancelled.by === 'showup') return { title: over.completed, text: over.closedOut };
    const at = shortMoment(cancelled.at, timeZone, language.messages);
    return { title: over.cancelled, text: over.cancelledAt(at) };
  }
  return { title: over.completed, text: over.completedText };
}

function recorded(
  { timeZone, attendee, checkIn }: Booking,
  { reason, at }: Outcome,
  { messages }: Language,
  toHolder: boolean,
): string {
  const { absent, absentAsked, keptOpen, lateNotice } = messages.mails.noShow;
  const tell = (instant: number): string => clock(instant, timeZone, messages);
  const asked = toHolder && attendee.mobile !== undefined ? checkIn?.askedAt : undefined;
  switch (reason) {
    case 'absent':
      if (asked === undefined) return absent(tell(at));
      return absentAsked(attendee.mobile?.slice(-4) ?? '', tell(asked), tell(at));
    case 'never_joined_after_keeping_open':
      return keptOpen(tell(at));
    case 'late_notice':
      return lateNotice(shortMoment(at, timeZone, messages));
  }
}
