import settings from '#config';
import { timesToMoveTo } from '../../functions/desk/pages/booking-times.ts';
import { effectsOf } from '../../lib/app/effects.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { deskActionsOf } from '../../lib/domain/booking/desk-actions.ts';
import { deskStateOf } from '../../lib/domain/booking/desk-state.ts';
import type { BookingEvent } from '../../lib/domain/booking/events.ts';
import { type EvidentEvent, type Message, repliesIn, whoDid } from '../../lib/domain/booking/evidence.ts';
import { fold } from '../../lib/domain/booking/evolve.ts';
import { messageKind } from '../../lib/domain/booking/message-kind.ts';
import { withoutWords } from '../../lib/domain/booking/words.ts';
import type { ActionForm } from '../../lib/pages/desk/action-form.ts';
import type { SessionView } from '../../lib/pages/desk/session-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { eventsIn, type Story, tell } from './story.ts';
import type { World } from './world.ts';

/** Who of our staff do what is done in the stories. */
export const staff: ReadonlyMap<string, string> = new Map([
  ['per_robin', 'Robin Hale'],
  ['per_kim', 'Kim Soto'],
]);

export const deskInsider = { name: 'Robin Hale', csrf: 'csrf', waiting: { count: 3, more: false } };

/** The sample session at an instant (ms) of a story, as the desk's page of it shows it, with what was posted last. */
export async function deskSessionView(
  visit: Visit,
  usual: World,
  story: Story,
  now: number,
  form?: ActionForm,
): Promise<SessionView> {
  const { code } = visit.language;
  const booking = tell(code, story);
  const events = eventsIn(code, story);
  const actions = deskActionsOf(booking, now, settings.policy);
  const world = { ...usual, now: () => now };
  const evident = events.map(evidentOf);
  return {
    insider: deskInsider,
    ...{ booking, actions, staff, now, problems: new Map() },
    facts: await factsOf(world, booking, code),
    standing: deskStateOf(booking, now, settings.policy),
    record: { events: evident, messages: messagesIn(events), replies: repliesIn(evident) },
    ...(booking.companyId === undefined
      ? {}
      : { company: { id: booking.companyId, name: 'Example Crates' } }),
    ...(actions.includes('move') ? await timesToMoveTo(world, booking, form) : {}),
  };
}

function evidentOf(event: BookingEvent, index: number): EvidentEvent {
  return { number: index + 1, policy: 'preview', who: whoDid(event), event };
}

/** What each event makes the system send, all of it delivered. */
function messagesIn(events: readonly BookingEvent[]): Message[] {
  return events.flatMap((event, index) => {
    const number = index + 1;
    const booking = fold(events.slice(0, number));
    const record = { bookingId: booking.id, number, version: booking.version, policy: 'preview' };
    const effects = effectsOf({ ...record, event: withoutWords(event) }, booking, settings, event.at);
    return effects.flatMap((effect): Message[] => {
      if (effect.do !== 'mail' && effect.do !== 'text') return [];
      const message = { number, kind: messageKind(event, effect.do), sentAt: event.at + 2000 };
      if (effect.do === 'mail') return [{ ...message, channel: 'mail', receipt: 'preview', delivery: {} }];
      return [{ ...message, channel: 'text', receipt: 'preview', delivery: { delivered: event.at + 6000 } }];
    });
  });
}
