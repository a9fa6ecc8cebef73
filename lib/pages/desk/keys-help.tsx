import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';

/** The keys that the desk's script takes. It opens the help, and lets them be switched off: some people speak to their computer. */
export function KeysHelp({ visit }: { readonly visit: Visit }) {
  const { keys } = deskIn(visit.language).frame;
  return (
    <dialog id="desk-help" aria-labelledby="desk-help-title">
      <h2 id="desk-help-title">{keys.title}</h2>
      <dl>
        {keys.list.map(([key, does]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </>
        ))}
      </dl>
      <p>{keys.actions}</p>
      <label class="choice">
        <input type="checkbox" name="keys" checked />
        {keys.on}
      </label>
      <form method="dialog">
        <button type="submit">{keys.close}</button>
      </form>
    </dialog>
  );
}
