import { BREAK } from './tokens.ts';
import type { Words } from './words.ts';

/** What a slot took: up to where, and the number it stands for where it stands for one. */
export interface Filled {
  readonly end: number;
  readonly value?: number;
}

type Fill = (tokens: readonly string[], at: number) => Filled | undefined;

/** The slots that phrases have, by name. */
export type Slots = ReadonlyMap<string, Fill>;

/** The words that the slots are filled by, of all languages. */
export type SlotWords = Required<Pick<Words, 'numbers' | 'ordinals' | 'days' | 'months' | 'clock'>> & {
  readonly mayBeName: (word: string) => boolean;
};

const MOST_MINUTES = 60;

/** Makes the slots of the words that fill them. */
export function slotsFor(words: SlotWords): Slots {
  return new Map<string, Fill>([
    // A count of minutes.
    ['<n>', (tokens, at) => amount(tokens, at, MOST_MINUTES, words)],
    // The number of an answer.
    ['<digit>', (tokens, at) => amount(tokens, at, 9, words)],
    ['<ordinal>', (tokens, at) => ordinal(tokens, at, words)],
    // A day, a time or both, as our lists of sessions write them.
    ['<when>', (tokens, at) => moment(tokens, at, words)],
    ['<name>', (tokens, at) => (words.mayBeName(tokens[at] ?? '') ? { end: at + 1 } : undefined)],
    ['<end>', (tokens, at) => (at === tokens.length ? { end: at } : undefined)],
  ]);
}

function amount(tokens: readonly string[], at: number, most: number, { numbers }: SlotWords) {
  const token = tokens[at] ?? '';
  const value = /^\d{1,2}$/u.test(token) ? Number(token) : numbers[token];
  const padded = most === 9 && token.length > 1 && token.startsWith('0');
  return value === undefined || padded || value < 1 || value > most ? undefined : { end: at + 1, value };
}

function ordinal(tokens: readonly string[], at: number, { ordinals }: SlotWords): Filled | undefined {
  const token = tokens[at] ?? '';
  const named = ordinals[token];
  if (named !== undefined) return { end: at + 1, value: named };
  const ends = /^(?:st|nd|rd|th|te|ter|tes|ten)$/u.test(tokens[at + 1] ?? '');
  return /^[1-9]$/u.test(token) && ends ? { end: at + 2, value: Number(token) } : undefined;
}

function moment(tokens: readonly string[], start: number, words: SlotWords): Filled | undefined {
  let end = dayOrTime(tokens, start, words);
  for (
    let next = end;
    next !== undefined;
    next = end === undefined ? undefined : furtherPart(tokens, end, words)
  ) {
    end = next;
  }
  return end === undefined ? undefined : { end };
}

/** Where the part of a moment that follows ends: "24 Nov", "at 10:00". */
function furtherPart(tokens: readonly string[], at: number, words: SlotWords): number | undefined {
  const from = tokens[at] === BREAK ? at + 1 : at;
  return date(tokens, from, words) ?? dayOrTime(tokens, joins(tokens[from]) ? from + 1 : from, words);
}

function dayOrTime(tokens: readonly string[], at: number, { days, clock }: SlotWords): number | undefined {
  const token = tokens[at] ?? '';
  const followed = clock.includes(tokens[at + 1] ?? '');
  if (/^\d{1,2}[:.]\d{2}$/u.test(token) || (/^\d{1,2}$/u.test(token) && followed))
    return at + (followed ? 2 : 1);
  return days.includes(token) ? at + 1 : undefined;
}

function date(tokens: readonly string[], at: number, { months }: SlotWords): number | undefined {
  const isMonth = (place: number) => months.includes(tokens[place] ?? '');
  if (!/^\d{1,2}$/u.test(tokens[at] ?? '')) return isMonth(at) ? at + 1 : undefined;
  const month = tokens[at + 1] === BREAK ? at + 2 : at + 1;
  return isMonth(month) ? month + 1 : undefined;
}

function joins(token: string | undefined): boolean {
  return token === 'at' || token === 'on' || token === 'um' || token === 'am';
}
