import { nameActions } from './desk-actions.ts';
import type { Board } from './desk-board.ts';
import { say } from './desk-say.ts';

const shownAt = Date.now();

/** Opens sessions beside the board, as their page shows them, and does there what their forms are for. */
export function openBeside(board: Board | undefined): void {
  const dialog = document.querySelector<HTMLDialogElement>('#desk-session');
  if (board === undefined || dialog === null) return;
  const beside = new Beside(dialog, board);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.slot') : null;
    if (
      link === null ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    void beside.open(link.href);
  });
  dialog.addEventListener('click', (event) => {
    // What surrounds it belongs to the dialog as well, and nothing in it.
    if (event.target === dialog && event.clientX < dialog.getBoundingClientRect().left) dialog.close();
  });
  dialog.addEventListener('submit', (event) => beside.submit(event));
  dialog.addEventListener('close', () => beside.closed());
}

class Beside {
  readonly #dialog: HTMLDialogElement;
  readonly #body: HTMLElement;
  readonly #board: Board;
  /** The answer that is waited for: of two, the later one counts. */
  #waitingFor = 0;
  #opened = '';

  constructor(dialog: HTMLDialogElement, board: Board) {
    this.#dialog = dialog;
    this.#board = board;
    this.#body = dialog.querySelector<HTMLElement>('[data-body]') ?? dialog;
  }

  async open(address: string): Promise<void> {
    this.#opened = new URL(address).pathname;
    this.#body.replaceChildren();
    this.#dialog.showModal();
    if (!(await this.#show(fetch(address, { headers: { accept: 'text/html' } })))) location.assign(address);
  }

  submit(event: SubmitEvent): void {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('method') === 'dialog') return;
    if (submitter instanceof HTMLButtonElement && submitter.formTarget === '_blank') return;
    event.preventDefault();
    if (this.#dialog.ariaBusy === 'true') return;
    void this.#send(form, submitter);
  }

  closed(): void {
    this.#waitingFor++;
    this.#body.replaceChildren();
    // Its card may be another one by now.
    document.querySelector<HTMLElement>(`a.slot[href^="${CSS.escape(this.#opened)}"]`)?.focus();
    this.#board.update();
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) {
      if (typeof value === 'string') fields.append(name, value);
    }
    const asked = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
    const address = new URL(asked, new URL(this.#opened, location.href));
    const isPost = form.getAttribute('method')?.toLowerCase() === 'post';
    if (!isPost) address.search = String(fields);
    const sent = fetch(address, isPost ? { method: 'POST', body: fields } : {});
    if (await this.#show(sent)) this.#board.update();
    else say(this.#board.words.failed, true);
  }

  /** What came back stands in the dialog, if it is about a session; another page is gone to. False where nothing came. */
  async #show(sent: Promise<Response>): Promise<boolean> {
    const turn = ++this.#waitingFor;
    this.#dialog.ariaBusy = 'true';
    try {
      const response = await sent;
      const html = await response.text();
      if (turn !== this.#waitingFor) return true;
      const { pathname, href } = new URL(response.url);
      if (response.redirected && pathname === location.pathname) this.#dialog.close();
      else if (response.redirected && !pathname.startsWith('/desk/bookings/')) location.assign(href);
      else return this.#fill(html, href);
      return true;
    } catch {
      return false;
    } finally {
      if (turn === this.#waitingFor) this.#dialog.ariaBusy = 'false';
    }
  }

  #fill(html: string, address: string): boolean {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const main = page.querySelector('main');
    if (main === null) return false;
    for (const timer of main.querySelectorAll<HTMLElement>('[data-left]')) keepTrue(timer);
    this.#body.replaceChildren(...main.childNodes);
    const title = this.#body.querySelector<HTMLElement>('h1');
    if (title !== null) title.tabIndex = -1;
    this.#dialog.ariaLabel = title?.textContent ?? '';
    this.#dialog.querySelector('[data-whole]')?.setAttribute('href', address);
    nameActions(this.#body);
    this.#dialog.scrollTo({ top: 0 });
    (this.#body.querySelector<HTMLElement>('[autofocus]') ?? title)?.focus();
    return true;
  }
}

/** Countdowns count from when the page came, which is a while ago; and the board is not to be loaded for them. */
function keepTrue({ dataset }: HTMLElement): void {
  dataset['left'] = String(Number(dataset['left']) + Date.now() - shownAt);
  delete dataset['renews'];
}
