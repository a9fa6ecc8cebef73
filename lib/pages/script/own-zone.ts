/** Where the server could only suppose a zone, shows the times in the visitor's own. */
export function useOwnZone(form: HTMLFormElement): void {
  const select = form.querySelector<HTMLSelectElement>('select[name=timeZone][data-assumed]');
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select === null || !own || select.value === own) return;
  // Browsers know some zones by an older name than the list does.
  if (!Array.from(select.options).some(({ value }) => value === own)) select.add(new Option(own, own));
  select.value = own;
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value=show]'));
}
