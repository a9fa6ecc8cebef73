import { render } from 'preact-render-to-string';
import type { Visit } from '../visit.ts';
import { boardCards } from './board-cards.ts';
import { countsText } from './board-counts.ts';
import { frameOf } from './board-frame.ts';
import { type BoardView, daysOf } from './board-view.ts';
import { waitingText } from './desk-page.tsx';

/** What has changed on a board since a browser saw it, as the desk's script takes it. */
export interface BoardUpdates {
  /** The clock of the answer (ms): the browser's own may be wrong. */
  readonly now: number;
  /** Another as soon as anything about the day has changed that is no card: the page is then to be loaded anew. */
  readonly frame: string;
  /** Cards that the browser hasn't got as they are now. */
  readonly cards: readonly {
    readonly id: string;
    readonly list: string;
    readonly html: string;
  }[];
  /** What the browser has, and is no more. */
  readonly gone: readonly string[];
  /** As pages show it. Of a day alone. */
  readonly counts?: string;
  readonly waiting: string;
}

/** What a browser hasn't got yet that has seen these cards of a day. */
export function boardUpdates(visit: Visit, view: BoardView, seen: readonly string[]): BoardUpdates {
  const cards = boardCards(visit, view);
  const [had, has] = [new Set(seen), new Set(cards.map((card) => card.seen))];
  const frames = daysOf(visit, view).map((day) => frameOf(visit, view, day));
  return {
    now: view.now,
    frame: frames.join(' '),
    cards: cards
      .filter((card) => !had.has(card.seen))
      .map(({ id, list, item }) => ({ id, list, html: render(item) })),
    gone: seen.filter((one) => !has.has(one)),
    ...(view.kind === 'day' && { counts: countsText(visit, view) }),
    waiting: waitingText(view.insider.waiting),
  };
}

/** The hashes that a browser tells it has: each of six characters, one after the other. */
export function seenIn(text: string): string[] {
  return text.match(/[\w-]{6}/gu) ?? [];
}
