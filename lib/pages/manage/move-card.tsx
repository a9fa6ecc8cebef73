import { shortMoment } from '../../messages/time.ts';
import type { Picker } from '../picker/picker.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { ManageView } from './view.ts';

interface MoveProps {
  readonly visit: Visit;
  readonly view: ManageView;
  readonly picker: Picker;
}

/**
 * Another time to pick, as on the booking page, and the button that moves there. Picking only asks for the page
 * anew, with what is picked in its address; moving alone is posted.
 */
export function MoveCard({ visit, view, picker }: MoveProps) {
  const { language, asked } = visit;
  const { manage } = language;
  const action = `/manage/${view.token}`;
  return (
    <form
      class="card"
      id="move"
      method="get"
      action={`${action}#move`}
      aria-labelledby="move-title"
      tabIndex={-1}
    >
      <h2 id="move-title">{manage.move}</h2>
      <input type="hidden" name="version" value={view.booking.version} />
      {asked === undefined ? null : <input type="hidden" name="lang" value={asked} />}
      <Lost visit={visit} picker={picker} />
      {picker.next === undefined ? (
        <p>{manage.moveNone}</p>
      ) : (
        <>
          <TimePicker
            {...{ picker, language, action }}
            then="moving"
            assumed={false}
            problem={view.problems.get('start')}
          />
          <Moving visit={visit} view={view} picker={picker} />
        </>
      )}
    </form>
  );
}

function Moving({ visit, view, picker: { start, timeZone } }: MoveProps) {
  const { manage, messages } = visit.language;
  const from = view.booking.mailLost === undefined ? manage.moveFrom : manage.moveFromOnly;
  if (start === undefined) {
    return (
      <p class="hint" id="moving">
        {manage.movePick}
      </p>
    );
  }
  return (
    <>
      <button
        id="moving"
        type="submit"
        class="primary wide"
        name="action"
        value="move"
        formmethod="post"
        formaction={hrefOf(visit, `/manage/${view.token}`)}
      >
        {manage.moveButton(shortMoment(start, timeZone, messages))}
      </button>
      <p class="hint">{from(shortMoment(view.facts.start, timeZone, messages))}</p>
    </>
  );
}

/** The time picked went to somebody else: the nearest that are free. */
function Lost({ visit, picker: { lost, nearest, timeZone } }: Omit<MoveProps, 'view'>) {
  const { manage, book, messages } = visit.language;
  if (lost === undefined) return null;
  const tell = (start: number): string => shortMoment(start, timeZone, messages);
  return (
    <div class="notice bad" id="lost" role="alert" tabIndex={-1} autofocus>
      <h3>{manage.lost(tell(lost))}</h3>
      <p>{nearest.length === 0 ? manage.lostChoose : manage.lostText}</p>
      <div class="row">
        {nearest.map((start) => (
          <button type="submit" name="action" value={`take:${new Date(start).toISOString()}`}>
            {book.problems.takeInstead(tell(start))}
          </button>
        ))}
      </div>
    </div>
  );
}
