import { type Booking, isOver } from '../../domain/booking/booking.ts';
import { overlaps } from '../../domain/booking/holds.ts';
import { hoursOf } from '../../domain/booking/timer.ts';
import { cellStart } from '../../domain/calendar/cells.ts';
import { line } from '../../messages/line.ts';
import { clock, dateAndClock, shortMoment, span } from '../../messages/time.ts';
import { mobileText } from '../book/mobile.ts';
import { fieldId } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';
import type { BookPreview, DeskBookView } from './book-view.ts';
import { Effect } from './effect.tsx';
import { reasonsWords } from './obstacle-words.ts';

interface PreviewProps {
  readonly visit: Visit;
  readonly preview: BookPreview;
}

/** What booking meets and leads to, and its button; or the one that asks for that. */
export function BookPreviewCard({ visit, view }: { readonly visit: Visit; readonly view: DeskBookView }) {
  const { book: deskBook } = deskIn(visit.language);
  const { preview } = view;
  // Without it there, where something is wrong, the page begins at its top.
  const checked = `${hrefOf(visit, '/desk/book')}#desk-book-checked`;
  if (preview === undefined) {
    return (
      <section class="card" aria-label={deskBook.check}>
        <p>{deskBook.unchecked}</p>
        <button type="submit" class="primary wide" name="action" value="check" formaction={checked}>
          {deskBook.check}
        </button>
      </section>
    );
  }
  return (
    <section class="card" id="desk-book-checked" aria-labelledby="desk-book-title" tabIndex={-1}>
      <h2 id="desk-book-title">{deskBook.checked}</h2>
      <dl class="effects">
        <Times visit={visit} preview={preview} />
        <InTheWay visit={visit} preview={preview} />
        <Sent visit={visit} preview={preview} />
        <Effect label={deskBook.counts}>{deskBook.countsText}</Effect>
        <Effect label={deskBook.undo}>{deskBook.undoText}</Effect>
      </dl>
      {preview.sessions.length === 0 ? null : <Override visit={visit} view={view} />}
      <button type="submit" class="primary wide" name="action" value="book">
        {deskBook.book}
      </button>
      <button type="submit" class="wide" name="action" value="check" formaction={checked}>
        {deskBook.check}
      </button>
    </section>
  );
}

function Times({ visit: { language, settings }, preview: { start, end, timeZone } }: PreviewProps) {
  const { messages } = language;
  const { book: deskBook } = deskIn(language);
  const [ours, theirs] = [settings.zone, timeZone].map((zone) => span(start, end, zone, messages));
  return (
    <>
      <Effect label={deskBook.at}>{ours}</Effect>
      {ours === theirs ? null : <Effect label={deskBook.theirTime}>{theirs}</Effect>}
    </>
  );
}

function InTheWay({ visit, preview }: PreviewProps) {
  const { language, settings } = visit;
  const { messages } = language;
  const { book: deskBook } = deskIn(language);
  const { sessions, off, reasons, start, consultant } = preview;
  const tell = (instant: number) => dateAndClock(instant, start, settings.zone, messages);
  const hours = off.map(({ from, to, reason }) =>
    deskBook.off(line(consultant.name), tell(from), tell(to), line(reason)),
  );
  const said = [...hours, ...reasonsWords(reasons, visit)];
  if (sessions.length + said.length === 0) return <Effect label={deskBook.inTheWay}>{deskBook.clear}</Effect>;
  return (
    <Effect label={deskBook.inTheWay}>
      <ul class="list">
        {sessions.map((booking) => (
          <li>
            <a href={hrefOf(visit, `/desk/bookings/${booking.id}`)}>
              {sessionWords(booking, preview, visit)}
            </a>
          </li>
        ))}
        {said.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {sessions.length === 0 ? <p>{deskBook.anyway}</p> : null}
    </Effect>
  );
}

function sessionWords(booking: Booking, { start, end }: BookPreview, { language, settings }: Visit): string {
  const { messages } = language;
  const { book: deskBook } = deskIn(language);
  const tell = (instant: number) => dateAndClock(instant, start, settings.zone, messages);
  const told = [line(booking.attendee.name), tell(booking.start), tell(booking.end)] as const;
  if (isOver(booking)) return deskBook.sessionOver(...told);
  const { holds } = booking;
  if (holds === undefined || overlaps(booking, start, end)) return deskBook.session(...told);
  return deskBook.sessionNear(...told, [tell(cellStart(holds.from)), tell(cellStart(holds.to))]);
}

function Sent({ visit: { language, settings }, preview }: PreviewProps) {
  const { messages } = language;
  const { book: deskBook } = deskIn(language);
  const { email, mobile, timers } = preview;
  const told = timers.flatMap(({ kind, at }) => {
    if (hoursOf(kind) !== undefined) return [deskBook.reminder(shortMoment(at, settings.zone, messages))];
    const time = clock(at, settings.zone, messages);
    if (kind === 'check-in') return mobile === undefined ? [] : [deskBook.text(mobileText(mobile), time)];
    return kind === 'close' ? [deskBook.closes(time)] : [];
  });
  return (
    <Effect label={deskBook.sent}>
      <ul class="list">
        {[deskBook.mailNow(email), ...told].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Effect>
  );
}

/** Asked for where another session is in the way, and nowhere else. */
function Override({ visit: { language }, view }: { readonly visit: Visit; readonly view: DeskBookView }) {
  const id = fieldId('override');
  const problem = view.problems.get('override');
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      {problem === undefined ? null : (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          {...{ id }}
          name="override"
          value="yes"
          checked={view.form.override === 'yes'}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          aria-invalid={problem === undefined ? undefined : 'true'}
        />
        <label for={id}>{deskIn(language).book.override}</label>
      </div>
    </div>
  );
}
