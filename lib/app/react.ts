import type { Booking } from '../domain/booking/booking.ts';
import type { EffectDeps, RecordedEvent } from './deps.ts';
import { type Effect, effectsOf } from './effects.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { sendMail } from './send-mail.ts';
import { textAttendee } from './text-attendee.ts';

/**
 * Tells the world of an event, each effect once. `leaseMs` is how long this run can last: a claim that it
 * leaves behind when it dies is free after that. Throws if an effect failed, after trying all of them.
 */
export async function react(deps: EffectDeps, record: RecordedEvent, leaseMs: number): Promise<void> {
  const booking = await deps.table.booking(record.bookingId);
  if (booking === undefined) return;
  const effects = effectsOf(record, booking, deps.settings.policy, deps.now());
  await performAll(effects, (effect) => perform(deps, record, booking, effect, leaseMs));
}

async function perform(
  deps: EffectDeps,
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
    // Timers carry their own names: setting or clearing one twice is one, so they need no claim.
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
