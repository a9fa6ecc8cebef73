import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { type Booking, isOver } from '../../lib/domain/booking/booking.ts';
import { changeableUntil } from '../../lib/domain/booking/change.ts';
import { DAY_MS } from '../../lib/domain/calendar/zone.ts';
import type { LanguageCode } from '../../lib/domain/language.ts';
import { pickedIn } from '../../lib/pages/manage/picked.ts';
import type { ManageView } from '../../lib/pages/manage/view.ts';
import { type Picker, pickerOf } from '../../lib/pages/picker/picker.ts';
import { channelOf, type Opened } from '../requests/link.ts';

/** What the page of a booking shows as things stand, with what was picked in `fields`, in the page's language. */
export async function manageViewOf(
  deps: Deps & LinkDeps,
  { booking, token, purpose }: Opened,
  fields: URLSearchParams,
  language: LanguageCode,
): Promise<ManageView> {
  const now = deps.now();
  const until = changeableUntil(booking, channelOf(purpose), deps.settings.policy);
  const picker =
    isOver(booking) || now >= until ? undefined : await timesToMoveTo(deps, booking, fields, now);
  return {
    booking,
    facts: await factsOf(deps, booking, language),
    token,
    until,
    now,
    ...(picker && { picker }),
    problems: new Map(),
    reason: '',
  };
}

/** Its own time is free to it, but no time to move to. */
async function timesToMoveTo(
  deps: Deps,
  booking: Booking,
  fields: URLSearchParams,
  now: number,
): Promise<Picker> {
  const { policy } = deps.settings;
  const horizon = now + policy.offering.horizonDays * DAY_MS + 1;
  const offer = { id: booking.sessionType, minutes: booking.minutes };
  const starts = await findSlots(deps, offer, now, horizon, booking);
  const picked = pickedIn(fields, booking);
  const { start: _, ...unpicked } = picked;
  const others = starts.filter((start) => start !== booking.start);
  return pickerOf(others, picked.start === booking.start ? unpicked : picked, now);
}
