import { hoursKinds } from '../../domain/calendar/hours-exception.ts';
import { limits } from '../../http/schemas.ts';
import { zoneName } from '../../messages/zone.ts';
import { fieldId, LineField, ProseField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { HoursView, TypedHours } from './hours-view.ts';

interface HoursProps {
  readonly visit: Visit;
  readonly view: HoursView;
}

/** Asks what time off or extra hours would do: a question, so its answer has an address of its own. */
export function HoursForm({ visit, view }: HoursProps) {
  const { language } = visit;
  const { hours: deskHours } = deskIn(language);
  const { consultant, typed, problems, zone, now } = view;
  return (
    <form class="card" method="get" action="/desk/hours" aria-labelledby="add-title" noValidate>
      <h2 id="add-title">{deskHours.add}</h2>
      {visit.asked ? <input type="hidden" name="lang" value={visit.asked} /> : null}
      <input type="hidden" name="consultant" value={consultant.id} />
      <div>
        <KindField visit={visit} view={view} />
        <div class="pair">
          <DateField visit={visit} view={view} name="fromDate" />
          <TimeField visit={visit} view={view} name="fromTime" />
        </div>
        <div class="pair">
          <DateField visit={visit} view={view} name="toDate" />
          <TimeField visit={visit} view={view} name="toTime" />
        </div>
        <p class="hint">
          {deskHours.timeHint} {deskHours.zone(zoneName(now, zone, language.messages))}
        </p>
        <ProseField
          name="reason"
          label={deskHours.reason}
          hint={deskHours.reasonHint}
          language={language}
          value={typed.reason}
          most={limits.reason}
          problem={problems.get('reason')}
        />
      </div>
      <p>{deskHours.lookText}</p>
      <button
        type="submit"
        class={view.preview === undefined ? 'primary wide' : 'wide'}
        name="look"
        value="1"
      >
        {deskHours.look}
      </button>
    </form>
  );
}

type PartProps<Name extends keyof TypedHours> = HoursProps & { readonly name: Name };

function DateField({ visit: { language }, view, name }: PartProps<'fromDate' | 'toDate'>) {
  return (
    <LineField
      name={name}
      label={deskIn(language).hours[name]}
      language={language}
      value={view.typed[name]}
      most={10}
      problem={view.problems.get(name)}
      input={{ type: 'date', autocomplete: 'off', placeholder: '2026-12-24' }}
    />
  );
}

function TimeField({ visit: { language }, view, name }: PartProps<'fromTime' | 'toTime'>) {
  return (
    <LineField
      name={name}
      label={deskIn(language).hours[name]}
      language={language}
      optional
      value={view.typed[name]}
      most={5}
      problem={view.problems.get(name)}
      input={{ type: 'time', step: 900, autocomplete: 'off', placeholder: '13:15' }}
    />
  );
}

/** The first control is where a link to the field leads. */
function KindField({ visit: { language }, view: { typed, problems } }: HoursProps) {
  const { hours: deskHours } = deskIn(language);
  const problem = problems.get('kind');
  const id = fieldId('kind');
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend>{deskHours.kind}</legend>
      {problem === undefined ? null : (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hoursKinds.map((kind, index) => {
        const own = index === 0 ? id : `${id}-${kind}`;
        return (
          <div class="choice">
            <input
              type="radio"
              id={own}
              name="kind"
              value={kind}
              checked={typed.kind === kind}
              aria-describedby={`${own}-hint`}
            />
            <label for={own}>{deskHours.kinds[kind]}</label>
            <p class="hint" id={`${own}-hint`}>
              {deskHours.kindHints[kind]}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
