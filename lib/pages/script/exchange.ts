import { rememberKey } from './remember-key.ts';
import { carryOver, typedIn } from './typed.ts';

/** The button that the form is on its way for; one at a time, and the same one pressed twice counts once. */
let underWay: string | undefined;
/**
 * Another that was pressed meanwhile. Its turn comes with the answer: leaving the code's field by pressing "Book"
 * posts the form for the price first.
 */
let waiting: string | undefined;

/** Posts the form without leaving the page, and exchanges the page's content for what comes back. */
export function exchange(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.id !== 'book') return;
    // A button outside of the form's own part of the page changes more than that: the language, all around.
    if (submitter !== null && !form.contains(submitter)) return;
    // What opens beside the page leaves it as it is.
    if (submitter instanceof HTMLButtonElement && submitter.formTarget === '_blank') return;
    event.preventDefault();
    const pressed = valueIn(submitter);
    if (underWay === undefined) void post(form, submitter);
    else if (pressed !== underWay) waiting = pressed;
  });
  // A page that the back button brings up again as it was left is on its way no more.
  addEventListener('pageshow', ({ persisted }) => {
    const form = document.querySelector<HTMLFormElement>('form#book');
    if (persisted && form !== null) stop(form);
  });
  // What changes the times or the price at once needs no button.
  document.addEventListener('change', ({ target }) => {
    const field = target instanceof HTMLElement ? target : null;
    if (field?.matches('#book :is([name=timeZone], [name=companyCode], [name=release])')) show();
  });
}

function show(): void {
  const form = document.querySelector<HTMLFormElement>('form#book');
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[value=show]'));
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const live = document.querySelector<HTMLElement>('#live');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') body.append(name, value);
  }
  const sent = typedIn(form);
  form.setAttribute('aria-busy', 'true');
  underWay = valueIn(submitter);
  say(live, live?.dataset['busy']);
  try {
    // Not form.action: the buttons go by that name, and hide it.
    const response = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body });
    if (response.redirected) {
      location.assign(response.url);
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.querySelector<HTMLFormElement>('form#book');
    if (next === null) throw new Error(`answered ${response.status} without a form`);
    swap(form, next, sent, page.title);
    swapSignOut(next, page);
    say(live, next.dataset['says']);
    underWay = undefined;
    pressWaiting(next);
  } catch {
    stop(form);
    say(live, live?.dataset['offline'], true);
  }
}

function stop(form: HTMLFormElement): void {
  form.removeAttribute('aria-busy');
  [underWay, waiting] = [undefined, undefined];
}

/** Not where the time has gone meanwhile: that is to be read first. */
function pressWaiting(form: HTMLFormElement): void {
  const buttons = Array.from(form.querySelectorAll('button'));
  const pressed = buttons.find((button) => button.value === waiting);
  waiting = undefined;
  if (pressed !== undefined && form.querySelector('#lost') === null) form.requestSubmit(pressed);
}

function valueIn(submitter: HTMLElement | null): string {
  return submitter instanceof HTMLButtonElement ? submitter.value : '';
}

/** The focus stays where it was, or goes to what is wrong. What was typed meanwhile stays as well. */
function swap(
  form: HTMLFormElement,
  next: HTMLFormElement,
  sent: ReadonlyMap<string, string>,
  title: string,
): void {
  const focused = document.activeElement?.id ?? '';
  const typed = typedIn(form);
  form.replaceWith(next);
  document.title = title;
  rememberNewKey(form, next);
  carryOver(next, sent, typed);
  const alert = next.querySelector<HTMLElement>('[autofocus]');
  const target = alert ?? (focused ? document.getElementById(focused) : null);
  target?.focus({ preventScroll: alert === null });
}

/** Somebody may have signed in or out meanwhile, in another window. */
function swapSignOut(form: HTMLFormElement, page: Document): void {
  document.querySelector('#sign-out')?.remove();
  const next = page.querySelector('#sign-out');
  if (next !== null) form.after(next);
}

/** Whoever asked for another booking holds another form from here on. */
function rememberNewKey(form: HTMLFormElement, next: HTMLFormElement): void {
  const key = (of: HTMLFormElement): string | undefined =>
    of.querySelector<HTMLInputElement>('input[name=key]')?.value;
  if (key(form) === key(next)) return;
  history.replaceState(null, '');
  rememberKey(next);
}

function say(live: HTMLElement | null, words: string | undefined, alarming = false): void {
  if (live === null) return;
  live.textContent = words ?? '';
  live.classList.toggle('unseen', !alarming);
  live.classList.toggle('toast', alarming);
}
