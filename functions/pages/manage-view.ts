import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { findSlots } from '../../lib/app/slots.ts';
import { personStanding } from '../../lib/app/standing/person-standing.ts';
import { type Booking, isOver, isPending } from '../../lib/domain/booking/booking.ts';
import { changeableUntil } from '../../lib/domain/booking/change.ts';
import { DAY_MS } from '../../lib/domain/calendar/zone.ts';
import type { LanguageCode } from '../../lib/domain/language.ts';
import { decideByFor } from '../../lib/domain/standing/admission.ts';
import { blockStartedBy } from '../../lib/domain/standing/person-standing.ts';
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
    text: '',
    ...(await whatFollows(deps, booking)),
  };
}

/** What a no-show means for free sessions; nothing where it was in no company, which none is free without. */
async function whatFollows(
  deps: Deps,
  { id, status, companyId, attendee, erasedAt }: Booking,
): Promise<Pick<ManageView, 'follows'>> {
  if (status !== 'no_show' || companyId === undefined || erasedAt !== undefined) return {};
  const { standing } = await personStanding(deps, attendee.email, companyId);
  const block = blockStartedBy(standing, id);
  return { follows: block === undefined ? {} : { block } };
}

/** Its own time is free to it, but no time to move to; nor is one too soon for the approval that it waits for. */
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
  const first = isPending(booking) ? firstDecidable(deps, starts, now) : now;
  const others = starts.filter((start) => start !== booking.start && start >= first);
  return pickerOf(others, picked.start === booking.start ? unpicked : picked, now);
}

/** The first start (ms) before which there is time for our staff to decide: all later ones have it too. */
function firstDecidable({ settings }: Deps, starts: readonly number[], now: number): number {
  return starts.find((start) => decideByFor(settings, start) > now) ?? Number.POSITIVE_INFINITY;
}
