/** Exchanges the board for the page's as it is now; what had the focus keeps it, and nothing scrolls. */
export async function loadAnew(board: HTMLElement): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = page.querySelector<HTMLElement>('#board');
  if (next === null) throw new Error(`answered ${response.status} without a board`);
  const focused = board.contains(document.activeElement)
    ? document.activeElement?.getAttribute('href')
    : undefined;
  const left = scrollerOf(board)?.scrollLeft ?? 0;
  for (const { name, value } of next.attributes) board.setAttribute(name, value);
  board.replaceChildren(...next.childNodes);
  document.title = page.title;
  scrollerOf(board)?.scrollTo({ left });
  if (!focused) return;
  board.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function scrollerOf(board: HTMLElement): Element | null {
  return board.querySelector('.day, .week');
}
