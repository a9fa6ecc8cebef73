import { deskStateOf } from '../../domain/booking/desk-state.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { BoardView } from './board-view.ts';

/** What is worth counting, the most pressing first. */
const counted = ['asked', 'waiting', 'answered', 'joined', 'pending'] as const;

/** "12 sessions · 2 asked · 1 joined": how the days stand, cancelled sessions aside; empty where there are none. */
export function countsText({ language, settings }: Visit, { bookings, now }: BoardView): string {
  const { board: deskBoard } = deskIn(language);
  const states = bookings
    .map((booking) => deskStateOf(booking, now, settings.policy).state)
    .filter((state) => state !== 'cancelled');
  if (states.length === 0) return '';
  const parts = counted.map((state) => {
    const count = states.filter((other) => other === state).length;
    return count === 0 ? undefined : deskBoard.count[state](count);
  });
  return deskBoard.counts([deskBoard.sessions(states.length), ...parts.filter((part) => part !== undefined)]);
}
