import { deskIn } from '../language/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';

/** Where the desk's script shows a session beside the board. Without it, a session is a page of its own. */
export function SessionBeside({ visit }: { readonly visit: Visit }) {
  const { beside } = deskIn(visit.language).frame;
  return (
    <dialog id="desk-session">
      <div class="dialog-head">
        <a href={hrefOf(visit, '/desk')} data-whole>
          {beside.whole}
        </a>
        <form method="dialog">
          <button type="submit">{beside.close}</button>
        </form>
      </div>
      <div data-body />
    </dialog>
  );
}
