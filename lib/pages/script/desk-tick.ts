import { serverNow, timeLeft } from './desk-clock.ts';

/** The timer that closes a session takes a moment after its time as well. */
const GRACE_MS = 2000;

/** Shows what closes when, and where the day is. Whether the time of a session is up that was not asked about since. */
export function tick(
  board: HTMLElement,
  { closesIn, closing }: { readonly closesIn: string; readonly closing: string },
): boolean {
  const now = serverNow();
  let isUp = false;
  for (const until of board.querySelectorAll<HTMLElement>('[data-closes]')) {
    const left = Number(until.dataset['closes']) - now;
    const text = left > 0 ? ` ${closesIn} ${timeLeft(left)}` : ` ${closing}`;
    if (until.textContent !== text) until.textContent = text;
    if (left > -GRACE_MS || until.dataset['asked'] !== undefined) continue;
    until.dataset['asked'] = '';
    isUp = true;
  }
  moveLine(board, now);
  return isUp;
}

function moveLine(board: HTMLElement, now: number): void {
  const line = board.querySelector<HTMLElement>('#board-line');
  if (line === null) return;
  const quarters = (now - Number(line.dataset['from'])) / Number(line.dataset['quarter']);
  line.hidden = quarters < 0 || quarters >= Number(line.dataset['columns']);
  line.className = `now-line c${Math.floor(quarters) + 2}`;
  line.style.setProperty('--share', (quarters % 1).toFixed(3));
}
