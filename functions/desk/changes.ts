import { attendSession } from '../../lib/app/attend-session.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { Answer } from '../../lib/http/answer.ts';
import { deskBookingJson } from '../../lib/http/desk-json.ts';
import { completeBody, joinedBody, moveBody, reasonBody } from '../../lib/http/desk-schemas.ts';
import { readBody, refuseField } from '../../lib/http/read.ts';
import { stampOf } from '../api/handler.ts';
import { bookingIdIn } from './booking-id.ts';
import { asked, type DeskHandler } from './handler.ts';

export const markJoined: DeskHandler = async (deps, event, viewer) => {
  const { joinedAt = stampOf(event), revision } = readBody(event, joinedBody);
  if (joinedAt > stampOf(event)) refuseField('joinedAt', 'must not lie in the future');
  const booking = await attendSession(deps, bookingIdIn(event), {
    type: 'join',
    evidence: 'staff',
    stamp: joinedAt,
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const completeBooking: DeskHandler = async (deps, event, viewer) => {
  const { revision } = readBody(event, completeBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'complete',
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const excuseNoShow: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, reasonBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'excuse',
    reason,
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const cancelForMember: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, reasonBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'cancel',
    by: 'staff',
    reason,
    stamp: stampOf(event),
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const rescheduleForMember: DeskHandler = async (deps, event, viewer) => {
  const { start, reason, revision } = readBody(event, moveBody);
  const booking = await moveSession(deps, bookingIdIn(event), {
    by: 'staff',
    start,
    reason,
    stamp: stampOf(event),
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

/** The booking after a change, for our staff. */
export function told({ settings }: Parameters<DeskHandler>[0], booking: Booking): Answer {
  return { status: 200, body: deskBookingJson(booking, settings) };
}
