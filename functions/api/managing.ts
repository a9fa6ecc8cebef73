import { attendSession } from '../../lib/app/attend-session.ts';
import { handle } from '../../lib/app/handle.ts';
import { moveSession } from '../../lib/app/move-session.ts';
import { consultantOf } from '../../lib/domain/catalogue.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { cancelBody, noBody, noQuery, rescheduleBody } from '../../lib/http/schemas.ts';
import { contestBody } from '../../lib/http/standing-schemas.ts';
import { bookingBehind, channelOf, managing, openLink } from '../requests/link.ts';
import { bookingAnswer } from './bookings.ts';
import { type Handler, stampOf } from './handler.ts';

export const getManagedBooking: Handler = async (deps, event) => {
  readQuery(event, noQuery);
  const { booking } = await openLink(deps, event, managing);
  return { status: 200, body: await bookingAnswer(deps, booking) };
};

export const cancelBooking: Handler = async (deps, event) => {
  const { bookingId, purpose } = await bookingBehind(deps, event, managing);
  const { reason } = readBody(event, cancelBody);
  const booking = await handle(deps, bookingId, {
    type: 'cancel',
    by: channelOf(purpose),
    stamp: stampOf(event),
    ...(reason === undefined ? {} : { reason }),
  });
  return { status: 200, body: await bookingAnswer(deps, booking) };
};

export const rescheduleBooking: Handler = async (deps, event) => {
  const { bookingId, purpose } = await bookingBehind(deps, event, managing);
  const { start } = readBody(event, rescheduleBody);
  const booking = await moveSession(deps, bookingId, {
    start,
    by: channelOf(purpose),
    stamp: stampOf(event),
  });
  return { status: 200, body: await bookingAnswer(deps, booking) };
};

export const contestNoShow: Handler = async (deps, event) => {
  const { bookingId } = await bookingBehind(deps, event, managing);
  const { text } = readBody(event, contestBody);
  const booking = await handle(deps, bookingId, { type: 'contest', text });
  return { status: 200, body: await bookingAnswer(deps, booking) };
};

export const joinSession: Handler = async (deps, event) => {
  const { bookingId } = await bookingBehind(deps, event, ['join', ...managing]);
  readBody(event, noBody);
  const booking = await attendSession(deps, bookingId, {
    type: 'join',
    evidence: 'link',
    stamp: stampOf(event),
  });
  const { room } = consultantOf(deps.settings, booking.consultantId);
  return {
    status: 200,
    body: { meetingUrl: room.url, dialIn: { url: room.dialInUrl, conferenceId: room.conferenceId } },
  };
};
