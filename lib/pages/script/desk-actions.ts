import type { DeskAction } from '../../domain/booking/desk-actions.ts';

/** The key of each action, however it is called and whatever else is offered. None leads elsewhere on a page with actions. */
export const actionKeys: Readonly<Record<DeskAction, string>> = {
  ...{ approve: 'a', decline: 'd', join: 'j', 'withdraw-join': 'u', complete: 'c', reopen: 'o' },
  ...{ 'no-show': 's', excuse: 'e', 'reject-contest': 'r', move: 'm', cancel: 'x' },
};

const keyOf: ReadonlyMap<string, string> = new Map(Object.entries(actionKeys));

/** Shows each action of a session with its key. */
export function nameActions(root: ParentNode): void {
  for (const summary of root.querySelectorAll<HTMLElement>('details[data-act] > summary')) {
    const key = keyOf.get(summary.parentElement?.dataset['act'] ?? '');
    if (key === undefined) continue;
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
