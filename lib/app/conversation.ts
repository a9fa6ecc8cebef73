import type { Booking } from '../domain/booking/booking.ts';
import { type Phone, threadAt } from '../domain/phone/phone.ts';
import type { Deps } from './deps.ts';
import { sessionsOfNumber } from './sessions-of-number.ts';

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

/** Gathers it. The index only finds candidates: the bookings themselves say what is open. */
export async function loadConversation(deps: Deps, phone: Phone, stamp: number): Promise<Conversation> {
  const { mobile } = phone;
  const found = await sessionsOfNumber(deps, mobile, stamp);
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
