import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { type Phone, threadAt, unknownPhone } from '../../../lib/domain/phone/phone.ts';
import { type Outgoing, planText, type Withheld } from '../../../lib/domain/phone/texting.ts';
import type { Incoming, Said } from '../../../lib/domain/phone/which.ts';
import { type Policy, standardPolicy } from '../../../lib/domain/policy.ts';
import { given, MOBILE, type Step, startPlus } from '../given.ts';

export const OTHER_MOBILE = '+15550199';

export function phone(changes: Partial<Phone> = {}): Phone {
  return { ...unknownPhone(MOBILE), ...changes };
}

/** A booking of the number, by its id; at START unless told otherwise. */
export function session(
  bookingId: string,
  steps: readonly Step[] = [],
  changes: { readonly start?: number; readonly mobile?: string } = {},
): Booking {
  const { mobile = MOBILE, ...more } = changes;
  return given(steps, { bookingId, attendee: { name: 'Ada', email: 'ada@example.com', mobile }, ...more });
}

/** A text of the phone's, with everything that is known of its bookings; sent so many minutes after START. */
export function incoming(
  reply: Said,
  minute: number,
  known: readonly Booking[],
  changes: Partial<Phone> = {},
): Incoming {
  const own = phone(changes);
  const stamp = startPlus(minute);
  const byId = new Map(known.map((booking) => [booking.id, booking]));
  const last = byId.get(threadAt(own, stamp)?.bookingId ?? '');
  return {
    reply,
    stamp,
    phone: own,
    open: known.toSorted((a, b) => a.start - b.start),
    ...(last === undefined ? {} : { last }),
    asked: (own.question?.options ?? []).map((id) => byId.get(id)),
  };
}

/** Texted about these bookings, at those minutes after START. */
export function threads(
  ...texts: readonly (readonly [bookingId: string, minute: number])[]
): Pick<Phone, 'threads'> {
  return { threads: texts.map(([bookingId, minute]) => ({ bookingId, textedAt: startPlus(minute) })) };
}

/** A text about a booking of Ada's, so many minutes after START. */
export function outgoing(effect: string, minute: number, changes: Partial<Outgoing> = {}): Outgoing {
  return {
    effect,
    now: startPlus(minute),
    about: { bookingId: 'bkg_1', email: 'ada@example.com' },
    isAnswer: false,
    ...changes,
  };
}

/** Sends texts one after another: the phone as they leave it, and what became of each. */
export function send(
  before: Phone,
  texts: readonly Outgoing[],
  policy: Policy = standardPolicy,
): { phone: Phone; fates: ('introduced' | 'sent' | Withheld)[] } {
  let after = before;
  const fates = texts.map((text) => {
    const plan = planText(after, text, policy);
    if ('withheld' in plan) return plan.withheld;
    after = plan.phone;
    return plan.introduce ? 'introduced' : 'sent';
  });
  return { phone: after, fates };
}
