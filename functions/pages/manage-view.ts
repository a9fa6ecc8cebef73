import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { type Booking, isOver } from '../../lib/domain/booking/booking.ts';
import { changeBy } from '../../lib/domain/booking/timeline.ts';
import { DAY_MS } from '../../lib/domain/calendar/zone.ts';
import type { LanguageCode } from '../../lib/domain/language.ts';
import { pickedIn } from '../../lib/pages/manage/picked.ts';
import type { ManageView } from '../../lib/pages/manage/view.ts';
import { type Picker, pickerOf } from '../../lib/pages/picker/picker.ts';
import type { Opened } from '../requests/link.ts';

/** What the page of a booking shows as things stand, with what was picked in `fields`, in the page's language. */
export async function manageViewOf(
  deps: Deps & LinkDeps,
  { booking, token }: Opened,
  fields: URLSearchParams,
  language: LanguageCode,
): Promise<ManageView> {
  const now = deps.now();
  const picker = await timesToMoveTo(deps, booking, fields, now);
  return {
    booking,
    facts: await factsOf(deps, booking, language),
    token,
    now,
    ...(picker && { picker }),
    problems: new Map(),
    reason: '',
  };
}

/** None once the link moves the booking no more. Its own time is free to it, but no time to move to. */
async function timesToMoveTo(
  deps: Deps,
  booking: Booking,
  fields: URLSearchParams,
  now: number,
): Promise<Picker | undefined> {
  const { policy } = deps.settings;
  if (isOver(booking) || now >= changeBy(booking, policy).link) return undefined;
  const horizon = now + policy.offering.horizonDays * DAY_MS + 1;
  const offer = { id: booking.sessionType, minutes: booking.minutes };
  const starts = await findSlots(deps, offer, now, horizon, booking);
  const picked = pickedIn(fields, booking);
  const { start: _, ...unpicked } = picked;
  const others = starts.filter((start) => start !== booking.start);
  return pickerOf(others, picked.start === booking.start ? unpicked : picked, now);
}
