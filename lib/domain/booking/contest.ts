import { Refusal } from '../refusal.ts';
import { type Booking, type Excusal, isContested } from './booking.ts';
import type { Contest, RejectContest } from './commands.ts';
import { changedMeanwhile, refuseUnseen } from './desk.ts';
import type { BookingEvent } from './events.ts';

/**
 * Says that a no-show is wrong, once: our staff decide. The same text again changes nothing. Throws `not-a-no-show`,
 * and `changed-meanwhile` where another text is known, or the no-show is excused or its attendee erased.
 */
export function contest(booking: Booking, { text }: Contest, now: number): BookingEvent[] {
  const { outcome, revision, status, erasedAt } = booking;
  if (status !== 'no_show' || outcome === undefined) {
    throw new Refusal('not-a-no-show', 'Only a no-show can be contested.', { bookingStatus: status });
  }
  if (outcome.contest?.text === text) return [];
  if (outcome.contest !== undefined) {
    throw changedMeanwhile(
      'This no-show was contested already. Our staff have what was written then.',
      revision,
    );
  }
  if (outcome.excused !== undefined) {
    throw changedMeanwhile('This no-show was excused already, and does not count.', revision);
  }
  if (erasedAt !== undefined) {
    throw changedMeanwhile('What was known of this booking was erased on request.', revision);
  }
  return [{ type: 'no-show-contested', at: now, text }];
}

/** Leaves a contested no-show as it is. Again by the same person, it changes nothing. Throws `not-contested`. */
export function rejectContest(booking: Booking, command: RejectContest, now: number): BookingEvent[] {
  const { staffId, reason } = command;
  const { outcome, revision, status } = booking;
  if (isContested(booking)) return [{ type: 'contest-rejected', at: now, staffId, reason }];
  const decided: Excusal | undefined = outcome?.contest?.rejected;
  if (outcome?.contest !== undefined && outcome.excused !== undefined) {
    throw changedMeanwhile('This no-show was excused already.', revision);
  }
  if (decided?.by === staffId) return [];
  if (decided !== undefined) {
    throw changedMeanwhile('Somebody else has decided on this contest already.', revision);
  }
  refuseUnseen(booking, command);
  throw new Refusal('not-contested', 'Nobody contests this no-show.', { bookingStatus: status });
}
