type Side = 'left' | 'right' | 'up' | 'down';

const sides: Readonly<Record<string, Side>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Goes from card to card: j and k by time, arrows to the nearest on that side, from a card on. */
export function nextCard(key: string): boolean {
  const cards = Array.from(document.querySelectorAll<HTMLElement>('#board a.slot')).filter(
    (card) => card.offsetParent !== null,
  );
  const at = cards.indexOf(document.activeElement as HTMLElement);
  const side = sides[key];
  if (side === undefined && key !== 'j' && key !== 'k') return false;
  const next = side === undefined ? inOrder(cards, at, key === 'j') : beside(cards, cards[at], side);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return next !== undefined;
}

function inOrder(cards: readonly HTMLElement[], at: number, onward: boolean): HTMLElement | undefined {
  if (at === -1) return onward ? cards[0] : cards.at(-1);
  return cards[at + (onward ? 1 : -1)];
}

/** The nearest card that lies on a side of one; what lies straight there is nearer than what lies askew. */
function beside(
  cards: readonly HTMLElement[],
  from: HTMLElement | undefined,
  side: Side,
): HTMLElement | undefined {
  if (from === undefined) return undefined;
  const here = middleOf(from);
  const lengthwise = side === 'left' || side === 'right';
  const sign = side === 'right' || side === 'down' ? 1 : -1;
  const away = cards
    .map((card) => {
      const { x, y } = middleOf(card);
      const [along, across] = lengthwise ? [x - here.x, y - here.y] : [y - here.y, x - here.x];
      return { card, along: along * sign, far: Math.abs(along) + 3 * Math.abs(across) };
    })
    .filter(({ along }) => along > 4);
  return away.toSorted((a, b) => a.far - b.far)[0]?.card;
}

function middleOf(card: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, right, top, bottom } = card.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
