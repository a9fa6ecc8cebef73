import { type Booking, isOver } from '../domain/booking/booking.ts';
import type { EventOf } from '../domain/booking/events.ts';
import { stageOf } from '../domain/booking/stage.ts';
import { noticeUntil } from '../domain/booking/timeline.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextKind } from '../messages/facts.ts';

/** A text, without the link that it is to carry. */
export type TextWish =
  | Exclude<TextKind, { kind: 'move-link' }>
  | Omit<Extract<TextKind, { kind: 'move-link' }>, 'url'>;

type Noted = EventOf<'reply-noted'>;

/**
 * What a note is answered with; nothing where that is silence, or isn't true any more: the session has moved on, and
 * what happened since has its own message.
 */
export function noteText(event: Noted, booking: Booking, now: number, policy: Policy): TextWish | undefined {
  const { answer } = event;
  if (answer === undefined) return undefined;
  const stage = stageOf(booking, now, policy);
  if (answer === 'help' || answer === 'unclear') return { kind: answer, stage };
  if (isOver(booking) !== (answer === 'too-late')) return undefined;
  switch (answer) {
    case 'move-too-late':
      return { kind: answer, stage };
    case 'move-link':
      return { kind: answer, until: event.until ?? noticeUntil(booking, policy) };
    case 'too-late':
      return { kind: answer, ended: endOf(booking) };
    case 'expected':
    case 'joined':
      return { kind: answer };
  }
}

/** How a session ended. */
function endOf({ status, outcome }: Booking): Extract<TextKind, { kind: 'too-late' }>['ended'] {
  return status === 'cancelled' || status === 'completed' ? status : (outcome?.reason ?? 'absent');
}
