/**
 * Keeps the form's key with the entry of the browser's history: who comes back to the form by the back button or a
 * reload has the same form in hand, and can't book twice with it unawares.
 */
export function rememberKey(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=key]');
  if (field === null) return;
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
  if (typeof known === 'string') field.value = known;
  else history.replaceState({ key: field.value }, '');
}
