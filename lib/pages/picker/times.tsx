import { clock, shortClock } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import { fieldId } from '../field.tsx';
import type { Language } from '../language/en.ts';
import type { Picker } from './picker.ts';

interface TimesProps {
  readonly picker: Picker;
  /** The date whose times are shown. */
  readonly day: string;
  readonly language: Language;
  readonly action: string;
  readonly then: string;
  readonly problem: string | undefined;
}

/** What the button of a start (ms) posts. */
export function take(start: number): string {
  return `take:${new Date(start).toISOString()}`;
}

/** The free times of a day, each a button. */
export function Times({ picker, language, action, then, day, problem }: TimesProps) {
  const { days, start, timeZone } = picker;
  const starts = days.get(day) ?? [];
  const labels = starts.map((time) => clock(time, timeZone, language.messages));
  // Where clocks are set back, the same time comes twice; the zone's abbreviation tells them apart.
  const tell = new Set(labels).size === labels.length ? clock : shortClock;
  const heading = language.book.when.times(dateName(day, language));
  return (
    <fieldset
      id={fieldId('start')}
      tabIndex={-1}
      aria-describedby={problem ? `${fieldId('start')}-problem` : undefined}
    >
      <legend>{heading}</legend>
      <ul class="times">
        {starts.map((time) => (
          <li>
            <button
              type="submit"
              id={`at-${time}`}
              name="action"
              value={take(time)}
              formaction={`${action}#${then}`}
              aria-pressed={time === start ? 'true' : 'false'}
            >
              {tell(time, timeZone, language.messages)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
