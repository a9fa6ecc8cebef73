import { isContested } from '../../domain/booking/booking.ts';
import type { DeskAction } from '../../domain/booking/desk-actions.ts';
import { deskIn } from '../language/desk.ts';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { ActionFields } from './action-fields.tsx';
import { actionIn } from './action-form.ts';
import { actionTold } from './action-told.ts';
import { Effect } from './effect.tsx';
import type { SessionView } from './session-view.ts';

interface ActionsProps {
  readonly visit: Visit;
  readonly view: SessionView;
}

interface CardProps extends ActionsProps {
  readonly action: DeskAction;
}

/** What can be done to a session now, a card each. The one that is most likely wanted is open. */
export function SessionActions({ visit, view }: ActionsProps) {
  const { actions } = deskIn(visit.language).session;
  return (
    <section class="session-actions" aria-labelledby="session-actions">
      <h2 id="session-actions">{actions.title}</h2>
      {view.actions.length === 0 ? <p class="card">{actions.none}</p> : null}
      {view.actions.map((action) => (
        <ActionCard visit={visit} view={view} action={action} />
      ))}
    </section>
  );
}

function ActionCard({ visit, view, action }: CardProps) {
  const { actions } = deskIn(visit.language).session;
  const { title } = actions[action];
  // Only what picks a time goes back to where it was pressed: else the notice on top is to get the focus.
  const here = hrefOf(visit, `/desk/bookings/${view.booking.id}`);
  return (
    <details class="card act" id={`session-${action}`} open={openCard(view) === action} data-act={action}>
      <summary>{title}</summary>
      <form
        method="post"
        action={action === 'move' ? `${here}#session-move` : here}
        aria-label={title}
        novalidate
      >
        <CsrfField csrf={view.insider.csrf} />
        <input type="hidden" name="revision" value={view.booking.revision} />
        {view.back === undefined ? null : <input type="hidden" name="back" value={view.back} />}
        <Told visit={visit} view={view} action={action} />
        <ActionFields visit={visit} view={view} action={action} />
      </form>
    </details>
  );
}

/** The card of what was tried in vain, else of what is most likely wanted as things stand. */
function openCard({ actions, booking, standing, tried }: SessionView): DeskAction | undefined {
  const likely: Partial<Record<SessionView['standing']['state'], DeskAction>> = {
    ...{ pending: 'approve', waiting: 'join', asked: 'join', answered: 'join', joined: 'complete' },
    ...(isContested(booking) && { no_show: 'excuse' }),
  };
  const wanted = tried === undefined ? likely[standing.state] : actionIn(tried);
  return actions.find((action) => action === wanted);
}

function Told({ visit, view, action }: CardProps) {
  const { actions } = deskIn(visit.language).session;
  const { does, told, counts, undo } = actionTold(action, visit, view);
  return (
    <>
      {does.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <dl class="effects">
        <Effect label={actions.told}>{told}</Effect>
        <Effect label={actions.counts}>{counts}</Effect>
        <Effect label={actions.undo}>{undo}</Effect>
      </dl>
    </>
  );
}
