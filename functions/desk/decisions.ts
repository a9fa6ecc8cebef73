import { handle } from '../../lib/app/handle.ts';
import { reasonBody } from '../../lib/http/desk-schemas.ts';
import { readBody } from '../../lib/http/read.ts';
import { approveBody } from '../../lib/http/standing-schemas.ts';
import { bookingIdIn } from './booking-id.ts';
import { asked, type DeskHandler } from './handler.ts';
import { told } from './told.ts';

export const approveBooking: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, approveBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'approve',
    ...(reason === undefined ? {} : { reason }),
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const declineBooking: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, reasonBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'decline',
    reason,
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};

export const rejectContest: DeskHandler = async (deps, event, viewer) => {
  const { reason, revision } = readBody(event, reasonBody);
  const booking = await handle(deps, bookingIdIn(event), {
    type: 'reject-contest',
    reason,
    ...asked(viewer, revision),
  });
  return told(deps, booking);
};
