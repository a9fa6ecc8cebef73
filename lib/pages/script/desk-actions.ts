/** Keys that lead elsewhere from any page. */
const taken = new Set(['t', 'w', 'n', 'j', 'k']);

/** Gives each action of a session its key: its first letter, or the first of the others that is still free. */
export function nameActions(root: ParentNode, isDialog = true): void {
  const used = new Set(isDialog ? [] : taken);
  for (const summary of root.querySelectorAll<HTMLElement>('details[data-act] > summary')) {
    const letters = (summary.textContent ?? '').toLowerCase().match(/\p{L}/gu) ?? [];
    const key = letters.find((letter) => !used.has(letter));
    if (key === undefined) continue;
    used.add(key);
    summary.dataset['key'] = key;
    summary.setAttribute('aria-keyshortcuts', key);
  }
}

/** Opens the action of a key, and goes to what it needs to be told: pressing its button is another step. */
export function goToAction(root: ParentNode, key: string): boolean {
  const summary = root.querySelector<HTMLElement>(`summary[data-key="${CSS.escape(key)}"]`);
  const details = summary?.closest('details');
  if (!summary || !details) return false;
  details.open = true;
  const fields = details.querySelectorAll<HTMLElement>('textarea, input:not([type=hidden]), select, button');
  (fields[0] ?? summary).focus();
  details.scrollIntoView({ block: 'nearest' });
  return true;
}
