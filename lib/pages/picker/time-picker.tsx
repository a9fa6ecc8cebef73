import { shortMoment } from '../../messages/time.ts';
import { dateFormat } from '../dates.ts';
import { fieldId } from '../field.tsx';
import type { Language } from '../language/en.ts';
import { DayTable } from './day-table.tsx';
import type { Picker } from './picker.ts';
import { Times, take } from './times.tsx';
import { ZoneField } from './zone-field.tsx';

export interface TimePickerProps {
  readonly picker: Picker;
  readonly language: Language;
  /** Where the form goes; pressing a time leads on to the part of the page with this id. */
  readonly action: string;
  readonly then: string;
  /** Whether the zone was only supposed, so that a script may set the visitor's own. */
  readonly assumed: boolean;
  readonly problem?: string | undefined;
}

/** Month, day, time and zone to pick from, as buttons of the form around it: `action` says which was pressed. */
export function TimePicker(props: TimePickerProps) {
  const { picker, language, action, then, assumed, problem } = props;
  const { day, start, next, month, timeZone } = picker;
  const { when } = language.book;
  return (
    <>
      {problem ? (
        <p class="problem" id={`${fieldId('start')}-problem`}>
          {problem}
        </p>
      ) : null}
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="day" value={day ?? ''} />
      <input type="hidden" name="start" value={start === undefined ? '' : new Date(start).toISOString()} />
      {next === undefined ? (
        <p>{when.none}</p>
      ) : (
        <button
          type="submit"
          id="next"
          class="next wide"
          name="action"
          value={take(next)}
          formaction={`${action}#${then}`}
        >
          {when.next(shortMoment(next, timeZone, language.messages))}
        </button>
      )}
      <Months picker={picker} language={language} />
      <DayTable picker={picker} language={language} />
      {day === undefined ? null : <Times {...{ picker, language, action, then, problem, day }} />}
      <ZoneField at={start ?? next ?? Date.parse(`${month}-01`)} {...{ timeZone, language, assumed }} />
    </>
  );
}

function Months({ picker: { earlier, later }, language }: Pick<TimePickerProps, 'picker' | 'language'>) {
  const { when } = language.book;
  if (earlier === undefined && later === undefined) return null;
  const name = dateFormat(language, { month: 'long' });
  return (
    <div class="months">
      {earlier === undefined ? null : (
        <button type="submit" id="earlier" name="action" value={`month:${earlier}`}>
          {when.earlier(name(`${earlier}-01`))}
        </button>
      )}
      {later === undefined ? null : (
        <button type="submit" id="later" name="action" value={`month:${later}`}>
          {when.later(name(`${later}-01`))}
        </button>
      )}
    </div>
  );
}
