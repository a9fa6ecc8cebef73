import type { Calendar } from '../domain/calendar/calendar.ts';
import { explain } from '../domain/calendar/explain.ts';
import type { Offer } from '../domain/calendar/openings.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';

/** The refusal of a start (ms) that nobody can give, with every reason. */
export function unavailable(deps: Deps, offer: Offer, busy: Calendar, start: number): Refusal {
  const { reasons } = explain(deps.settings, offer, busy, deps.now(), start);
  const [first] = reasons;
  return new Refusal('slot-unavailable', first?.detail ?? 'This time is not free.', { reasons });
}
