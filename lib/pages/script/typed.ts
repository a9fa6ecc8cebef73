type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What stands in the fields that people fill in, by name. */
export function typedIn(form: HTMLFormElement): Map<string, string> {
  return new Map(controlsOf(form).map(({ name, value }) => [name, value]));
}

/** Puts back what was typed while the form was under way, with the cursor where it was. */
export function carryOver(
  next: HTMLFormElement,
  sent: ReadonlyMap<string, string>,
  typed: ReadonlyMap<string, string>,
): void {
  for (const control of controlsOf(next)) {
    const value = typed.get(control.name);
    if (value !== undefined && value !== sent.get(control.name)) control.value = value;
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  return Array.from(form.querySelectorAll<Control>('input:not([type=hidden]), select, textarea'));
}
