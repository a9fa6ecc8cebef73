import type { Booking } from '../domain/booking/booking.ts';
import { withWords } from '../domain/booking/words.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { mayCount } from '../domain/standing/entries-of.ts';
import { awaitBlockEnd } from './await-block-end.ts';
import type { RecordedEvent } from './deps.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effects.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { publicBookingEvent } from './publish/booking-events.ts';
import type { ReactDeps } from './react-deps.ts';
import { type Shift, shiftBy } from './shift.ts';

/**
 * Tells the world of an event, each effect once. What composes is loaded only where it is needed. `leaseMs` is how long this run can last: a claim that it
 * leaves behind when it dies is free after that. Throws if an effect failed, after trying all of them.
 */
export async function react(deps: ReactDeps, record: RecordedEvent, leaseMs: number): Promise<void> {
  const { settings } = deps;
  const booking = await deps.table.booking(record.bookingId);
  if (booking === undefined) return;
  const shift = await shiftOf(deps, record, booking);
  const told = publicBookingEvent(record, booking, settings, deps.now());
  const effects: Effect[] = [
    ...effectsOf(record, booking, settings, deps.now(), shift),
    ...(told === undefined ? [] : [{ do: 'publish', event: told } as const]),
  ];
  await performAll(effects, (effect) => perform(deps, record, booking, effect, leaseMs));
}

/** Where somebody stands is asked only of what may have changed it. */
async function shiftOf(
  { settings, table, now }: ReactDeps,
  record: RecordedEvent,
  booking: Booking,
): Promise<Shift | undefined> {
  const event = withWords(record.event, record.number, booking);
  if (!mayCount(event, booking, settings.zone)) return undefined;
  return shiftBy(record, await table.record(normalizedEmail(booking.attendee.email)), settings, now());
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
      return once(deps, { owner: bookingId, effect: `${number}.mail` }, leaseMs, async (messageId) => {
        const { prepareMail } = await import('./send-mail.ts');
        return prepareMail(deps, booking, effect.mail, messageId);
      });
    case 'text': {
      const id = { owner: bookingId, effect: `${number}.text` };
      return once(deps, id, leaseMs, async () => {
        const { prepareAttendeeText } = await import('./text-attendee.ts');
        return prepareAttendeeText(deps, booking, effect, id);
      });
    }
    case 'ask-staff':
      return once(deps, { owner: bookingId, effect: `${number}.staff` }, leaseMs, async (messageId) => {
        const { prepareQuestion } = await import('./ask-staff.ts');
        return prepareQuestion(deps, booking, effect.question, messageId);
      });
    case 'tell-strikes': {
      const { tellStrikes } = await import('./tell-strikes.ts');
      return tellStrikes(deps, booking, effect, leaseMs);
    }
    case 'look-at-company': {
      const { lookAtCompany } = await import('./look-at-company.ts');
      return lookAtCompany(deps, booking.companyId, leaseMs);
    }
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
