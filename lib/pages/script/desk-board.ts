import { placeCards } from './desk-cards.ts';
import { setClock } from './desk-clock.ts';
import { loadAnew } from './desk-load.ts';
import { say } from './desk-say.ts';
import { tick } from './desk-tick.ts';

/** What the server answers: `BoardUpdates` of lib/pages/desk/board-updates.ts. */
interface Updates {
  readonly now: number;
  readonly frame: string;
  readonly cards: readonly { readonly id: string; readonly list: string; readonly html: string }[];
  readonly gone: readonly string[];
  readonly counts?: string;
  readonly waiting: string;
}

export interface Words {
  readonly closesIn: string;
  readonly closing: string;
  readonly change: string;
  readonly many: string;
  readonly stale: string;
  readonly signedOut: string;
  readonly failed: string;
}

/** The board of the page, where it has one. */
export interface Board {
  readonly words: Words;
  /** Asks at once for what has changed. */
  update(): void;
}

const EVERY_MS = 10_000;

/** Keeps the board up to date for as long as somebody looks at it. */
export function keepBoard(): Board | undefined {
  const board = document.querySelector<HTMLElement>('#board');
  if (board === null) return undefined;
  setClock(Number(board.dataset['now']));
  const words = JSON.parse(board.dataset['words'] ?? '{}') as Words;
  const keeper = new Keeper(board, words);
  keeper.tick();
  setInterval(() => keeper.tick(), 1000);
  setInterval(() => keeper.update(), EVERY_MS);
  document.addEventListener('visibilitychange', () => keeper.update());
  return { words, update: () => keeper.update(true) };
}

class Keeper {
  readonly #board: HTMLElement;
  readonly #words: Words;
  #asking = false;
  #again = false;
  /** Of a week, one day is asked about at a time. */
  #turn = 0;
  #lastClock: string;

  constructor(board: HTMLElement, words: Words) {
    this.#board = board;
    this.#words = words;
    this.#lastClock = board.dataset['clock'] ?? '';
  }

  /** One after the other; `surely` asks once more where an answer is still to come. */
  update(surely = false): void {
    if (document.visibilityState !== 'visible') return;
    if (this.#asking) {
      this.#again ||= surely;
      return;
    }
    this.#asking = true;
    void this.#ask().finally(() => {
      this.#asking = false;
      if (!this.#again) return;
      this.#again = false;
      this.update();
    });
  }

  /** Every second: what the clock alone changes. Asks for what became of sessions whose time is up. */
  tick(): void {
    if (tick(this.#board, this.#words)) this.update();
  }

  async #ask(): Promise<void> {
    const dates = (this.#board.dataset['dates'] ?? '').split(' ').filter(Boolean);
    const date = dates.length === 0 ? undefined : this.#nextOf(dates);
    try {
      const response = await fetch(this.#address(date), { headers: { accept: 'application/json' } });
      if (response.redirected || !(response.headers.get('content-type') ?? '').includes('json')) {
        this.#tellSignedOut(response);
        return;
      }
      await this.#take((await response.json()) as Updates, date);
    } catch {
      this.#tellStale(this.#words.stale.replace('{clock}', this.#lastClock));
    }
  }

  /** Today every other time, where it is among them. */
  #nextOf(dates: readonly string[]): string | undefined {
    const today = this.#board.dataset['today'] ?? '';
    this.#turn++;
    if (this.#turn % 2 === 1 && dates.includes(today)) return today;
    return dates[Math.floor(this.#turn / 2) % dates.length];
  }

  #address(date: string | undefined): string {
    const address = new URL(this.#board.dataset['updates'] ?? '', location.href);
    const within = date === undefined ? '' : `[data-day="${date}"] `;
    const seen = Array.from(
      this.#board.querySelectorAll<HTMLElement>(`${within}[data-seen]`),
      ({ dataset }) => dataset['seen'],
    );
    if (date !== undefined) address.searchParams.set('date', date);
    address.searchParams.set('seen', seen.join(''));
    return address.href;
  }

  async #take(updates: Updates, date: string | undefined): Promise<void> {
    setClock(updates.now);
    this.#lastClock = new Date().toTimeString().slice(0, 5);
    this.#tellStale('');
    tellWaiting(updates.waiting);
    const day = this.#board.querySelector<HTMLElement>(
      date === undefined ? '[data-day]' : `[data-day="${date}"]`,
    );
    if (day?.dataset['frame'] !== updates.frame) {
      await this.#loadAnew();
      return;
    }
    const counts = this.#board.querySelector('#board-counts');
    if (updates.counts !== undefined && counts !== null) counts.textContent = updates.counts;
    const changes = placeCards(this.#board, updates.cards, updates.gone);
    this.tick();
    if (changes === undefined) await this.#loadAnew();
    else this.#tellChanges(changes);
  }

  /** A few are told, more are counted: whoever listens wants to hear what happens, and something else besides. */
  #tellChanges(changes: readonly { readonly who: string; readonly state: string }[]): void {
    const { change, many } = this.#words;
    if (changes.length === 0) return;
    if (changes.length > 3) {
      say(many.replace('{count}', String(changes.length)));
      return;
    }
    say(changes.map(({ who, state }) => change.replace('{who}', who).replace('{state}', state)).join('. '));
  }

  /** What is no card has changed as well: the hours, the day itself, or the room that the cards need. */
  async #loadAnew(): Promise<void> {
    await loadAnew(this.#board);
    this.tick();
  }

  /** Typed words are not lost by being sent to sign in. */
  #tellSignedOut(response: Response): void {
    if (!response.redirected && !response.ok) throw new Error(`answered ${response.status}`);
    if (document.querySelector('dialog[open]') === null) location.reload();
    else this.#tellStale(this.#words.signedOut);
  }

  #tellStale(text: string): void {
    const note = this.#board.querySelector<HTMLElement>('#board-stale');
    if (note === null || note.textContent === text) return;
    note.textContent = text;
    note.hidden = text === '';
    if (text !== '') say(text);
  }
}

function tellWaiting(text: string): void {
  const badge = document.querySelector<HTMLElement>('#desk-waiting');
  const number = badge?.querySelector('b');
  if (badge === null || !number) return;
  number.textContent = text;
  badge.hidden = text === '';
}
