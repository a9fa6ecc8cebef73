import { type Html, html } from './html.ts';

/** Shows instants for people, in one zone. Each gives an element that names the exact instant on hover. */
export interface Moments {
  readonly timeZone: string;
  /** With day, seconds and the zone named: the clock. */
  readonly exact: (at: string | number) => Html;
  /** Day and minute. */
  readonly short: (at: string | number) => Html;
  /** Hour and minute only, for what happens on a day that is named already. */
  readonly time: (at: string | number) => Html;
  /** Day and minute as bare text, for where no element may stand. */
  readonly plain: (at: string | number) => string;
  /** The day, as a heading. */
  readonly day: (at: string | number) => string;
}

/** Makes {@link Moments} for an IANA zone. */
export function momentsIn(timeZone: string): Moments {
  const date = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  const minute = { hour: '2-digit', minute: '2-digit' } as const;
  const exact = { ...date, year: 'numeric', ...minute, second: '2-digit', timeZoneName: 'short' } as const;
  return {
    timeZone,
    exact: shower(timeZone, exact),
    short: shower(timeZone, { ...date, ...minute }),
    time: shower(timeZone, minute),
    plain: (at) => formatIn(timeZone, { ...date, ...minute }).format(new Date(at)),
    day: (at) => formatIn(timeZone, { weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(at)),
  };
}

function shower(timeZone: string, options: Intl.DateTimeFormatOptions): (at: string | number) => Html {
  const format = formatIn(timeZone, options);
  return (at) => {
    const iso = new Date(at).toISOString();
    return html`<time datetime="${iso}" title="${iso}">${format.format(new Date(at))}</time>`;
  };
}

/** American English knows the short names of American zones; others give an offset for them. */
const formatIn = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...options });

/** How far off an instant is from `now` (ms): "in 3 h 20 min", "5 min ago". */
export function fromNow(at: string | number, now: number): string {
  const distance = Date.parse(new Date(at).toISOString()) - now;
  const words = duration(Math.abs(distance));
  if (words === '') return 'now';
  return distance > 0 ? `in ${words}` : `${words} ago`;
}

/** The two largest units of a duration (ms), empty below a second. */
function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return seconds === 0 ? '' : `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
