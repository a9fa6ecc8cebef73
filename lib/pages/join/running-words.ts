import type { BookingFacts } from '../../messages/facts.ts';
import { shortClock } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import type { JoinState } from './join-state.ts';

/** How a session stands that has begun and can be joined, and until when; told in the attendee's zone. */
export function runningWords(
  { because, until }: Extract<JoinState, { kind: 'open' }>,
  { start, timeZone }: Pick<BookingFacts, 'start' | 'timeZone'>,
  { join, messages }: Language,
): string {
  const words = { 'nobody-yet': join.started, 'kept-open': join.keptOpen, joined: join.underWay }[because];
  return words(shortClock(start, timeZone, messages), shortClock(until, timeZone, messages));
}
