import { goToAction, nameActions } from './desk-actions.ts';
import { nextCard } from './desk-steps.ts';

const OFF = 'desk-keys-off';

/** Takes single keys, unless somebody types, holds another key, or has switched them off. */
export function takeKeys(): void {
  const help = document.querySelector<HTMLDialogElement>('#desk-help');
  const opener = document.querySelector<HTMLButtonElement>('.desk-keys');
  const choice = help?.querySelector<HTMLInputElement>('[name=keys]');
  if (help === null || opener === null || !choice) return;
  opener.hidden = false;
  opener.addEventListener('click', () => help.showModal());
  choice.checked = !isOff();
  choice.addEventListener('change', () => remember(!choice.checked));
  nameActions(document.querySelector('main') ?? document);
  document.addEventListener('keydown', (event) => {
    if (isOff() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (help.open) return;
    if (press(event.key, help)) event.preventDefault();
  });
}

/** Whether the key did something. */
function press(key: string, help: HTMLDialogElement): boolean {
  if (key === '?') {
    help.showModal();
    return true;
  }
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
  if (dialog !== null) return goToAction(dialog, key);
  return goTo(key) || nextCard(key) || goToAction(document, key);
}

function goTo(key: string): boolean {
  if (key === '/') {
    document.querySelector<HTMLInputElement>('#desk-q')?.focus();
    return true;
  }
  const way = document.querySelector<HTMLAnchorElement>(`[data-go="${CSS.escape(key)}"]`);
  way?.click();
  return way !== null;
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing || !(target instanceof HTMLElement)) return isComposing;
  const isButton =
    target instanceof HTMLInputElement && /^(?:checkbox|radio|submit|button)$/u.test(target.type);
  return !isButton && target.matches('input, textarea, select, [contenteditable]');
}

/** Storage may be denied: then the keys are on. */
function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function remember(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, '1');
    else localStorage.removeItem(OFF);
  } catch {
    // Without storage, the choice holds no longer than the page.
  }
}
