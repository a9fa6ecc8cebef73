import { attendSession } from '../../lib/app/attend-session.ts';
import { bookForMember as book } from '../../lib/app/desk/book-for-member.ts';
import { reopenSession } from '../../lib/app/desk/reopen-session.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { nameOf } from '../../lib/domain/people/actor.ts';
import { memberBookingBody } from '../../lib/http/desk-booking-schemas.ts';
import { deskBookingJson } from '../../lib/http/desk-json.ts';
import { completeBody, joinedBody, moveBody, noShowBody, reasonBody } from '../../lib/http/desk-schemas.ts';
import { readBody, readQuery, refuseField } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { stampOf } from '../api/handler.ts';
import { idempotencyKeyIn, onceFor } from '../requests/booking-request.ts';
import { memberBookingOf } from '../requests/member-booking.ts';
import { bookingIdIn } from './booking-id.ts';
import { asked, type DeskHandler } from './handler.ts';
import { told } from './told.ts';

export const bookForMember: DeskHandler = async (deps, event, { actor }) => {
  readQuery(event, noQuery);
  const key = idempotencyKeyIn(event);
  const body = readBody(event, memberBookingBody);
  const wish = memberBookingOf(deps.settings, body, nameOf(actor));
  const booking = await book(deps, wish, onceFor('desk', key, body));
  return { status: 201, body: deskBookingJson(booking, deps.settings) };
};

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

export const withdrawJoin: DeskHandler = async (deps, event, viewer) => {
  const { revision } = readBody(event, completeBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'withdraw-join',
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const markNoShow: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, noShowBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'mark-no-show',
    ...(reason === undefined ? {} : { reason }),
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const reopenBooking: DeskHandler = async (deps, event, viewer) => {
  const { revision } = readBody(event, completeBody);
  return told(deps, await reopenSession(deps, bookingIdIn(event), asked(viewer, revision)));
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
