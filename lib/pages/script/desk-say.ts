/** Says something to those who listen, and shows it where it is alarming. */
export function say(text: string, alarming = false): void {
  const live = document.querySelector<HTMLElement>('#live');
  if (live === null) return;
  live.textContent = text;
  live.classList.toggle('unseen', !alarming);
  live.classList.toggle('toast', alarming);
}
