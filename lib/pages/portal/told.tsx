/** What a press of a button came to, told before anything else: that it is done, or why nothing was. */
export interface Told {
  readonly good: boolean;
  readonly title: string;
  readonly text?: string;
}

export function ToldNotice({ told }: { readonly told: Told | undefined }) {
  if (told === undefined) return null;
  const { good, title, text } = told;
  return (
    <div
      class={good ? 'notice good' : 'notice bad'}
      id="said"
      role={good ? 'status' : 'alert'}
      tabIndex={-1}
      autofocus
    >
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
    </div>
  );
}
