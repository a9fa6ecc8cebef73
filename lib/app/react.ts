import type { Booking } from '../domain/booking/booking.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { askStaff } from './ask-staff.ts';
import { awaitBlockEnd } from './await-block-end.ts';
import type { RecordedEvent } from './deps.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effects.ts';
import { lookAtCompany } from './look-at-company.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { publicBookingEvent } from './publish/booking-events.ts';
import type { ReactDeps } from './react-deps.ts';
import { sendMail } from './send-mail.ts';
import { shiftBy } from './shift.ts';
import { tellStrikes } from './tell-strikes.ts';
import { textAttendee } from './text-attendee.ts';

/**
 * Tells the world of an event, each effect once. `leaseMs` is how long this run can last: a claim that it
 * leaves behind when it dies is free after that. Throws if an effect failed, after trying all of them.
 */
export async function react(deps: ReactDeps, record: RecordedEvent, leaseMs: number): Promise<void> {
  const { settings, table } = deps;
  const booking = await table.booking(record.bookingId);
  if (booking === undefined) return;
  const standing = await table.record(normalizedEmail(booking.attendee.email));
  const shift = shiftBy(record, standing, settings, deps.now());
  const told = publicBookingEvent(record, booking, settings, deps.now());
  const effects: Effect[] = [
    ...effectsOf(record, booking, settings, deps.now(), shift),
    ...(told === undefined ? [] : [{ do: 'publish', event: told } as const]),
  ];
  await performAll(effects, (effect) => perform(deps, record, booking, effect, leaseMs));
}

async function perform(
  deps: ReactDeps,
  record: RecordedEvent,
  booking: Booking,
  effect: Effect,
  leaseMs: number,
): Promise<void> {
  const { bookingId, number } = record;
  switch (effect.do) {
    case 'mail':
      return once(deps, { owner: bookingId, effect: `${number}.mail` }, leaseMs, (messageId) =>
        sendMail(deps, booking, effect.mail, messageId),
      );
    case 'text': {
      const id = { owner: bookingId, effect: `${number}.text` };
      return once(deps, id, leaseMs, () => textAttendee(deps, booking, effect, id));
    }
    case 'ask-staff':
      return once(deps, { owner: bookingId, effect: `${number}.staff` }, leaseMs, (messageId) =>
        askStaff(deps, booking, effect.question, messageId),
      );
    case 'tell-strikes':
      return tellStrikes(deps, booking, effect, leaseMs);
    case 'look-at-company':
      return lookAtCompany(deps, booking.companyId, leaseMs);
    // Done twice, these are as done once, or are known by their id to be the same: they need no claim.
    case 'publish':
      return deps.bus.publish(effect.event);
    case 'await-block-end':
      return awaitBlockEnd(deps, normalizedEmail(booking.attendee.email));
    case 'set-timers':
      await Promise.all(
        effect.timers
          .filter(({ at }) => at > deps.now())
          .map((timer) => deps.timers.set(bookingId, effect.version, timer)),
      );
      return;
    case 'clear-timers':
      await Promise.all(effect.kinds.map((kind) => deps.timers.clear(bookingId, effect.version, kind)));
  }
}
