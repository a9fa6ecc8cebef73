import { zoneName } from '../../messages/zone.ts';
import { fieldId } from '../field.tsx';
import type { Language } from '../language/en.ts';

interface ZoneFieldProps {
  readonly timeZone: string;
  /** The instant (ms) for which the zone is named: summer and winter have names of their own. */
  readonly at: number;
  readonly language: Language;
  readonly assumed: boolean;
}

/** The zone that times are told in, by name, and a choice of all others. */
export function ZoneField({ at, language, assumed, ...props }: ZoneFieldProps) {
  const timeZone = currentName(props.timeZone);
  const { when } = language.book;
  const id = fieldId('timeZone');
  return (
    <div class="zone field">
      <p id={`${id}-hint`}>
        {when.zone(zoneName(at, timeZone, language.messages))}
        {assumed ? <span class="unscripted"> {when.assumed}</span> : null}
      </p>
      <label for={id}>{when.zoneLabel}</label>
      <select
        {...{ id }}
        name="timeZone"
        aria-describedby={`${id}-hint`}
        data-assumed={assumed ? '' : undefined}
      >
        <ZoneOptions timeZone={timeZone} language={language} />
      </select>
      <button type="submit" class="unscripted" name="action" value="show">
        {when.show}
      </button>
    </div>
  );
}

/** All zones to choose from, with one chosen. */
export function ZoneOptions({ timeZone, language }: Pick<ZoneFieldProps, 'timeZone' | 'language'>) {
  const chosen = currentName(timeZone);
  return (
    <>
      {[...zonesByRegion(chosen)].map(([region, zones]) => (
        <optgroup label={region || language.book.when.otherZones}>
          {zones.map((zone) => (
            <option value={zone} selected={zone === chosen}>
              {cityOf(zone)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** Cities that have changed their names, by the zone that the runtime still lists them under. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').map(currentName)];

function currentName(zone: string): string {
  return renamed[zone] ?? zone;
}

/** All zones by the part of the world that they begin with, and the current one even where it goes by an old name. */
function zonesByRegion(current: string): ReadonlyMap<string, readonly string[]> {
  const all = zones.includes(current) ? zones : [current, ...zones];
  return Map.groupBy(all, (zone) => (zone.includes('/') ? (zone.split('/')[0] ?? '') : ''));
}

function cityOf(zone: string): string {
  return zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
}
