import { type DeskAction, latestJoin } from '../../domain/booking/desk-actions.ts';
import { nobodyJoined } from '../../domain/booking/reversal.ts';
import { dateAt } from '../../domain/calendar/zone.ts';
import { limits } from '../../http/schemas.ts';
import { clock } from '../../messages/time.ts';
import { zoneName } from '../../messages/zone.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { Visit } from '../visit.ts';
import { ActionField } from './action-field.tsx';
import { actionIn } from './action-form.ts';
import { MoveFields } from './action-move.tsx';
import { reasonOf } from './reasons.ts';
import type { SessionView } from './session-view.ts';

interface FieldsProps {
  readonly visit: Visit;
  readonly view: SessionView;
  readonly action: DeskAction;
}

/** What an action needs to be told, and its button. */
export function ActionFields({ visit, view, action }: FieldsProps) {
  return (
    <>
      <ReasonField visit={visit} view={view} action={action} />
      {action === 'join' ? <JoinedField visit={visit} view={view} /> : null}
      {action === 'move' ? (
        <MoveFields visit={visit} view={view} />
      ) : (
        <ActionButton language={visit.language} action={action} />
      )}
    </>
  );
}

function ReasonField({ visit: { language }, view, action }: FieldsProps) {
  const { actions } = deskIn(language).session;
  const wanted = reasonOf[action];
  if (wanted === undefined) return null;
  const isTold = wanted.told && view.booking.erasedAt === undefined;
  const isTried = view.tried !== undefined && actionIn(view.tried) === action;
  return (
    <ActionField
      {...{ language, action, name: 'reason', label: actions.reason, optional: wanted.optional }}
      hint={isTold ? actions.reasonTold : actions.reasonKept}
      problem={isTried ? view.problems.get('reason') : undefined}
      control={(ties) => (
        <textarea {...ties} maxLength={limits.reason} rows={2}>
          {isTried ? view.tried?.reason : ''}
        </textarea>
      )}
    />
  );
}

/** A no-show is taken back by a join before its close, so there the time has to be said. */
function JoinedField({ visit: { language, settings }, view }: Omit<FieldsProps, 'action'>) {
  const { join } = deskIn(language).session.actions;
  const { booking, now, tried } = view;
  const isLate = nobodyJoined(booking);
  const latest = latestJoin(booking, now, settings.policy) ?? now;
  const zone = zoneName(now, settings.zone, language.messages);
  const date = dateName(dateAt(settings.zone, latest), language);
  const isTried = tried !== undefined && actionIn(tried) === 'join';
  return (
    <ActionField
      {...{ language, action: 'join', name: 'joinedAt', label: join.at }}
      optional={!isLate}
      hint={
        isLate
          ? join.atHintLate(date, zone, clock(latest + 1, settings.zone, language.messages))
          : join.atHint(date, zone)
      }
      problem={isTried ? view.problems.get('joinedAt') : undefined}
      control={(ties) => <input {...ties} type="time" value={isTried ? tried.joinedAt : ''} />}
    />
  );
}

interface ButtonProps {
  readonly language: Language;
  readonly action: Exclude<DeskAction, 'move'>;
}

function ActionButton({ language, action }: ButtonProps) {
  const grave = action === 'cancel' || action === 'decline' || action === 'no-show';
  return (
    <p>
      <button type="submit" class={grave ? 'wide grave' : 'wide primary'} name="action" value={action}>
        {deskIn(language).session.actions[action].button}
      </button>
    </p>
  );
}
