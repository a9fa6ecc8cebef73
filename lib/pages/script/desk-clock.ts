/** How far the server's clock is ahead of the browser's (ms). */
let ahead = 0;

export function setClock(now: number): void {
  ahead = now - Date.now();
}

/** What the server's clock shows (ms). */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** "4:12", or "1:04:12" from an hour on. */
export function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
