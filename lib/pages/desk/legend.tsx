import { deskStates } from '../../domain/booking/desk-state.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';

/** What the signs of the states mean: each is a shape of its own, not a colour alone. */
export function Legend({ visit }: { readonly visit: Visit }) {
  const { legend, meanings } = deskIn(visit.language).board;
  return (
    <section class="legend" aria-labelledby="board-legend">
      <h2 id="board-legend">{legend}</h2>
      <ul>
        {deskStates.map((state) => (
          <li class={`sign ${state}`}>{meanings[state]}</li>
        ))}
      </ul>
    </section>
  );
}
