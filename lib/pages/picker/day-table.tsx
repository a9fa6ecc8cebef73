import { dateFormat, monthName, weekdays } from '../dates.ts';
import type { Language } from '../language/en.ts';
import { weeksOf } from './month.ts';
import type { Picker } from './picker.ts';

interface DayTableProps {
  readonly picker: Picker;
  readonly language: Language;
}

/** A month's days from this week on: those with free times as buttons, the others dimmed. */
export function DayTable({ picker, language }: DayTableProps) {
  const { days, day, month, today } = picker;
  const weeks = weeksOf(month).filter((week) => week.some((date) => date !== undefined && date >= today));
  const { when } = language.book;
  const name = dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <table class="days">
      <caption>{when.month(monthName(month, language))}</caption>
      <thead>
        <tr>
          {weekdays(language).map(({ short, long }) => (
            <th scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((date) => {
              if (date === undefined) return <td />;
              const times = days.get(date)?.length ?? 0;
              const number = Number(date.slice(8));
              return (
                <td>
                  {times === 0 ? (
                    <span>
                      {number}
                      <span class="unseen">, {when.notFree}</span>
                    </span>
                  ) : (
                    <button
                      type="submit"
                      id={`day-${date}`}
                      name="action"
                      value={`day:${date}`}
                      aria-label={when.day(name(date), times)}
                      aria-pressed={date === day ? 'true' : 'false'}
                    >
                      {number}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
