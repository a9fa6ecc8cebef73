import type { Booking } from '../domain/booking/booking.ts';
import { type Phone, threadAt } from '../domain/phone/phone.ts';
import type { Deps } from './deps.ts';

/** What a text from a number can be about. */
export interface Conversation {
  readonly phone: Phone;
  /** The number's sessions that are open, or ended lately and may have been open when the text was sent; soonest first. */
  readonly open: readonly Booking[];
  /** The booking that the number had last been texted about. */
  readonly last?: Booking;
  /** The bookings of the question that the number was asked, in its order. */
  readonly asked: readonly (Booking | undefined)[];
}

/** Gathers it, at a stamp (ms). The index only found candidates: the bookings themselves say what is open. */
export async function loadConversation(
  deps: Pick<Deps, 'table'>,
  phone: Phone,
  found: readonly string[],
  stamp: number,
): Promise<Conversation> {
  const options = phone.question?.options ?? [];
  const thread = threadAt(phone, stamp)?.bookingId;
  const ids = new Set([...found, ...options, ...(thread === undefined ? [] : [thread])]);
  const loaded = await Promise.all([...ids].map((id) => deps.table.booking(id)));
  const byId = new Map(loaded.flatMap((booking) => (booking === undefined ? [] : [[booking.id, booking]])));
  const open = found.flatMap((id) => byId.get(id) ?? []);
  const last = thread === undefined ? undefined : byId.get(thread);
  return {
    phone,
    open: open.toSorted((a, b) => a.start - b.start),
    ...(last === undefined ? {} : { last }),
    asked: options.map((id) => byId.get(id)),
  };
}
