import { type DurationWords, durationText } from '../session/duration.ts';

/** Keeps countdowns true while the page is open. By what was left when the page came: its clock may be wrong. */

const shownAt = Date.now();
let renewed = false;

setInterval(tick, 1000);

function tick(): void {
  for (const timer of document.querySelectorAll<HTMLElement>('[data-left]')) {
    const left = Number(timer.dataset['left']) - (Date.now() - shownAt);
    const text = durationText(left, JSON.parse(timer.dataset['words'] ?? '{}') as DurationWords);
    if (timer.textContent !== text) timer.textContent = text;
    if (left <= 0 && timer.dataset['renews'] !== undefined) renew();
  }
}

/** Asks for the page, and repeats no post that it may have been the answer to. */
function renew(): void {
  if (renewed) return;
  renewed = true;
  location.replace(location.pathname + location.search);
}
