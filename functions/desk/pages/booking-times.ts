import type { Deps } from '../../../lib/app/deps.ts';
import { atAnyNotice } from '../../../lib/app/move-session.ts';
import { findSlots } from '../../../lib/app/slots.ts';
import { withoutOwn } from '../../../lib/app/without-own.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { spanToLoad, whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { DAY_MS } from '../../../lib/domain/calendar/zone.ts';
import type { ActionForm } from '../../../lib/pages/desk/action-form.ts';
import type { SessionView } from '../../../lib/pages/desk/session-view.ts';
import { pickedIn } from '../../../lib/pages/manage/picked.ts';
import { type Picker, pickerOf } from '../../../lib/pages/picker/picker.ts';

/** Free times at any notice, in our zone where no other was chosen; and who would give the one that was picked. */
export async function timesToMoveTo(
  deps: Deps,
  booking: Booking,
  form: ActionForm | undefined,
): Promise<Pick<SessionView, 'picker' | 'mover'>> {
  const now = deps.now();
  const settings = atAnyNotice(deps.settings);
  const offer = { id: booking.sessionType, minutes: booking.minutes };
  const horizon = now + settings.policy.offering.horizonDays * DAY_MS + 1;
  const starts = await findSlots({ ...deps, settings }, offer, now, horizon, booking);
  const picker = pickerFor(booking, form, starts, deps);
  if (picker.start === undefined) return { picker };
  const span = spanToLoad(settings, offer, picker.start);
  const calendar = withoutOwn(await deps.table.busy(span.from, span.to), booking);
  const [mover] = whoCanGive(settings, offer, calendar, now, picker.start, booking.consultantId);
  return { picker, ...(mover && { mover: mover.name }) };
}

function pickerFor(
  booking: Booking,
  form: ActionForm | undefined,
  starts: readonly number[],
  { settings, now }: Deps,
): Picker {
  const { month = '', day = '', start = '', timeZone = '', action = '' } = form ?? {};
  const fields = new URLSearchParams({ month, day, start, timeZone, action });
  const picked = pickedIn(fields, { start: booking.start, timeZone: settings.zone });
  const { start: _, ...unpicked } = picked;
  // Its own time is free to it, but no time to move to.
  const others = starts.filter((instant) => instant !== booking.start);
  return pickerOf(others, picked.start === booking.start ? unpicked : picked, now());
}
