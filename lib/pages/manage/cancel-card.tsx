import { limits } from '../../http/schemas.ts';
import { shortMoment } from '../../messages/time.ts';
import { ProseField } from '../field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

/** Asks once, with room for a reason, and one button that cancels. */
export function CancelCard({ visit, view }: { readonly visit: Visit; readonly view: ManageView }) {
  const { language } = visit;
  const { manage } = language;
  const { facts, token, booking, problems } = view;
  return (
    <form
      class="card"
      id="cancel"
      method="post"
      action={hrefOf(visit, `/manage/${token}`)}
      aria-labelledby="cancel-title"
      tabIndex={-1}
    >
      <h2 id="cancel-title">{manage.cancel}</h2>
      <p>{manage.cancelText(shortMoment(facts.start, facts.timeZone, language.messages))}</p>
      {facts.free ? null : <p>{manage.notRefunded}</p>}
      <input type="hidden" name="version" value={booking.version} />
      <ProseField
        name="reason"
        label={manage.reason}
        language={language}
        value={view.reason}
        most={limits.reason}
        problem={problems.get('reason')}
      />
      <p>
        <button type="submit" name="action" value="cancel">
          {manage.cancelButton}
        </button>
      </p>
    </form>
  );
}
