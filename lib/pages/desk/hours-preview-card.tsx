import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { HoursPreview, HoursView } from './hours-view.ts';
import { hoursPath, stretchWords, ToMove } from './hours-words.tsx';

interface PreviewProps {
  readonly visit: Visit;
  readonly view: HoursView;
}

/** What adding or removing would do, the sessions inside first of all, and then the button. */
export function PreviewCard({ visit, view }: PreviewProps) {
  const { hours: deskHours } = deskIn(visit.language);
  const { preview, consultant, zone } = view;
  if (preview === undefined) return null;
  const { hours, bookings } = preview;
  const name = line(consultant.name);
  const when = stretchWords(hours, zone, visit);
  const isAdded = preview.do === 'add';
  const title = isAdded ? deskHours.addButton[hours.kind] : deskHours.removeOf[hours.kind];
  return (
    <section class="card" id="said" aria-labelledby="preview-title" tabIndex={-1} autofocus>
      <h2 id="preview-title">{title}</h2>
      <p>{(isAdded ? deskHours.adding : deskHours.removing)[hours.kind](name, when)}</p>
      {isAdded && preview.there ? <p>{deskHours.there}</p> : null}
      <Inside visit={visit} preview={preview} zone={zone} />
      <p>
        {bookings.length === 0 ? `${deskHours.nobodyTold} ` : ''}
        {isAdded ? deskHours.undoAdd : deskHours.undoRemove}
      </p>
      <form method="post" action={hrefOf(visit, '/desk/hours')}>
        <CsrfField csrf={view.csrf} />
        <input type="hidden" name="consultant" value={consultant.id} />
        {isAdded ? <Wish preview={preview} /> : <input type="hidden" name="hours" value={hours.id} />}
        <button type="submit" class="primary wide" name="action" value={preview.do}>
          {title}
        </button>
      </form>
      <p>
        <a class="button wide" href={hoursPath(visit, consultant.id)}>
          {deskHours.back}
        </a>
      </p>
    </section>
  );
}

function Inside({
  visit,
  preview: { hours, bookings, ...preview },
  zone,
}: {
  readonly visit: Visit;
  readonly preview: HoursPreview;
  readonly zone: string;
}) {
  const { hours: deskHours } = deskIn(visit.language);
  const closes = (hours.kind === 'off') === (preview.do === 'add');
  if (!closes) return null;
  if (bookings.length === 0) return <p>{deskHours.noneInside}</p>;
  return (
    <>
      <p class="warned">
        <strong>{deskHours.stay(bookings.length)}</strong>
      </p>
      <ToMove visit={visit} bookings={bookings} zone={zone} />
    </>
  );
}

/** Just what was looked at. */
function Wish({ preview: { hours } }: { readonly preview: HoursPreview }) {
  const { kind, from, to, reason } = hours;
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="from" value={new Date(from).toISOString()} />
      <input type="hidden" name="to" value={new Date(to).toISOString()} />
      <input type="hidden" name="reason" value={reason} />
    </>
  );
}
