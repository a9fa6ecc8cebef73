interface SentCard {
  readonly id: string;
  readonly list: string;
  readonly html: string;
}

/** A session that stands otherwise than before. */
export interface CardChange {
  readonly who: string;
  readonly state: string;
}

/**
 * Puts cards where they belong, in the place of what was there of them, and takes away what is gone. Undefined where a
 * card belongs into a list that the page hasn't got.
 */
export function placeCards(
  board: HTMLElement,
  cards: readonly SentCard[],
  gone: readonly string[],
): CardChange[] | undefined {
  const changes: CardChange[] = [];
  for (const { id, list, html } of cards) {
    const place = document.getElementById(list);
    const card = cardIn(html);
    if (place === null || card === undefined) return undefined;
    const before = board.querySelector(`li > a[href*="/desk/bookings/${CSS.escape(id)}"]`)?.closest('li');
    if (stateOf(before) !== stateOf(card)) changes.push({ who: whoOf(card), state: stateOf(card) });
    const hadFocus = before?.contains(document.activeElement) ?? false;
    before?.remove();
    place.insertBefore(card, followerOf(place, card));
    if (hadFocus) card.querySelector('a')?.focus({ preventScroll: true });
  }
  for (const seen of gone) board.querySelector(`[data-seen="${CSS.escape(seen)}"]`)?.remove();
  tellCancelled(board);
  return changes;
}

function cardIn(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  const card = template.content.firstElementChild;
  return card instanceof HTMLElement ? card : undefined;
}

/** Before which card it comes: lists are in the order of their cards' `data-at`. */
function followerOf(place: HTMLElement, { dataset }: HTMLElement): Element | null {
  const at = dataset['at'] ?? '';
  const others = Array.from(place.children);
  return others.find((other) => other instanceof HTMLElement && (other.dataset['at'] ?? '') > at) ?? null;
}

function stateOf(card: Element | null | undefined): string {
  return card?.querySelector('em')?.textContent ?? '';
}

function whoOf(card: Element): string {
  const time = card.querySelector('time')?.firstChild?.textContent ?? '';
  return `${card.querySelector('b')?.textContent ?? ''}, ${time}`;
}

function tellCancelled(board: HTMLElement): void {
  const details = board.querySelector<HTMLElement>('.dropped');
  const summary = details?.querySelector('summary');
  if (details === null || !summary) return;
  const count = details.querySelectorAll('li').length;
  details.hidden = count === 0;
  summary.textContent =
    (count === 1 ? details.dataset['one'] : details.dataset['many']?.replace('{count}', String(count))) ?? '';
}
