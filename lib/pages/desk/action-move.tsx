import { dateAt } from '../../domain/calendar/zone.ts';
import { line } from '../../messages/line.ts';
import { clock, shortMoment } from '../../messages/time.ts';
import { zoneName } from '../../messages/zone.ts';
import { deskIn } from '../language/desk.ts';
import type { Picker } from '../picker/picker.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { ActionField } from './action-field.tsx';
import type { SessionView } from './session-view.ts';

interface MoveProps {
  readonly visit: Visit;
  readonly view: SessionView;
}

/** Times to move to: those that are free within hours to pick from, and any other to be typed. */
export function MoveFields({ visit, view }: MoveProps) {
  const { move } = deskIn(visit.language).session.actions;
  const { picker, booking, problems } = view;
  return (
    <>
      {/* What Enter presses in a field: it shows the page, and takes nothing. */}
      <button type="submit" name="action" value="show" class="unseen" tabIndex={-1} aria-hidden="true" />
      {picker === undefined || picker.next === undefined ? (
        <p>{move.none}</p>
      ) : (
        <>
          <Lost visit={visit} picker={picker} />
          <TimePicker
            {...{ picker, language: visit.language }}
            action={hrefOf(visit, `/desk/bookings/${booking.id}`)}
            then="session-moving"
            assumed={false}
            problem={problems.get('start')}
          />
          <Moving visit={visit} view={view} picker={picker} />
        </>
      )}
      <Typed visit={visit} view={view} />
    </>
  );
}

function Moving({ visit, view, picker }: MoveProps & { readonly picker: Picker }) {
  const { language, settings } = visit;
  const { move } = deskIn(language).session.actions;
  const { start, timeZone } = picker;
  if (start === undefined) {
    return (
      <p class="hint" id="session-moving">
        {move.pick}
      </p>
    );
  }
  const { booking, facts, mover } = view;
  const before = line(facts.consultantName);
  const who =
    mover === undefined || mover === facts.consultantName
      ? move.with(before)
      : move.withOther(line(mover), before);
  const from = move.from(shortMoment(booking.start, settings.zone, language.messages));
  return (
    <>
      <button
        id="session-moving"
        type="submit"
        class="primary wide"
        name="action"
        value="move"
        formaction={hrefOf(visit, `/desk/bookings/${booking.id}`)}
      >
        {move.button(shortMoment(start, timeZone, language.messages))}
      </button>
      <p class="hint">
        {who} {from}
      </p>
    </>
  );
}

/** The time that was picked went to somebody else: the nearest that are free. */
function Lost({ visit: { language }, picker }: Pick<MoveProps, 'visit'> & { readonly picker: Picker }) {
  const { move } = deskIn(language).session.actions;
  const { lost, nearest, timeZone } = picker;
  if (lost === undefined) return null;
  const tell = (start: number): string => shortMoment(start, timeZone, language.messages);
  return (
    <div class="notice bad" id="session-lost" role="alert">
      <h3>{move.lost(tell(lost))}</h3>
      <p>{nearest.length === 0 ? move.lostNone : move.lostText}</p>
      <div class="row">
        {nearest.map((start) => (
          <button type="submit" name="action" value={`take:${new Date(start).toISOString()}`}>
            {language.book.problems.takeInstead(tell(start))}
          </button>
        ))}
      </div>
    </div>
  );
}

function Typed({ visit, view }: MoveProps) {
  const { language, settings } = visit;
  const { move } = deskIn(language).session.actions;
  const { tried, problems, booking, facts, now } = view;
  const isOpen = tried?.action === 'move-typed' || problems.has('date') || problems.has('time');
  const action = 'move';
  const ours = (instant: number) => clock(instant, settings.zone, language.messages);
  return (
    <details class="more" open={isOpen}>
      <summary>{move.typed}</summary>
      <div class="inside">
        <p class="hint">
          {move.zone(zoneName(now, settings.zone, language.messages), line(facts.consultantName))}
        </p>
        <ActionField
          {...{ language, action, name: 'date', label: move.date, problem: problems.get('date') }}
          control={(ties) => (
            <input {...ties} type="date" value={tried?.date || dateAt(settings.zone, booking.start)} />
          )}
        />
        <ActionField
          {...{ language, action, name: 'time', label: move.time, problem: problems.get('time') }}
          control={(ties) => <input {...ties} type="time" value={tried?.time || ours(booking.start)} />}
        />
        <button
          type="submit"
          name="action"
          value="move-typed"
          formaction={hrefOf(visit, `/desk/bookings/${booking.id}`)}
        >
          {move.typedButton}
        </button>
      </div>
    </details>
  );
}
