import type { Booking, Outcome } from '../../domain/booking/booking.ts';
import { clock, shortMoment } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import { endUndecided } from './undecided.ts';

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
  const undecided = endUndecided(booking);
  if (undecided !== undefined) return { title: over.declined, text: over.declinedText };
  if (status === 'cancelled' && cancelled !== undefined) {
    if (cancelled.by === 'showup') return { title: over.completed, text: over.closedOut };
    const told = {
      link: over.cancelledAt,
      text: over.cancelledByText,
      staff: over.cancelledByStaff,
    };
    const moment = shortMoment(cancelled.at, timeZone, language.messages);
    return { title: over.cancelled, text: told[cancelled.by](moment) };
  }
  return { title: over.completed, text: over.completedText };
}

function recorded(
  { timeZone, attendee, checkIn, mobileLost }: Booking,
  { reason, at }: Outcome,
  { messages, session }: Language,
  toHolder: boolean,
): string {
  const { absent, absentAsked, keptOpen } = messages.mails.noShow;
  const tell = (instant: number): string => clock(instant, timeZone, messages);
  // A question that was put to a number that can't be texted may never have arrived.
  const textable = attendee.mobile !== undefined && mobileLost === undefined;
  const asked = toHolder && textable ? checkIn?.askedAt : undefined;
  switch (reason) {
    case 'absent':
      if (asked === undefined) return absent(tell(at));
      return absentAsked(attendee.mobile?.slice(-4) ?? '', tell(asked), tell(at));
    case 'never_joined_after_keeping_open':
      return keptOpen(tell(at));
    case 'late_notice':
      return session.over.lateNotice(shortMoment(at, timeZone, messages));
  }
}
