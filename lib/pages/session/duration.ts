/** How a language writes lengths of time after "in". */
export interface DurationWords {
  readonly day: string;
  readonly days: string;
  readonly hour: string;
  readonly minute: string;
  readonly moment: string;
}

const MINUTE = 60_000;

/** "2 days 3 h", "3 h 20 min", "20 min": whole minutes (of ms) that are surely left. */
export function durationText(ms: number, words: DurationWords): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return words.moment;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days > 0 ? `${days} ${days === 1 ? words.day : words.days}` : '',
    hours > 0 ? `${hours} ${words.hour}` : '',
    rest > 0 && days === 0 ? `${rest} ${words.minute}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
